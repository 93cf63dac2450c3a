import type { ImportWarning } from './imported-question-list'

/** Why a part of a source is no part of the list. */
export type LeftOutReason =
  | 'answer-links'
  | 'back-links'
  | 'code'
  | 'comments'
  | 'contents'
  | 'front-matter'
  | 'group-headings'
  | 'heading-links'
  | 'html'
  | 'images'
  | 'items'
  | 'links'
  | 'long-lines'
  | 'meta'
  | 'no-text'
  | 'notes'
  | 'prose'
  | 'quotes'
  | 'tables'

/** Lines, 1-based, first and last. `words` shows what stands there. */
export interface LeftOut {
  readonly reason: LeftOutReason
  readonly from: number
  readonly to: number
  readonly words: string
}

/** Reasons of which a document has many, so that one warning tells of all. */
const collapsed: ReadonlySet<LeftOutReason> = new Set([
  'answer-links',
  'back-links',
  'comments',
  'group-headings',
  'heading-links',
  'html',
  'images',
])

/** The warnings for what was left out: neighbours of one kind together, in the order of their lines. */
export function warningsFor(
  parts: readonly LeftOut[],
  questions: { first: number; last: number },
): ImportWarning[] {
  const sorted = parts.toSorted((a, b) => a.from - b.from || a.to - b.to)
  const groups = [
    ...groupNeighbours(sorted.filter(part => !collapsed.has(part.reason))),
    ...groupCollapsed(sorted),
  ]
  return groups
    .map(group => ({ line: group[0]?.from ?? 1, message: describe(group, questions) }))
    .toSorted((a, b) => a.line - b.line)
}

function groupNeighbours(parts: readonly LeftOut[]): LeftOut[][] {
  const groups: LeftOut[][] = []
  for (const part of parts) {
    const last = groups.at(-1)?.at(-1)
    const isAlike =
      last?.reason === part.reason || (last !== undefined && loose.has(last.reason) && loose.has(part.reason))
    const isNeighbour = last !== undefined && isAlike && part.from - last.to <= 3
    if (isNeighbour) groups.at(-1)?.push(part)
    else groups.push([part])
  }
  return groups
}

/** Reasons that only say what kind of text belongs to no question. */
const loose: ReadonlySet<LeftOutReason> = new Set(['code', 'items', 'prose', 'quotes', 'tables'])

function groupCollapsed(parts: readonly LeftOut[]): LeftOut[][] {
  return [...collapsed]
    .map(reason => parts.filter(part => part.reason === reason))
    .filter(group => group.length > 0)
}

function describe(group: readonly LeftOut[], questions: { first: number; last: number }): string {
  const first = group[0]
  if (first === undefined) return ''
  const isCollapsed = collapsed.has(first.reason)
  const to = Math.max(...group.slice(-500).map(part => part.to))
  const where = isCollapsed ? listLines(group) : rangeOf(first.from, to)
  const reason = group.every(part => part.reason === first.reason) ? first.reason : 'prose'
  return `${/[–,]| and /.test(where) ? 'Lines' : 'Line'} ${where} left out: ${naming({ ...first, reason }, to, questions)}`
}

function naming(
  { reason, from, words }: LeftOut,
  to: number,
  questions: { first: number; last: number },
): string {
  const excerpt = words.length > 60 ? `${words.slice(0, 58).trimEnd()}…` : words
  if (reason !== 'prose')
    return quotedReasons.has(reason) && excerpt !== '' ? `${names[reason]}: “${excerpt}”` : names[reason]
  const place =
    to < questions.first
      ? 'introduction'
      : from > questions.last
        ? 'text after the last question'
        : 'text that belongs to no question'
  return `${place}: “${excerpt}”`
}

const quotedReasons: ReadonlySet<LeftOutReason> = new Set(['notes', 'meta', 'items', 'quotes'])

const names: Record<LeftOutReason, string> = {
  'answer-links': 'links to answers elsewhere',
  'back-links': 'links back to the top',
  code: 'code that belongs to no question',
  comments: 'HTML comments',
  contents: 'table of contents',
  'front-matter': 'front matter that says nothing about the list',
  'group-headings': 'headings with no question directly under them',
  'heading-links': 'link targets in headings',
  html: 'HTML without text',
  images: 'images and badges',
  items: 'list items that are no questions',
  links: 'list of links',
  'long-lines': 'lines of more than 50,000 characters',
  meta: 'section about the document itself',
  'no-text': 'answers without a question',
  notes: 'note',
  prose: 'text',
  quotes: 'quotation',
  tables: 'table without questions',
}

const maxRanges = 8

function listLines(group: readonly LeftOut[]): string {
  const ranges: { from: number; to: number }[] = []
  for (const { from, to } of group) {
    const last = ranges.at(-1)
    if (last !== undefined && from <= last.to + 1) last.to = Math.max(last.to, to)
    else ranges.push({ from, to })
  }
  const shown = ranges.slice(0, maxRanges).map(range => rangeOf(range.from, range.to))
  const hidden = ranges.length - shown.length
  if (hidden > 0) return `${shown.join(', ')} and ${hidden} more up to ${ranges.at(-1)?.to}`
  return shown.length < 2 ? shown.join('') : `${shown.slice(0, -1).join(', ')} and ${shown.at(-1)}`
}

function rangeOf(from: number, to: number): string {
  return from === to ? String(from) : `${from}–${to}`
}
