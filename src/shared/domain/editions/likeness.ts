import { plainInline } from '../markdown/parse-markdown'

/** How much two questions of the texts it was made for are alike, by their indexes there: 0 to 1. */
export interface Likeness {
  readonly between: (a: number, b: number) => number
  /** Up to `count` of `others` that have rare parts in common with the text `index`, the most alike first. */
  readonly nearest: (index: number, others: ReadonlySet<number>, count: number) => readonly Near[]
}

export interface Near {
  readonly index: number
  readonly likeness: number
}

/**
 * Dice's coefficient over the texts' parts, each part counting for as much as it is rare among all of the texts (logarithm of
 * one plus the inverse document frequency): what every question says, such as "what is the difference between", hardly counts.
 * Parts are the three-letter pieces of each word with its ends, and single characters and pairs of Chinese, Japanese and Korean.
 */
export function createLikeness(texts: readonly string[]): Likeness {
  const parts = texts.map(partsOf)
  const places = new Map<string, number[]>()
  for (const [index, counts] of parts.entries())
    for (const part of counts.keys()) {
      const list = places.get(part)
      if (list === undefined) places.set(part, [index])
      else list.push(index)
    }
  const weightOf = (part: string): number => Math.log1p(texts.length / (places.get(part)?.length ?? 1))
  const totals = parts.map(counts => {
    let total = 0
    for (const [part, count] of counts) total += count * weightOf(part)
    return total
  })
  const between = (a: number, b: number): number => {
    const [first, second] = [parts[a] ?? none, parts[b] ?? none]
    let common = 0
    for (const [part, count] of first) common += Math.min(count, second.get(part) ?? 0) * weightOf(part)
    const total = (totals[a] ?? 0) + (totals[b] ?? 0)
    return total === 0 ? 0 : (2 * common) / total
  }
  const frequent = Math.max(40, texts.length / 8)
  const nearest = (index: number, others: ReadonlySet<number>, count: number): Near[] => {
    const common = new Map<number, number>()
    for (const part of (parts[index] ?? none).keys()) {
      const holders = places.get(part) ?? []
      if (holders.length > frequent) continue
      for (const holder of holders)
        if (others.has(holder)) common.set(holder, (common.get(holder) ?? 0) + weightOf(part))
    }
    return [...common]
      .sort((a, b) => b[1] - a[1])
      .slice(0, 4 * count)
      .map(([other]) => ({ index: other, likeness: between(index, other) }))
      .sort((a, b) => b.likeness - a.likeness || a.index - b.index)
      .slice(0, count)
  }
  return { between, nearest }
}

/** The text as likeness sees it: no marks, no case, single spaces. Equal ones are the same question. */
export function comparableText(text: string): string {
  return plainInline(text)
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\p{S}]+/gu, ' ')
    .trim()
}

const none: ReadonlyMap<string, number> = new Map()
const cjk = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]+/gu

function partsOf(text: string): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  const add = (part: string): void => void counts.set(part, (counts.get(part) ?? 0) + 1)
  const comparable = comparableText(text)
  for (const [run] of comparable.matchAll(cjk)) {
    const characters = [...run]
    for (const [index, character] of characters.entries()) {
      add(character)
      if (index > 0) add(`${characters[index - 1]}${character}`)
    }
  }
  for (const word of comparable.replace(cjk, ' ').split(' ')) {
    if (word === '') continue
    const padded = [...`^${word}$`]
    if (padded.length < 4) add(padded.join(''))
    for (let at = 0; at + 3 <= padded.length && padded.length >= 4; at += 1)
      add(padded.slice(at, at + 3).join(''))
  }
  return counts
}
