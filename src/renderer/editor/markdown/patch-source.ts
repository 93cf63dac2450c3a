import { diffTokens, type Hunk } from './diff-tokens'

/**
 * Does to `source` what was done to `base`, which says the same in other words, to get `next`: a merge of three. Where
 * both were changed in one place, that of `next` is taken. The result is a guess, which the caller must read and compare;
 * `undefined` when the texts have too little in common.
 */
export function patchSource(source: string, base: string, next: string): string | undefined {
  if (source === base) return next
  const [sources, bases, nexts] = [tokensOf(source), tokensOf(base), tokensOf(next)]
  const own = diffTokens(bases, sources)
  const made = diffTokens(bases, nexts)
  if (own === undefined || made === undefined) return undefined
  const changes = withoutConflicts([
    ...own.map(hunk => changeOf(hunk, sources, false)),
    ...made.map(hunk => changeOf(hunk, nexts, true)),
  ])
  let text = ''
  let at = 0
  for (const { start, end, tokens } of changes) {
    text += bases.slice(at, start).join('') + tokens.join('')
    at = end
  }
  return text + bases.slice(at).join('')
}

/** Words, and every other character by itself. */
function tokensOf(text: string): string[] {
  return text.match(/[\p{L}\p{N}\p{M}]+|[^]/gu) ?? []
}

/** What stands for the tokens from `start` to `end` of the base. */
interface Change {
  readonly start: number
  readonly end: number
  readonly tokens: readonly string[]
  readonly isNew: boolean
}

function changeOf(
  { oldStart, oldEnd, newStart, newEnd }: Hunk,
  tokens: readonly string[],
  isNew: boolean,
): Change {
  return { start: oldStart, end: oldEnd, tokens: tokens.slice(newStart, newEnd), isNew }
}

/** In order, and without those of the source that a new one meets. */
function withoutConflicts(changes: readonly Change[]): Change[] {
  const news = changes.filter(({ isNew }) => isNew)
  return changes
    .filter(change => change.isNew || !news.some(other => meets(change, other)))
    .sort((left, right) => left.start - right.start || left.end - right.end)
}

function meets(left: Change, right: Change): boolean {
  const isSamePlace = left.start === right.start && left.end === right.end
  return isSamePlace || (left.start < right.end && right.start < left.end)
}
