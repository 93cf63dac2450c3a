/** What a body may hold to be shown as rich text. Beyond it, reading could take longer than a second. */
export const richTextLimits = {
  /** UTF-16 units in all. */
  length: 400_000,
  /** UTF-16 units of one line. */
  lineLength: 200_000,
  /** Quotes and lists in each other. */
  depth: 100,
  /** Marks that may begin or end something, between two blank lines outside of fenced code. */
  marks: 10_000,
} as const

const fence = /^[\s>]*(`{3,}|~{3,})/
const containers = /^(?:[ \t]*(?:>|[-*+](?=[ \t]|$)|\d{1,9}[.)](?=[ \t]|$)))+/
const isMark: readonly boolean[] = Array.from({ length: 128 }, (_, code) =>
  '!&*:<@[]_`|~$='.includes(String.fromCharCode(code)),
)

/** Whether a body is too large or too deeply nested to be read as rich text. Takes one pass over it. */
export function exceedsRichText(body: string): boolean {
  if (body.length > richTextLimits.length) return true
  let marks = 0
  let openFence: string | undefined
  for (const line of body.split('\n')) {
    if (line.length > richTextLimits.lineLength || depthOf(line) > richTextLimits.depth) return true
    const marker = fence.exec(line.slice(0, 1000))?.[1]
    if (openFence !== undefined) {
      if (marker?.startsWith(openFence) === true) openFence = undefined
      continue
    }
    openFence = marker
    marks = line.trim() === '' ? 0 : marks + 1 + countMarks(line)
    if (marks > richTextLimits.marks) return true
  }
  return false
}

/** Containers that a line opens: those whose marks stand in it, and, if any do, those that its indentation stands for. */
function depthOf(line: string): number {
  const prefix = containers.exec(line.slice(0, 2000))?.[0] ?? ''
  if (prefix === '') return 0
  const indentation = /^\s*/.exec(prefix)?.[0].length ?? 0
  return prefix.replace(/\d+[.)]/g, '-').replace(/\s/g, '').length + Math.floor(indentation / 2)
}

function countMarks(line: string): number {
  let count = 0
  for (let index = 0; index < line.length; index += 1) {
    if (isMark[line.charCodeAt(index)] === true) count += 1
  }
  return count
}
