import { Random } from './random.ts'

/** Words that hold sentences together, the most frequent first; the rest of the vocabulary is made up. */
export const functionWords = (
  'the of and a to in is that it for as with on are be this by which from or at an not can we if each has ' +
  'but their when one all so its where will than more only into such they two because between may then what ' +
  'how most must do does after before both other some any no our you would about there over under used'
).split(' ')

const onsets = 'b br c ch cl d dr f fl g gr h j l m n p pl pr qu r s sc sh sl sp st t th tr v w z'.split(' ')
const vowels = 'a a e e i i o o u ai ea io ou'.split(' ')
const codas = ['', '', '', ...'l m n r s t nd nt rm st ck x'.split(' ')]
const verbEndings = ['', 's', 'ed', 'ing', 'er', 'ation', 'able']
const nounEndings = ['', 's', 'ly', 'ity', 'al', 'ness', 'ize']

/**
 * Words that can be pronounced but mean nothing, each in several inflected forms, from the one that is meant to be the
 * most frequent to the rarest. The same ones each time.
 */
export function makeVocabulary(rootCount: number): string[][] {
  const random = new Random(11)
  const roots = new Set<string>()
  while (roots.size < rootCount) roots.add(makeRoot(random))
  return [...roots].map(root => {
    const endings = random.next() < 0.5 ? verbEndings : nounEndings
    return endings.slice(0, 2 + random.below(endings.length - 1)).map(ending => inflect(root, ending))
  })
}

function makeRoot(random: Random): string {
  const syllables = 1 + Math.floor(random.next() ** 0.7 * 3)
  let root = ''
  for (let count = 0; count < syllables; count += 1) root += random.from(onsets) + random.from(vowels)
  root += random.from(codas)
  return root.length < 4 ? root + random.from(['n', 'r', 't']) : root
}

function inflect(root: string, ending: string): string {
  if (ending === '') return root
  return /^[aeiou]/.test(ending) && /[aeiou]$/.test(root) ? root.slice(0, -1) + ending : root + ending
}
