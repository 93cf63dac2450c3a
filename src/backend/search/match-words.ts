import { fold } from './analysis/fold'
import { scanWords } from './analysis/scan-words'
import { WordBeginnings } from './analysis/word-beginnings'
import { beginningOfStem, stemOf } from './analysis/words'
import type { QueryPlan } from './query-plan'
import type { TextRange } from './search-protocol'

/** A match of one word of a query. `word` tells words apart. */
export interface WordMatch {
  readonly range: TextRange
  readonly word: number
}

/** Finds in text what the words, phrases and regexes of a query match there. Made once for a query. */
export class WordMatcher {
  readonly #plan: QueryPlan
  readonly #stems = new Map<string, number>()
  readonly #pairs = new Map<string, number>()
  readonly #characters = new Map<string, number>()
  readonly #prefixes: { readonly prefix: string; readonly word: number }[] = []
  /** Stems, and what words are folded to, begin as they do. */
  readonly #beginnings: WordBeginnings
  /** What was found out about a word, by its spelling. */
  readonly #known = new Map<string, number>()

  /** @param instead stems of words that were taken for one that no document has. */
  constructor(plan: QueryPlan, instead: readonly string[]) {
    this.#plan = plan
    for (const [index, { word, isCjk, isUnfinished, mark }] of plan.words.entries()) {
      if (plan.clauses.some(clause => clause.mark === mark && clause.presence === 'prohibited')) continue
      if (isCjk) (word.length > 1 && [...word].length > 1 ? this.#pairs : this.#characters).set(word, index)
      else {
        this.#stems.set(stemOf(word), index)
        if (isUnfinished) this.#prefixes.push({ prefix: word, word: index })
      }
    }
    for (const stem of instead) this.#stems.set(stem, plan.words.length)
    this.#beginnings = new WordBeginnings([
      ...[...this.#stems.keys()].map(beginningOfStem),
      ...this.#prefixes.map(({ prefix }) => prefix),
    ])
  }

  /** Matches in the order of the text; those of a run of CJK characters may overlap. */
  find(text: string): WordMatch[] {
    const matches: WordMatch[] = []
    scanWords(
      text,
      (start, end, isCjk) => {
        if (isCjk) return this.#findInRun(text.slice(start, end), start, matches)
        const found = this.#wordAt(text.slice(start, end))
        if (found >= 0) matches.push({ range: [start, end], word: found })
      },
      this.#beginnings,
    )
    for (const [index, { pattern }] of this.#plan.regexes.entries()) {
      matches.push(...regexMatches(text, pattern, this.#plan.words.length + 1 + index))
    }
    return matches.sort((a, b) => a.range[0] - b.range[0])
  }

  #wordAt(spelled: string): number {
    const known = this.#known.get(spelled)
    if (known !== undefined) return known
    const word = fold(spelled)
    const found =
      this.#byStem(word) ??
      this.#prefixes.find(({ prefix }) => word.startsWith(prefix))?.word ??
      this.#partOf(word)
    this.#known.set(spelled, found)
    return found
  }

  #partOf(word: string): number {
    if (!word.includes('_')) return -1
    for (const part of [...word.split('_'), word.replaceAll('_', '')]) {
      const found = this.#byStem(part)
      if (found !== undefined) return found
    }
    return -1
  }

  #byStem(word: string): number | undefined {
    const first = word.charCodeAt(0)
    return first >= 0x80 || this.#beginnings.units[first] === 1 ? this.#stems.get(stemOf(word)) : undefined
  }

  #findInRun(run: string, start: number, matches: WordMatch[]): void {
    if (this.#pairs.size === 0 && this.#characters.size === 0) return
    const characters = [...run]
    let at = start
    for (const [index, character] of characters.entries()) {
      const pair = character + (characters[index + 1] ?? '')
      const word = this.#pairs.get(fold(pair))
      const single = this.#characters.get(fold(character))
      if (word !== undefined && pair !== character) matches.push({ range: [at, at + pair.length], word })
      else if (single !== undefined) matches.push({ range: [at, at + character.length], word: single })
      at += character.length
    }
  }
}

const mostRegexMatches = 100

function regexMatches(
  text: string,
  pattern: QueryPlan['regexes'][number]['pattern'],
  word: number,
): WordMatch[] {
  const matches: WordMatch[] = []
  const matcher = pattern.matcher(text)
  while (matches.length < mostRegexMatches && matcher.find()) {
    const [start, end] = [matcher.start(), matcher.end()]
    if (end > start) matches.push({ range: [start, end], word })
  }
  return matches
}

/** The ranges of matches, joined where they touch or overlap. */
export function rangesOf(matches: readonly WordMatch[]): TextRange[] {
  const ranges: TextRange[] = []
  for (const { range } of matches) {
    const last = ranges.at(-1)
    if (last !== undefined && range[0] < last[1]) last[1] = Math.max(last[1], range[1])
    else ranges.push([...range])
  }
  return ranges
}
