import { RE2JS } from 're2js'
import type {
  FilterNode,
  PhraseNode,
  QueryClause,
  QueryNode,
  QueryProblem,
  SearchQuery,
  WordNode,
} from '../../shared/domain/search-query/search-query'
import { fold } from './analysis/fold'
import { hasJoiningCharacter, isFunctionCharacter } from './analysis/function-characters'
import { wordsOf } from './analysis/note-analyzer'
import { exactPrefix, stopPrefix } from './analysis/term-prefixes'
import { isQuestionWord } from './analysis/question-words'
import { isStopWord, stemOf } from './analysis/words'
import { searchFields, sectionField, titleField } from './search-fields'
import type { MarkedClause } from './segments/score-clauses'

/** A word of a query, as documents are marked by it. */
export interface PlannedWord {
  readonly mark: number
  /** As it was typed, folded; one pair of characters of a CJK run. */
  readonly word: string
  readonly isCjk: boolean
  readonly isUnfinished: boolean
  readonly isRankedBy: boolean
}

export interface PlannedPhrase {
  readonly mark: number
  readonly text: string
  /** Where it stands in what was typed. */
  readonly start: number
  readonly end: number
  /** The fields it may stand in; undefined for all. */
  readonly fields: readonly number[] | undefined
  readonly isUnfinished: boolean
}

export interface PlannedRegex {
  readonly mark: number
  readonly pattern: RE2JS
}

/** Whether a document with these marks is a result; `passes` answers for the filters. */
export type Acceptance = (marks: number, passes: (filter: FilterNode) => boolean) => boolean

/** A query, ready to be run: each word, phrase and regex has a bit, and `accepts` decides on the bits. */
export interface QueryPlan {
  readonly clauses: readonly MarkedClause[]
  readonly words: readonly PlannedWord[]
  readonly phrases: readonly PlannedPhrase[]
  readonly regexes: readonly PlannedRegex[]
  readonly accepts: Acceptance
  /** Bits of the words that results are ranked by. */
  readonly rankMarks: number
  readonly problems: readonly QueryProblem[]
}

/** Measured weights: a Latin word against a pair of characters; what the spelling as typed adds to its stem. */
const latinWeight = 1.6
const exactWeight = 0.2 * latinWeight
const prefixWeight = 0.4
const questionWordWeight = 0.2
const functionCharacterWeight = 0.1
const joiningPairWeight = 0.5
/** Marks have 32 bits: the lower ones are for words, of which the last ones share a bit, the others for phrases and expressions. */
const lastWordBit = 19
const lastBit = 31
/** More of a query is left out, and said: a text that is pasted, or one that is made to take long. */
const mostWords = 200
const mostRegexes = 4
const fieldsButSection = [...searchFields.keys()].filter(field => field !== sectionField)

/** @param matchAll whether a result has to have every word. */
export function planQuery(query: SearchQuery, { matchAll }: { matchAll: boolean }): QueryPlan {
  // All that is in a section has the words of its title.
  const isInSection = query.clauses.some(
    ({ presence, node }) => presence !== 'prohibited' && node.kind === 'filter' && node.name === 'section',
  )
  const planner = new QueryPlanner(matchAll, isInSection ? fieldsButSection : undefined)
  const accepts = planner.group(query.clauses)
  const { clauses, words, phrases, regexes, problems } = planner
  const rankMarks = words.reduce((marks, word) => (word.isRankedBy ? marks | word.mark : marks), 0) >>> 0
  return { clauses, words, phrases, regexes, accepts, rankMarks, problems: [...query.problems, ...problems] }
}

interface Context {
  readonly isProhibited: boolean
}

class QueryPlanner {
  readonly clauses: MarkedClause[] = []
  readonly words: PlannedWord[] = []
  readonly phrases: PlannedPhrase[] = []
  readonly regexes: PlannedRegex[] = []
  readonly problems: QueryProblem[] = []
  readonly #matchAll: boolean
  readonly #fields: readonly number[] | undefined
  #nextWordBit = 0
  #nextBit = lastWordBit + 1

  constructor(matchAll: boolean, fields: readonly number[] | undefined) {
    this.#matchAll = matchAll
    this.#fields = fields
  }

  group(clauses: readonly QueryClause[], context: Context = { isProhibited: false }): Acceptance {
    const parts = clauses.flatMap(({ presence, node }) => {
      const isProhibited = presence === 'prohibited'
      const asked = presence === 'optional' && this.#matchAll ? 'required' : presence
      const accepts = this.#node(node, { isProhibited: context.isProhibited !== isProhibited })
      return accepts === undefined ? [] : [{ presence: asked, accepts }]
    })
    const required = parts.filter(({ presence }) => presence === 'required')
    // A filter narrows down what the words find; a word that is required is found by itself.
    const isFound = clauses.some(
      ({ presence, node }) => presence !== 'prohibited' && presence !== 'optional' && node.kind !== 'filter',
    )
    const prohibited = parts.filter(({ presence }) => presence === 'prohibited')
    const optional = parts.filter(({ presence }) => presence === 'optional')
    return (marks, passes) =>
      required.every(({ accepts }) => accepts(marks, passes)) &&
      !prohibited.some(({ accepts }) => accepts(marks, passes)) &&
      (isFound || optional.length === 0 || optional.some(({ accepts }) => accepts(marks, passes)))
  }

  /** @returns undefined for what is left out. */
  #node(node: QueryNode, context: Context): Acceptance | undefined {
    switch (node.kind) {
      case 'word':
        return this.#word(node, context)
      case 'phrase':
        return this.#phrase(node, context)
      case 'filter':
        return (_marks, passes) => passes(node)
      case 'regex':
        return this.#regex(node)
      case 'group':
        return this.group(node.clauses, context)
      case 'any': {
        const options = node.options.flatMap(option => this.#node(option, context) ?? [])
        if (options.length === 0) return undefined
        return (marks, passes) => options.some(accepts => accepts(marks, passes))
      }
    }
  }

  #word(node: WordNode, context: Context): Acceptance | undefined {
    const found = [...wordsOf(node.text)]
    // Several words that were typed as one belong together where they decide: `-gpt-4`, `+注意力`.
    const isOneThing = found.length > 1 || (found[0]?.isCjk === true && [...found[0].text].length > 2)
    const marks = this.#rankBy(node, context)
    if (marks === undefined) return undefined
    if (isOneThing && (context.isProhibited || node.field !== 'any')) return this.#phraseMark(node)
    return actual => (marks === 0 ? true : (actual & marks) !== 0)
  }

  #phrase(node: PhraseNode, context: Context): Acceptance | undefined {
    this.#rankBy(node, context)
    return this.#phraseMark(node)
  }

  #phraseMark(node: WordNode | PhraseNode): Acceptance | undefined {
    const { text, isUnfinished } = node
    if ([...wordsOf(text)].length === 0) return () => true
    const fields = this.#fieldsOf(node)
    const { start, end } = node
    const known = this.phrases.find(
      each => each.text === text && each.fields === fields && each.isUnfinished === isUnfinished,
    )
    const mark = known?.mark ?? this.#bit()
    if (mark === undefined) return this.#leaveOut(node, text)
    if (known === undefined) this.phrases.push({ mark, text, start, end, fields, isUnfinished })
    return marks => (marks & mark) !== 0
  }

  #regex({ source, start, end }: Extract<QueryNode, { kind: 'regex' }>): Acceptance | undefined {
    const mark = this.regexes.length < mostRegexes ? this.#bit() : undefined
    if (mark === undefined) return this.#leaveOut({ start, end }, source)
    try {
      const pattern = RE2JS.compile(source, RE2JS.CASE_INSENSITIVE | RE2JS.MULTILINE)
      this.regexes.push({ mark, pattern })
      return marks => (marks & mark) !== 0
    } catch {
      this.problems.push({ code: 'bad-regex', start, end, text: source })
      return () => true
    }
  }

  /** Adds the words of a text to what is ranked by; @returns their bits, or undefined when they are left out. */
  #rankBy(node: WordNode | PhraseNode, { isProhibited }: Context): number | undefined {
    const { text, isUnfinished } = node
    const fields = this.#fieldsOf(node)
    let marks = 0
    const all = queryWords(text)
    const words = all.slice(0, Math.max(0, mostWords - this.words.length))
    if (words.length < all.length) this.#leaveOut(node, text)
    if (words.length === 0 && all.length > 0) return undefined
    for (const [index, { word, isCjk }] of words.entries()) {
      const mark = this.#markOf(word, isCjk)
      // What follows an apostrophe or a slash begins half of all words as long as it is one letter.
      const isBegun = words.length === 1 || word.length > 1
      const isLast = isUnfinished && isBegun && index === words.length - 1
      const isRankedBy = !isProhibited && isTelling(word, isCjk)
      this.words.push({ mark, word, isCjk, isUnfinished: isLast, isRankedBy })
      for (const clause of clausesOfWord(word, isCjk, isLast)) {
        this.clauses.push({
          ...clause,
          mark,
          fields,
          presence: isProhibited ? 'prohibited' : 'optional',
        })
      }
      marks |= mark
    }
    return marks >>> 0
  }

  /** Says that a part of the query is not asked for, of the first one. */
  #leaveOut({ start, end }: { readonly start: number; readonly end: number }, text: string): undefined {
    if (this.problems.some(({ code }) => code === 'too-much')) return
    this.problems.push({ code: 'too-much', start, end, text })
  }

  #fieldsOf({ field }: WordNode | PhraseNode): readonly number[] | undefined {
    return field === 'title' ? [titleField] : this.#fields
  }

  /** Of a word that comes again the same; the last bit is shared by all that come when there is no other left. */
  #markOf(word: string, isCjk: boolean): number {
    const known = this.words.find(each => each.word === word && each.isCjk === isCjk)
    return known?.mark ?? (1 << Math.min(lastWordBit, this.#nextWordBit++)) >>> 0
  }

  /** @returns undefined when there is none left. */
  #bit(): number | undefined {
    return this.#nextBit > lastBit ? undefined : (1 << this.#nextBit++) >>> 0
  }
}

/** Whether a word is missed in a result that lacks it. */
function isTelling(word: string, isCjk: boolean): boolean {
  return isCjk ? !isQuestionWord(word) && !isFunctionCharacter(word) : !isStopWord(word)
}

/** The words of a text to search for; stop words only where there is nothing else. */
function queryWords(text: string): { readonly word: string; readonly isCjk: boolean }[] {
  const words = [...wordsOf(text)].flatMap(found =>
    found.isCjk
      ? pairsOf(fold(found.text)).map(word => ({ word, isCjk: true }))
      : [{ word: fold(found.text), isCjk: false }],
  )
  const telling = words.filter(({ word, isCjk }) => isCjk || !isStopWord(word))
  return telling.length === 0 ? words : telling
}

/** The pairs of neighbours in a run; a character that is alone stays so. */
function pairsOf(run: string): string[] {
  const characters = [...run]
  if (characters.length === 1) return characters
  return characters.slice(1).map((character, index) => `${characters[index] ?? ''}${character}`)
}

function clausesOfWord(
  word: string,
  isCjk: boolean,
  isUnfinished: boolean,
): Pick<MarkedClause, 'term' | 'isPrefix' | 'editDistance' | 'boost'>[] {
  if (isCjk) {
    return [{ term: word, isPrefix: [...word].length === 1, editDistance: 0, boost: weightOfCjk(word) }]
  }
  if (isStopWord(word)) {
    const stop = { term: stopPrefix + word, isPrefix: false, editDistance: 0, boost: 1 } as const
    return isUnfinished ? [stop, prefixOf(word)] : [stop]
  }
  return [
    { term: stemOf(word), isPrefix: false, editDistance: 0, boost: latinWeight },
    { term: exactPrefix + word, isPrefix: false, editDistance: 0, boost: exactWeight },
    ...(isUnfinished ? [prefixOf(word)] : []),
  ]
}

function weightOfCjk(word: string): number {
  if (isFunctionCharacter(word)) return functionCharacterWeight
  if (isQuestionWord(word)) return questionWordWeight
  return hasJoiningCharacter(word) ? joiningPairWeight : 1
}

function prefixOf(word: string): Pick<MarkedClause, 'term' | 'isPrefix' | 'editDistance' | 'boost'> {
  return { term: exactPrefix + word, isPrefix: true, editDistance: 0, boost: prefixWeight }
}
