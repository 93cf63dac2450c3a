/**
 * The window as it was when it was left, without notes: what the next start shows until its own list is there. It holds
 * nothing but elements, classes and words, and is kept in this browser or app.
 */
export interface StartPicture {
  readonly notebookPath: string
  /** Addresses of the style sheets that its classes are of. */
  readonly sheets: readonly string[]
  readonly rootClass: string
  readonly rootStyle: string
  readonly drawn: readonly Drawn[]
}

/** A text, or an element with its attributes, what is in it, and how far it is scrolled in CSS pixels. */
export type Drawn =
  | string
  | readonly [name: string, attributes: Record<string, string>, inner: readonly Drawn[], scrollTop: number]

export const pictureKey = 'answerbook.start-picture'
export const pictureId = 'start-picture'

/** The id of the question that a row of the picture is of. */
export const questionAttribute = 'data-question'

/** Elements of SVG; all others of a picture are HTML. */
export const svgNames = ['svg', 'path', 'circle', 'line', 'polyline', 'polygon', 'rect', 'ellipse', 'g']

const htmlNames = [
  ...['div', 'span', 'p', 'h1', 'h2', 'header', 'footer', 'main', 'nav', 'section', 'button', 'input'],
  ...['ul', 'ol', 'li', 'code', 'kbd', 'strong', 'em', 's', 'mark', 'br'],
]

/** What may be in a picture: nothing that fetches, runs or leads anywhere. */
export const pictureNames: ReadonlySet<string> = new Set([...svgNames, ...htmlNames])

export const pictureAttributes: ReadonlySet<string> = new Set([
  ...['class', 'style', 'type', 'placeholder', questionAttribute],
  ...['aria-selected', 'aria-expanded', 'aria-pressed', 'aria-current'],
  ...['data-active', 'data-level', 'data-state', 'data-filled', 'data-open', 'data-separator'],
  ...['viewBox', 'width', 'height', 'fill', 'stroke', 'stroke-width', 'stroke-linecap', 'stroke-linejoin'],
  ...['d', 'points', 'x', 'y', 'x1', 'x2', 'y1', 'y2', 'cx', 'cy', 'r', 'rx', 'ry', 'transform'],
])
