import type { BenchDocument } from './bench-engine.ts'
import { Random } from './random.ts'
import { functionWords, makeVocabulary } from './vocabulary.ts'
import { Zipf } from './zipf.ts'

/**
 * Notes as people study with them, made up: words by Zipf's law, a topic or two a note, headings, lists, emphasis, code, names and
 * numbers, about 380 words each (150 to 600). The same notes for the same seed, however many are made.
 */
export function makeCorpus(count: number, seed = 7): BenchDocument[] {
  return Array.from({ length: count }, (_, number) => makeNote(number, seed))
}

/** One note of the corpus. Another `seed` makes another text for the same number. */
export function makeNote(number: number, seed: number): BenchDocument {
  const random = new Random(seed * 1_000_003 + number)
  const writer = new NoteWriter(random)
  return {
    number,
    id: `notes/${number.toString().padStart(6, '0')}.md`,
    title: capitalized(Array.from({ length: 2 + random.below(4) }, () => writer.topicWord()).join(' ')),
    tags: Array.from({ length: random.below(4) }, () => writer.topicWord()),
    body: writer.body(150 + random.below(450)),
  }
}

const rootCount = 9000
const topicCount = 240
const wordsPerTopic = 300

const vocabulary = makeVocabulary(rootCount)
const topics = Array.from({ length: topicCount }, (_, topic) => {
  const random = new Random(1000 + topic)
  return Array.from({ length: wordsPerTopic }, () => Math.floor(random.next() ** 2 * rootCount))
})
const functionRanks = new Zipf(functionWords.length, 1)
const vocabularyRanks = new Zipf(rootCount, 1.02)
const topicRanks = new Zipf(wordsPerTopic, 0.9)
const formRanks = new Zipf(7, 1.6)

class NoteWriter {
  readonly #random: Random
  readonly #main: readonly number[]
  readonly #side: readonly number[]

  constructor(random: Random) {
    this.#random = random
    this.#main = random.from(topics)
    this.#side = random.from(topics)
  }

  body(words: number): string {
    const blocks: string[] = []
    for (let written = 0; written < words;) {
      const block = this.#block()
      blocks.push(block)
      written += block.split(' ').length
    }
    return `${blocks.join('\n\n')}\n`
  }

  topicWord(): string {
    return this.#form(this.#main[topicRanks.draw(this.#random)] ?? 0)
  }

  #block(): string {
    const kind = this.#random.next()
    if (kind < 0.12) return `## ${capitalized(`${this.topicWord()} ${this.topicWord()}`)}`
    if (kind < 0.22) return [0, 1, 2].map(() => `- ${this.#sentence(6)}`).join('\n')
    if (kind < 0.26) {
      const [call, value] = [this.#name(), this.#name()]
      return `\`\`\`python\n${value} = ${call}(${this.topicWord()}, ${this.#random.below(100)})\n\`\`\``
    }
    return Array.from({ length: 2 + this.#random.below(4) }, () => this.#sentence(14)).join(' ')
  }

  #sentence(around: number): string {
    const length = Math.ceil(around / 2) + this.#random.below(around)
    const words = Array.from({ length }, () => this.#word())
    if (this.#random.next() < 0.15) words[1] = `**${this.topicWord()}**`
    if (length > 10) words[length >> 1] += ','
    return `${capitalized(words.join(' '))}.`
  }

  #word(): string {
    const kind = this.#random.next()
    if (kind < 0.42) return functionWords[functionRanks.draw(this.#random)] ?? ''
    if (kind < 0.68) return this.topicWord()
    if (kind < 0.75) return this.#form(this.#side[topicRanks.draw(this.#random)] ?? 0)
    if (kind < 0.985) return this.#form(vocabularyRanks.draw(this.#random))
    return kind < 0.993 ? String(this.#random.below(2000)) : this.#name()
  }

  /** A name as programs have them. */
  #name(): string {
    const [first, second] = [this.topicWord(), this.#form(vocabularyRanks.draw(this.#random))]
    return this.#random.next() < 0.5
      ? `${first}_${second}`
      : `${first}${capitalized(second)}${this.#random.below(30)}`
  }

  #form(root: number): string {
    const forms = vocabulary[root] ?? []
    return forms[formRanks.draw(this.#random) % forms.length] ?? ''
  }
}

function capitalized(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
