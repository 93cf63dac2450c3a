/** So many beginnings are searched one by one; with more it is cheaper to look at every word. */
const mostSearched = 6
/** No more of each is looked for: it finds what the whole would, and little else. */
const longest = 32

/**
 * How the words that are looked for begin, folded; a part of a name (`push_to_hub`) may begin so too. By it most words of a
 * text are left out without being looked at one by one.
 */
export class WordBeginnings {
  /** By ASCII unit: 1 where one of them starts with it, in either case. */
  readonly units = new Uint8Array(0x80)
  readonly #texts: readonly string[]

  constructor(beginnings: Iterable<string>) {
    // A mark alone folds to nothing, which no ASCII word does.
    const texts = new Set([...beginnings].filter(text => text !== '').map(text => text.slice(0, longest)))
    this.#texts = [...texts].filter(text => !startsWithAny(text, texts))
    for (const text of texts) {
      for (const first of [text.charAt(0), text.charAt(0).toUpperCase()]) {
        if (first < '\x80') this.units[first.charCodeAt(0)] = 1
      }
    }
  }

  /** Where words of a text may begin so; undefined where each of its words is to be looked at. */
  searchIn(text: string): BeginningSearch | undefined {
    const isAscii = Buffer.byteLength(text) === text.length
    return isAscii && this.#texts.length <= mostSearched ? new BeginningSearch(text, this.#texts) : undefined
  }
}

function startsWithAny(text: string, others: ReadonlySet<string>): boolean {
  for (let length = 1; length < text.length; length += 1) if (others.has(text.slice(0, length))) return true
  return false
}

const underscore = '_'

/** Goes along the places of an ASCII text where a word, or a part of a name, begins in one of some ways. */
export class BeginningSearch {
  readonly #text: string
  readonly #beginnings: readonly string[]
  /** By beginning: where it was found last. */
  readonly #places: number[]

  constructor(text: string, beginnings: readonly string[]) {
    this.#text = text.toLowerCase()
    // A name is found by its parts joined, too, so that every name is looked at.
    this.#beginnings = [...beginnings, underscore]
    this.#places = this.#beginnings.map(() => -1)
  }

  /** The first place from an offset on, which is not below those before; -1 when there is none. */
  next(from: number): number {
    let first = Infinity
    for (let at = 0; at < this.#places.length; at += 1) {
      if (this.#places[at]! < from) this.#places[at] = this.#find(this.#beginnings[at]!, from)
      first = Math.min(first, this.#places[at]!)
    }
    return first === Infinity ? -1 : first
  }

  #find(beginning: string, from: number): number {
    const text = this.#text
    for (let at = text.indexOf(beginning, from); at >= 0; at = text.indexOf(beginning, at + 1)) {
      if (beginning === underscore || at === 0 || !isLetterOrDigit(text.charCodeAt(at - 1))) return at
    }
    return Infinity
  }
}

/** Of a lower-case ASCII text. */
function isLetterOrDigit(unit: number): boolean {
  return (unit >= 0x61 && unit <= 0x7a) || (unit >= 0x30 && unit <= 0x39)
}
