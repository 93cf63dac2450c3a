import { readListMarker } from './list-marker'

const wrapWidth = 60

/** Whether `next` carries on the sentence that `previous` breaks off, rather than being a line of its own. */
export function isContinuation(previous: string, next: string, afterNext = ''): boolean {
  const text = next.trim()
  if (text === '' || startsBlock(text)) return false
  if (hasOpenMark(previous)) return true
  if (/^["'“”‘’(（]?\p{Ll}/u.test(text)) return !endsSentence(previous)
  if (previous.length < wrapWidth || endsSentence(previous)) return false
  return readListMarker(afterNext.trimStart()) === undefined || text.length >= wrapWidth
}

/** Whether a text ends as a sentence or a closed remark does. */
export function endsSentence(text: string): boolean {
  return /[.?!。？！…:：;；)）”"』」\]】>*_]$/u.test(text.trimEnd()) || / {2}$/.test(text)
}

function startsBlock(text: string): boolean {
  if (/^(?:#{1,6}\s|[>|]|`{3,}|~{3,}|<\/?\w|<!--|!\[)/.test(text)) return true
  return (
    readListMarker(text) !== undefined ||
    /^(?:\*\*|__)?(?:Q|A|Question|Answer|问|答|问题|答案)\s*\d*\s*[:：]/i.test(text)
  )
}

/** Bold that opens on this line and closes on a later one. */
function hasOpenMark(text: string): boolean {
  return /^\s*\*\*/.test(text) && (text.match(/\*\*/g)?.length ?? 0) % 2 === 1
}
