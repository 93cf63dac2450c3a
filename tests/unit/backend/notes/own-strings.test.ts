import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { expect, it } from 'vitest'
import { withOwnStrings } from '../../../../src/backend/notes/own-strings'
import { readNote, type Note } from '../../../../src/shared/domain/note'

setFlagsFromString('--expose-gc')
const collectGarbage = runInNewContext('gc') as () => void

const megabyte = 1024 * 1024

function heapMegabytes(): number {
  collectGarbage()
  return process.memoryUsage().heapUsed / megabyte
}

/** Megabytes that are kept of 40 notes of a megabyte each. */
function keptOf(read: (number: number) => Note): number {
  const before = heapMegabytes()
  const notes = Array.from({ length: 40 }, (_, number) => read(number))
  const kept = heapMegabytes() - before
  expect(notes.map(({ title }) => title)).toContain('Attention in note number 39')
  return kept
}

const noteOf = (number: number): Note =>
  readNote(`notes/${number}.md`, `# Attention in note number ${number}\n\n${'word '.repeat(megabyte / 5)}`)

it('what is known of a note keeps nothing of its text in memory', () => {
  expect(keptOf(number => withOwnStrings(noteOf(number)))).toBeLessThan(5)
  // Without it, the titles are views of the texts: else there is nothing to guard against.
  expect(keptOf(noteOf)).toBeGreaterThan(30)
})
