import type { ElementContent } from 'hast'
import katex from 'katex'

/** KaTeX's style sheet, and its fonts as `data:` addresses by file name (`KaTeX_Main-Regular.woff2`). */
export interface KatexAssets {
  readonly css: string
  readonly fonts: ReadonlyMap<string, string>
}

/** Sizes in em, and how often macros may expand: as in the editor. */
const limits = { maxSize: 20, maxExpand: 500 } as const
const longestFormula = 10_000

/** Sets the formulas of a page, and knows which styles and fonts they need. */
export class Formulas {
  readonly #classes = new Set<string>()

  /** HTML with MathML for screen readers. A formula that KaTeX doesn't understand is shown as its source. */
  set(source: string, isDisplay: boolean): ElementContent {
    const html = source.length > longestFormula ? undefined : render(source, isDisplay)
    if (html === undefined) {
      const text: ElementContent = { type: 'text', value: source }
      return { type: 'element', tagName: 'code', properties: { className: ['wrong'] }, children: [text] }
    }
    for (const [, names = ''] of html.matchAll(/ class="([^"]*)"/g))
      for (const name of names.split(' ')) this.#classes.add(name)
    return { type: 'raw', value: html }
  }

  get isEmpty(): boolean {
    return this.#classes.size === 0
  }

  /** Adds the needs of the formulas of another page. */
  include(other: Formulas): void {
    for (const name of other.#classes) this.#classes.add(name)
  }

  /** The style sheets that the formulas so far need: none without formulas. Each is one of `formulaStyles`. */
  neededStyles(assets: KatexAssets): string[] {
    if (this.isEmpty) return []
    const families = neededFamilies(assets.css, this.#classes)
    const fonts = fontFaces(assets).filter(({ file }) => {
      const [family = '', variant = ''] = file.replace('.woff2', '').split('-')
      return families.has(family) && isVariantNeeded(family, variant, this.#classes)
    })
    return [styleWithoutFonts(assets), ...fonts.map(({ style }) => style)]
  }
}

/** All style sheets that a page with formulas may have, for its policy. */
export function formulaStyles(assets: KatexAssets): string[] {
  return [styleWithoutFonts(assets), ...fontFaces(assets).map(({ style }) => style)]
}

const fontFacePattern = /@font-face\{[^{}]*\}/g

function styleWithoutFonts({ css }: KatexAssets): string {
  return css.replace(fontFacePattern, '')
}

/** One style sheet for each file of a font. */
function fontFaces({ css, fonts }: KatexAssets): { readonly file: string; readonly style: string }[] {
  return [...css.matchAll(fontFacePattern)].flatMap(([rule]) => {
    const file = /url\(fonts\/([^)]*\.woff2)\)/.exec(rule)?.[1] ?? ''
    const address = fonts.get(file)
    if (address === undefined) return []
    return [{ file, style: rule.replace(/src:[^}]*/, `src:url(${address}) format("woff2")`) }]
  })
}

/** The families of fonts of rules that hold for what has these classes. */
function neededFamilies(css: string, classes: ReadonlySet<string>): Set<string> {
  const families = new Set(['KaTeX_Main'])
  for (const [, selectors = '', family = ''] of css
    .replace(fontFacePattern, '')
    .matchAll(/([^{}]+)\{[^{}]*font-family:(KaTeX_\w+)/g)) {
    const isNeeded = selectors
      .split(',')
      .some(selector => [...selector.matchAll(/\.([\w-]+)/g)].every(([, name = '']) => classes.has(name)))
    if (isNeeded) families.add(family)
  }
  return families
}

function isVariantNeeded(family: string, variant: string, classes: ReadonlySet<string>): boolean {
  const has = (pattern: RegExp): boolean => [...classes].some(name => pattern.test(name))
  if (variant.startsWith('Bold') && !has(/^(?:math|text)?(?:bf|bold)/)) return false
  return family === 'KaTeX_Math' || !variant.endsWith('Italic') || has(/^(?:math|text)(?:sf)?it/)
}

function render(source: string, isDisplay: boolean): string | undefined {
  try {
    return katex.renderToString(source, {
      ...limits,
      displayMode: isDisplay,
      output: 'htmlAndMathml',
      strict: 'ignore',
      throwOnError: true,
      trust: false,
    })
  } catch {
    return undefined
  }
}
