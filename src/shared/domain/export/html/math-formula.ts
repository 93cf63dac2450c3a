import type { ElementContent } from 'hast'
import katex from 'katex'

/** Sizes in em, and how often macros may expand: as in the editor. */
const limits = { maxSize: 20, maxExpand: 500 } as const
const longestFormula = 10_000

/**
 * A formula as MathML, which every current browser sets by itself, with its source for screen readers and copying. One that
 * KaTeX doesn't understand is shown as its source.
 */
export function mathFormula(source: string, isDisplay: boolean): ElementContent {
  const html = source.length > longestFormula ? undefined : render(source, isDisplay)
  if (html !== undefined) return { type: 'raw', value: html }
  const text: ElementContent = { type: 'text', value: source }
  return { type: 'element', tagName: 'code', properties: { className: ['wrong'] }, children: [text] }
}

function render(source: string, isDisplay: boolean): string | undefined {
  try {
    const html = katex.renderToString(source, {
      ...limits,
      displayMode: isDisplay,
      output: 'mathml',
      strict: 'ignore',
      throwOnError: true,
      trust: false,
    })
    // The page's policy has no place for styles of single elements; KaTeX writes `"` nowhere but around attributes.
    return html.replace(/(<[^<>]*?) style="[^"]*"/g, '$1')
  } catch {
    return undefined
  }
}
