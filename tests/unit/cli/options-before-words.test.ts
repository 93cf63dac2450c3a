import { describe, expect, it } from 'vitest'
import { optionsBeforeWords } from '../../../src/cli/options-before-words'

describe('optionsBeforeWords', () => {
  it.each([
    [
      ['NB', '-cache'],
      ['--', 'NB', '-cache'],
    ],
    [
      ['NB', '-"load balancer" balancer', '--json'],
      ['--json', '--', 'NB', '-"load balancer" balancer'],
    ],
    [
      ['--limit', '3', 'NB', '-help', '--json'],
      ['--limit', '3', '--json', '--', 'NB', '-help'],
    ],
    [
      ['NB', '-cache', '--limit=3', '-h'],
      ['--limit=3', '-h', '--', 'NB', '-cache'],
    ],
    [
      ['NB', '--limit', '-1', 'x'],
      ['--limit', '-1', '--', 'NB', 'x'],
    ],
    [
      ['NB', '--json', '--', '--cache'],
      ['--json', '--', 'NB', '--cache'],
    ],
    [
      ['NB', 'x', '--limt', '3'],
      ['--limt', '--', 'NB', 'x', '3'],
    ],
    [
      ['NB', 'x', '--limit'],
      ['NB', 'x', '--limit'],
    ],
    [[], ['--']],
  ])('of %j makes %j', (args, ordered) => expect(optionsBeforeWords(args)).toEqual(ordered))
})
