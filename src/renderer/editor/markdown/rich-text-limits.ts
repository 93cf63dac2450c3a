/** What a body may hold to be shown as rich text. Beyond it, reading could take longer than a second. */
export const richTextLimits = {
  /** UTF-16 units of one line. */
  lineLength: 200_000,
  /** Quotes and lists in each other. */
  depth: 100,
  /** Marks that may begin or end something, and lines, between two blank lines outside of fenced code. */
  marks: 5000,
  /** Time that reading the whole takes, estimated in microseconds. */
  work: 700_000,
  /** Cells of one table, those included that its rows leave out. */
  cells: 5000,
} as const

/** Microseconds that reading takes beyond one for each character, as measured with bodies of one kind each. */
const work = { blankLine: 4, line: 50, codeLine: 12, squaredDepth: 3 } as const

const markWork: Readonly<Record<string, number>> = {
  ...Object.fromEntries([...'!&*<[]_`~$='].map(mark => [mark, 15])),
  '|': 30,
  ':': 40,
  '@': 120,
}
const workOfCode: readonly number[] = Array.from(
  { length: 128 },
  (_, code) => markWork[String.fromCharCode(code)] ?? 0,
)

const fence = /^[\s>]*(`{3,}|~{3,})/
const containers = /^(?:[ \t]*(?:>|[-*+](?=[ \t]|$)|\d{1,9}[.)](?=[ \t]|$)))+/

/** Whether a body is too large or too deeply nested to be read as rich text. Takes one pass over it. */
export function exceedsRichText(body: string): boolean {
  let total = body.length
  if (total > richTextLimits.work) return true
  let marks = 0
  let openFence: string | undefined
  for (const line of body.split('\n')) {
    const depth = depthOf(line)
    if (line.length > richTextLimits.lineLength || depth > richTextLimits.depth) return true
    const marker = fence.exec(line.slice(0, 1000))?.[1]
    if (openFence !== undefined) {
      total += work.codeLine
      if (marker?.startsWith(openFence) === true) openFence = undefined
    } else {
      openFence = marker
      const found = line.trim() === '' ? undefined : marksIn(line)
      marks = found === undefined ? 0 : marks + 1 + found.count
      total += found === undefined ? work.blankLine : work.line + found.work + work.squaredDepth * depth ** 2
    }
    if (marks > richTextLimits.marks || total > richTextLimits.work) return true
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

function marksIn(line: string): { readonly count: number; readonly work: number } {
  let count = 0
  let sum = 0
  for (let index = 0; index < line.length; index += 1) {
    const found = workOfCode[line.charCodeAt(index)] ?? 0
    if (found === 0) continue
    count += 1
    sum += found
  }
  return { count, work: sum }
}
