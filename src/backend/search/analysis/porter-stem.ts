/**
 * Porter's stemmer (M. F. Porter, "An algorithm for suffix stripping", 1980) exactly as lunr has it, on letters in an array: lunr's makes some twenty
 * strings and regular expressions of a word, and a third of a new index is spent on words that are met for the first time.
 * `tests/unit/backend/search/analysis/porter-stem.test.ts` compares the two.
 */

/**
 * Turns a word into its stem, in place.
 *
 * @param word begins with `length` letters from `a` to `z`, as UTF-16 units.
 * @returns how many letters the stem has; never more than the word.
 */
export function stemInPlace(word: Uint16Array, length: number): number {
  if (length < 3) return length
  let end = withoutPlural(word, length)
  end = withoutTense(word, end)
  if (end > 2 && word[end - 1] === letterY && !isVowel(word[end - 2]!)) word[end - 1] = letterI
  end = replaceEnding(word, end, longEndings)
  end = replaceEnding(word, end, adjectiveEndings)
  end = withoutEnding(word, end)
  return withoutLastE(word, end)
}

const [letterA, letterE, letterI, letterL, letterS, letterT] = [...'aeilst'].map(codeOf) as [
  number,
  number,
  number,
  number,
  number,
  number,
]
const [letterW, letterX, letterY, letterZ] = [...'wxyz'].map(codeOf) as [number, number, number, number]

/** How far the beginning of a word goes through [C]VCVC, where C are consonants and V vowels, one or more. */
const hasVowel = 1
const hasOneSyllable = 2
const hasTwoSyllables = 4

/** Which of the vowels and consonants of `hasTwoSyllables` the first `end` letters have, in this order. */
function syllables(word: Uint16Array, end: number): number {
  let found = 0
  for (let at = 0; at < end && found < hasTwoSyllables; at += 1) {
    const letter = word[at]!
    // A `y` is what the letters before it are not; as the first of a word it is a consonant.
    const isNext =
      letter === letterY
        ? at > 0
        : isVowel(letter)
          ? found === 0 || found === hasOneSyllable
          : found % 2 === 1
    if (isNext) found += 1
  }
  return found
}

function isVowel(letter: number): boolean {
  return ((vowels >>> (letter - letterA)) & 1) === 1
}

/** A bit for each letter. */
const vowels = [...'aeiou'].reduce((bits, vowel) => bits | (1 << (codeOf(vowel) - codeOf('a'))), 0)

/** Step 1a: `caresses` to `caress`, `ponies` to `poni`, `cats` to `cat`. */
function withoutPlural(word: Uint16Array, end: number): number {
  if (word[end - 1] !== letterS) return end
  if (endsWith(word, end, 'sses') || endsWith(word, end, 'ies')) return end - 2
  return end > 2 && word[end - 2] !== letterS ? end - 1 : end
}

/** Step 1b: `agreed` to `agree`, `hopped` to `hop`, `hoping` to `hope`. */
function withoutTense(word: Uint16Array, end: number): number {
  if (endsWith(word, end, 'eed')) return syllables(word, end - 3) >= hasOneSyllable ? end - 1 : end
  const ending = endsWith(word, end, 'ed') ? 2 : endsWith(word, end, 'ing') ? 3 : 0
  if (ending === 0 || syllables(word, end - ending) < hasVowel) return end
  const rest = end - ending
  if (['at', 'bl', 'iz'].some(pair => isAtEnd(word, rest, pair))) return withE(word, rest)
  if (isDoubled(word, rest)) return rest - 1
  return isShort(word, rest) ? withE(word, rest) : rest
}

function withE(word: Uint16Array, end: number): number {
  word[end] = letterE
  return end + 1
}

/** Whether it ends in twice the same consonant, none of `l`, `s` and `z`. */
function isDoubled(word: Uint16Array, end: number): boolean {
  const last = word[end - 1]!
  if (end < 2 || word[end - 2] !== last || isVowel(last)) return false
  return last !== letterY && last !== letterL && last !== letterS && last !== letterZ
}

/** Whether it is consonants, one vowel, and a consonant that is none of `w`, `x` and `y`, as `hop`. */
function isShort(word: Uint16Array, end: number): boolean {
  const last = word[end - 1]!
  if (end < 3 || isVowel(last) || last === letterW || last === letterX || last === letterY) return false
  if (word[end - 2] !== letterY && !isVowel(word[end - 2]!)) return false
  if (isVowel(word[0]!)) return false
  for (let at = 1; at < end - 2; at += 1) if (isVowel(word[at]!) || word[at] === letterY) return false
  return true
}

type Endings = readonly (readonly (readonly [ending: string, instead: string])[] | undefined)[]

/** Endings by their last letter, the longest first, with what stands in their place. */
function endingsOf(endings: Readonly<Record<string, string>>): Endings {
  const found: [string, string][][] = []
  for (const each of Object.entries(endings))
    (found[each[0].charCodeAt(each[0].length - 1)] ??= []).push(each)
  for (const list of found) list?.sort(([a], [b]) => b.length - a.length)
  return found
}

/** Step 2. */
const longEndings = endingsOf({
  ational: 'ate',
  tional: 'tion',
  enci: 'ence',
  anci: 'ance',
  izer: 'ize',
  bli: 'ble',
  alli: 'al',
  entli: 'ent',
  eli: 'e',
  ousli: 'ous',
  ization: 'ize',
  ation: 'ate',
  ator: 'ate',
  alism: 'al',
  iveness: 'ive',
  fulness: 'ful',
  ousness: 'ous',
  aliti: 'al',
  iviti: 'ive',
  biliti: 'ble',
  logi: 'log',
})

/** Step 3. */
const adjectiveEndings = endingsOf({
  icate: 'ic',
  ative: '',
  alize: 'al',
  iciti: 'ic',
  ical: 'ic',
  ful: '',
  ness: '',
})

/** Step 4; `ion` goes behind `s` and `t` only. */
const lastEndings = endingsOf(
  Object.fromEntries(
    'al ance ence er ic able ible ant ement ment ent ou ism ate iti ous ive ize'
      .split(' ')
      .map(ending => [ending, '']),
  ),
)

/** Puts what belongs there in the place of the longest ending, behind a syllable. */
function replaceEnding(word: Uint16Array, end: number, endings: Endings): number {
  for (const [ending, instead] of endings[word[end - 1]!] ?? []) {
    if (!endsWith(word, end, ending)) continue
    const rest = end - ending.length
    if (syllables(word, rest) < hasOneSyllable) return end
    for (let at = 0; at < instead.length; at += 1) word[rest + at] = instead.charCodeAt(at)
    return rest + instead.length
  }
  return end
}

function withoutEnding(word: Uint16Array, end: number): number {
  for (const [ending] of lastEndings[word[end - 1]!] ?? []) {
    if (!endsWith(word, end, ending)) continue
    return syllables(word, end - ending.length) === hasTwoSyllables ? end - ending.length : end
  }
  const before = word[end - 4]
  const isIon = endsWith(word, end, 'sion') || endsWith(word, end, 'tion')
  if (!isIon || (before !== letterS && before !== letterT)) return end
  return syllables(word, end - 3) === hasTwoSyllables ? end - 3 : end
}

/** Step 5: `probate` to `probat`, `controll` to `control`. */
function withoutLastE(word: Uint16Array, end: number): number {
  let rest = end
  if (end > 1 && word[end - 1] === letterE) {
    const found = syllables(word, end - 1)
    if (found === hasTwoSyllables || (found >= hasOneSyllable && !isShort(word, end - 1))) rest = end - 1
  }
  const isDoubleL = rest > 1 && word[rest - 1] === letterL && word[rest - 2] === letterL
  return isDoubleL && syllables(word, rest) === hasTwoSyllables ? rest - 1 : rest
}

/** Whether an ending is there, with a letter before it. */
function endsWith(word: Uint16Array, end: number, ending: string): boolean {
  return end > ending.length && isAtEnd(word, end, ending)
}

function isAtEnd(word: Uint16Array, end: number, ending: string): boolean {
  const start = end - ending.length
  if (start < 0) return false
  for (let at = ending.length - 1; at >= 0; at -= 1) {
    if (word[start + at] !== ending.charCodeAt(at)) return false
  }
  return true
}

function codeOf(letter: string): number {
  return letter.charCodeAt(0)
}
