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
  return groups.map(group => describe(group, questions)).toSorted((a, b) => a.line - b.line)
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

/** What is named: prose by where it stands. */
export type LeftOutPart = LeftOutReason | 'introduction' | 'after-last'

function describe(group: readonly LeftOut[], questions: { first: number; last: number }): ImportWarning {
  const first = group[0] ?? { reason: 'prose', from: 1, to: 1, words: '' }
  const to = Math.max(...group.slice(-500).map(part => part.to))
  const ranges = collapsed.has(first.reason) ? rangesOf(group) : [{ from: first.from, to }]
  const reason = group.every(part => part.reason === first.reason) ? first.reason : 'prose'
  const what = reason === 'prose' ? placeOf(first.from, to, questions) : reason
  const excerpt = first.words.length > 60 ? `${first.words.slice(0, 58).trimEnd()}…` : first.words
  const isQuoted = reason === 'prose' || (quotedReasons.has(reason) && excerpt !== '')
  const where = listLines(ranges)
  const naming = isQuoted ? `${names[what]}: “${excerpt}”` : names[what]
  const shown = ranges.slice(0, maxRanges)
  return {
    line: first.from,
    message: `${/[–,]| and /.test(where) ? 'Lines' : 'Line'} ${where} left out: ${naming}`,
    code: 'left-out',
    values: {
      what,
      words: isQuoted ? excerpt : '',
      lines: shown.map(rangeOf).join(', '),
      hidden: ranges.length - shown.length,
      last: ranges.at(-1)?.to ?? to,
    },
  }
}

function placeOf(from: number, to: number, questions: { first: number; last: number }): LeftOutPart {
  if (to < questions.first) return 'introduction'
  return from > questions.last ? 'after-last' : 'prose'
}

const quotedReasons: ReadonlySet<LeftOutReason> = new Set(['notes', 'meta', 'items', 'quotes'])

const names: Record<LeftOutPart, string> = {
  'after-last': 'text after the last question',
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
  introduction: 'introduction',
  items: 'list items that are no questions',
  links: 'list of links',
  'long-lines': 'lines of more than 50,000 characters',
  meta: 'section about the document itself',
  'no-text': 'answers without a question',
  notes: 'note',
  prose: 'text that belongs to no question',
  quotes: 'quotation',
  tables: 'table without questions',
}

const maxRanges = 8

interface LineRange {
  readonly from: number
  readonly to: number
}

function rangesOf(group: readonly LeftOut[]): LineRange[] {
  const ranges: { from: number; to: number }[] = []
  for (const { from, to } of group) {
    const last = ranges.at(-1)
    if (last !== undefined && from <= last.to + 1) last.to = Math.max(last.to, to)
    else ranges.push({ from, to })
  }
  return ranges
}

function listLines(ranges: readonly LineRange[]): string {
  const shown = ranges.slice(0, maxRanges).map(rangeOf)
  const hidden = ranges.length - shown.length
  if (hidden > 0) return `${shown.join(', ')} and ${hidden} more up to ${ranges.at(-1)?.to}`
  return shown.length < 2 ? shown.join('') : `${shown.slice(0, -1).join(', ')} and ${shown.at(-1)}`
}

function rangeOf({ from, to }: LineRange): string {
  return from === to ? String(from) : `${from}–${to}`
}
