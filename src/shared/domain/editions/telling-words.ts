import { comparableText } from './likeness'

/** How far each of two questions has a counterpart in the other for the words that tell what it is about; 0 to 1. */
export interface Coverage {
  /** Of the question that has fewer of such words without a counterpart: 1 when all that it is about is in the other one. */
  readonly larger: number
  readonly smaller: number
}

/** Words that ask, and those that only hold a sentence together. */
const stock = new Set(
  (
    'a an and are as at be been between but by can could compare define describe did difference differences differ different do does ' +
    'each example examples explain for from give has have how if in into is it its like list me mean meant means mention name of on one or ' +
    'other purpose serve shall should so some state such tell than that the their them then there these they this those to understand ' +
    'understanding us use used using vs was we were what when where which who why will with word words would you your say s t'
  ).split(' '),
)
const stockCharacters = new Set([
  ...'什么是的吗呢请解释一下如何怎样有哪些与和或区别不同为何理原你我它们个种及其会要能用在了中对',
])
const cjk = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u
const alikeFrom = 0.55

/** The words of a question that tell what it is about; each character of Chinese, Japanese and Korean is one. */
export function tellingWords(text: string): ReadonlySet<string> {
  const words = comparableText(text)
    .replace(new RegExp(cjk, 'gu'), ' $& ')
    .split(/\s+/)
    .filter(word => word !== '' && !stock.has(word) && !stockCharacters.has(word))
  return new Set(words)
}

/** @param first, second as `tellingWords` gives them */
export function coverageOf(first: ReadonlySet<string>, second: ReadonlySet<string>): Coverage {
  const shares = [shareIn(first, second), shareIn(second, first)]
  return { larger: Math.max(...shares), smaller: Math.min(...shares) }
}

function shareIn(words: ReadonlySet<string>, others: ReadonlySet<string>): number {
  if (words.size === 0) return others.size === 0 ? 1 : 0
  let found = 0
  for (const word of words) if (others.has(word) || isSpelledAlike(word, others)) found += 1
  return found / words.size
}

/** Plurals, other spellings and typing errors are the same word; short words have to be equal. */
function isSpelledAlike(word: string, others: ReadonlySet<string>): boolean {
  if (word.length < 4) return false
  for (const other of others) if (other.length >= 4 && pairLikeness(word, other) >= alikeFrom) return true
  return false
}

/** Dice's coefficient over the pairs of letters. */
function pairLikeness(a: string, b: string): number {
  const [first, second] = [pairsOf(a), pairsOf(b)]
  let common = 0
  for (const pair of first) if (second.has(pair)) common += 1
  return (2 * common) / (first.size + second.size)
}

function pairsOf(word: string): ReadonlySet<string> {
  return new Set(Array.from({ length: word.length - 1 }, (_, index) => word.slice(index, index + 2)))
}
