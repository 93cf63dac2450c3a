import { isLasting, nodesOf, notText, type TypedLine } from '../typed-marks/typed-line'

/** A link or image whose closing bracket was just typed; offsets in the line. */
export interface TypedLink {
  readonly isImage: boolean
  readonly start: number
  /** Of what stands between the first pair of brackets. */
  readonly textEnd: number
  readonly text: string
  readonly address: string
  readonly title: string | null
}

/** The link or image that is closed at the caret, where the Markdown parser reads one. */
export function readTypedLink(line: TypedLine): TypedLink | undefined {
  if (!line.text.slice(0, line.caret).includes('](')) return undefined
  const link = linkClosedIn(line)
  if (link === undefined || link.address === '') return undefined
  if (`${link.address}${link.title ?? ''}${link.isImage ? link.text : ''}`.includes(notText)) return undefined
  return isLasting(line, other => linkClosedIn(other)?.start === link.start) ? link : undefined
}

function linkClosedIn(line: TypedLine): TypedLink | undefined {
  for (const { node, start, end } of nodesOf(line)) {
    if (end !== line.caret || (node.type !== 'link' && node.type !== 'image')) continue
    const isImage = node.type === 'image'
    const textStart = start + (isImage ? 2 : 1)
    const textEnd = line.text.indexOf('](', textStart)
    const isClear = textEnd === line.text.lastIndexOf('](', end) && (isImage || textEnd > textStart)
    if (!isClear) continue
    const text = isImage ? (node.alt ?? '') : line.text.slice(textStart, textEnd)
    return { isImage, start, textEnd, text, address: node.url, title: node.title ?? null }
  }
  return undefined
}
