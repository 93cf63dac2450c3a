import katex from 'katex'
import { setMathAlphabets } from './math-alphabets'
import { setMathSpacing } from './math-spacing'
import { trimRadicals } from './trim-radicals'

/** A formula and how it is set. */
export interface FormulaSource {
  readonly source: string
  readonly isDisplay: boolean
}

export type SetFormula = typeof setFormula

/** Sizes in em, and how often macros may expand: a formula can't fill the window or hang it. */
const limits = { maxSize: 20, maxExpand: 500 } as const
const longestFormula = 10_000

/** Sets a formula in `element`, as MathML; returns the reason when KaTeX doesn't understand it. */
export function setFormula({ source, isDisplay }: FormulaSource, element: HTMLElement): string | undefined {
  if (source.length > longestFormula) return 'too long'
  try {
    katex.render(source, element, {
      ...limits,
      displayMode: isDisplay,
      output: 'mathml',
      strict: 'ignore',
      throwOnError: true,
      trust: false,
    })
    setMathAlphabets(element)
    setMathSpacing(element)
    trimRadicals(element)
    return undefined
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error)
    return message.replace(/^KaTeX parse error: /, '')
  }
}
