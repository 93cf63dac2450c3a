import katex from 'katex'
import type { EditorContext } from '../../editor-context'
import { setMathAlphabets } from './math-alphabets'
import { setMathSpacing } from './math-spacing'
import { trimRadicals } from './trim-radicals'

/** A formula and how it is set. */
export interface Formula {
  readonly source: string
  readonly isDisplay: boolean
}

/** Sizes in em, and how often macros may expand: a formula can't fill the window or hang it. */
const limits = { maxSize: 20, maxExpand: 500 } as const
const longestFormula = 10_000

/** Sets a formula in `element`, as MathML; one that KaTeX doesn't understand as its source, with the reason. */
export function showFormula(
  { source, isDisplay }: Formula,
  element: HTMLElement,
  { translate }: EditorContext,
): void {
  const problem = render({ source, isDisplay }, element)
  element.classList.toggle('is-wrong', problem !== undefined)
  if (problem === undefined) return
  const code = document.createElement('code')
  code.textContent = source
  const reason = document.createElement('span')
  reason.className = 'math-problem'
  reason.textContent = translate('editor.math.problem', { text: problem })
  element.replaceChildren(code, ' ', reason)
}

/** The reason when it can't be set. */
function render({ source, isDisplay }: Formula, element: HTMLElement): string | undefined {
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
