import { isLasting, type LineNode, nodesOf, type TypedLine } from './typed-line'

/** A mark whose closing sign was just typed; offsets in the line, signs included. */
export interface TypedMark {
  readonly name: 'bold' | 'italic' | 'strike' | 'highlight'
  readonly start: number
  readonly end: number
  /** Of the signs on each side. */
  readonly size: number
}

const names: Partial<Record<string, TypedMark['name']>> = {
  strong: 'bold',
  emphasis: 'italic',
  delete: 'strike',
  highlight: 'highlight',
}
/** No mark begins after these: they are rather powers, products and paths, as in `x**2`, `(a)*(b)`, `V^*` and `src/*`. */
const beforeOther = /[\p{N}\p{sc=Latin}\p{sc=Greek}\p{sc=Cyrillic})\]}^/\\]$/u
/** Nor does one end where another might begin, as in `f(*a, *b), f(**c)` and `"*.a", "*.b"`. */
const endsOpening = /[([{<（【《「『“‘]$|(?:^|\s)["']$/

/**
 * The marks, the outermost first, that are closed at the caret: where the Markdown parser reads them, unless they would
 * be something else when what is open is closed. Marks within are those that begin with the outermost, as in `***a***`.
 */
export function readTypedMarks(line: TypedLine): readonly TypedMark[] {
  const { text, caret } = line
  const sign = text[caret - 1] ?? ''
  if (!text.slice(0, caret - 1).includes(sign)) return []
  const marks = marksClosedIn(line)
  const [outermost] = marks
  if (outermost === undefined || !isMeant(outermost, text, sign)) return []
  return isLasting(line, other => marksClosedIn(other)[0]?.start === outermost.start) ? marks : []
}

function isMeant({ start, end, size }: TypedMark, text: string, sign: string): boolean {
  const before = text.slice(0, start)
  // More signs are to come, as in `***a**`.
  if (before.endsWith(sign) || beforeOther.test(before)) return false
  const inner = text.slice(start + size, end - size)
  const isAcrossBracket = /[([{]$/.test(before) && /^[^([{]*[)\]}]/.test(inner)
  return !isAcrossBracket && !endsOpening.test(inner)
}

function marksClosedIn(line: TypedLine): TypedMark[] {
  const marks: TypedMark[] = []
  for (const node of nodesOf(line)) {
    const mark = markOf(node, line.text)
    const outer = marks.at(-1)
    const isNext = outer === undefined ? mark?.end === line.caret : mark?.start === outer.start + outer.size
    if (mark !== undefined && isNext) marks.push(mark)
  }
  return marks
}

function markOf({ node, start, end }: LineNode, text: string): TypedMark | undefined {
  const name = names[node.type]
  // One tilde on each side strikes out too, but is rather meant as in `3~5`.
  if (name === undefined || (name === 'strike' && !text.startsWith('~~', start))) return undefined
  return { name, start, end, size: name === 'italic' ? 1 : 2 }
}
