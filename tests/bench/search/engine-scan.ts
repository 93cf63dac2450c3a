import type { CreateEngine } from './bench-engine.ts'

interface Scanned {
  readonly id: string
  readonly text: string
}

/** No index: lower-cased texts that are looked through, the most different words first, then the most occurrences. */
export const createScan: CreateEngine = async () => {
  let texts: Scanned[] = []
  const find = async (needles: readonly string[], limit: number): Promise<string[]> =>
    texts
      .map(({ id, text }) => ({ id, worth: worthOf(text, needles) }))
      .filter(({ worth }) => worth > 0)
      .sort((a, b) => b.worth - a.worth)
      .slice(0, limit)
      .map(({ id }) => id)
  const words = (text: string, limit: number): Promise<string[]> =>
    find(text.toLowerCase().match(/[\p{L}\p{N}_]+/gu) ?? [], limit)
  const prefix = (text: string, limit: number): Promise<string[]> => find([` ${text}`], limit)
  return {
    async build(documents) {
      texts = documents.map(({ id, title, tags, body }) => ({
        id,
        text: ` ${[title, ...tags, body].join(' ')}`.toLowerCase(),
      }))
    },
    async update({ number, id, title, tags, body }) {
      texts[number] = { id, text: ` ${[title, ...tags, body].join(' ')}`.toLowerCase() }
    },
    search: {
      word: words,
      two: words,
      phrase: (text, limit) => find([text.toLowerCase()], limit),
      prefix1: prefix,
      prefix3: prefix,
    },
  }
}

function worthOf(text: string, needles: readonly string[]): number {
  let worth = 0
  for (const needle of needles) {
    const occurrences = countOf(text, needle)
    worth += occurrences === 0 ? 0 : 1000 + Math.min(occurrences, 900)
  }
  return worth
}

function countOf(text: string, needle: string): number {
  let count = 0
  for (let at = text.indexOf(needle); at >= 0; at = text.indexOf(needle, at + needle.length)) count += 1
  return count
}
