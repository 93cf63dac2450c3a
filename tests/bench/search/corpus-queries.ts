import type { BenchDocument, QueryKind } from './bench-engine.ts'
import { Random } from './random.ts'
import { functionWords } from './vocabulary.ts'

const isFunctionWord = new Set(functionWords)

/** Queries of one kind whose words stand in the documents: frequent words come often, as they do in what people ask. */
export function makeQueries(
  documents: readonly BenchDocument[],
  kind: QueryKind,
  { count, seed }: { count: number; seed: number },
): string[] {
  const random = new Random(seed)
  const queries: string[] = []
  while (queries.length < count) {
    const query = makeQuery(random.from(documents), kind, random)
    if (query !== undefined) queries.push(query)
  }
  return queries
}

/** @returns undefined when what was drawn does not make a query of the kind. */
function makeQuery({ body }: BenchDocument, kind: QueryKind, random: Random): string | undefined {
  const word = contentWord(body, random)
  switch (kind) {
    case 'word':
      return word
    case 'two': {
      const other = contentWord(body, random)
      return other === word ? undefined : `${word} ${other}`
    }
    case 'phrase':
      return phraseOf(body, random)
    case 'prefix1':
      return word.slice(0, 1)
    case 'prefix3':
      return word.slice(0, 3)
    case 'fuzzy':
      return word.length < 6 ? undefined : misspelled(word, random)
  }
}

function phraseOf(body: string, random: Random): string | undefined {
  const phrases = body.match(/(?<=[a-z] )[a-z]{4,} [a-z]{4,}(?= [a-z])/g)
  return phrases === null ? undefined : random.from(phrases)
}

function contentWord(body: string, random: Random): string {
  const words = (body.match(/\b[a-z]{4,14}\b/g) ?? []).filter(word => !isFunctionWord.has(word))
  return random.from(words)
}

function misspelled(word: string, random: Random): string {
  const at = 1 + random.below(word.length - 2)
  return word.slice(0, at) + random.from([...'abcdefghijklmnopqrstuvwxyz']) + word.slice(at + 1)
}
