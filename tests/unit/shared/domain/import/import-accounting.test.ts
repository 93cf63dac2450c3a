import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { importQuestionList } from '../../../../../src/shared/domain/import/import-question-list'
import { unaccountedWords } from './unaccounted-words'

const folder = join(import.meta.dirname, '../../../../fixtures/question-lists')
const article = join(import.meta.dirname, '../../../../../../shared/seed/interview-questions-article.txt')
const fixtures = readdirSync(folder).map(name => ({ name, source: readFileSync(join(folder, name), 'utf8') }))

describe('importQuestionList', () => {
  it.each(fixtures)('drops no word of $name in silence', ({ name, source }) => {
    expect(unaccountedWords(source, name)).toEqual([])
  })

  it.each(fixtures)('reads $name alike with Windows line ends and a byte order mark', ({ name, source }) => {
    const windows = `\uFEFF${source.replaceAll('\n', '\r\n')}`
    expect(importQuestionList(windows, { fileName: name })).toEqual(
      importQuestionList(source, { fileName: name }),
    )
  })

  it('throws at no file, however mangled', () => {
    const sources = fc.constantFrom(...fixtures.map(fixture => fixture.source))
    const noise = fc.oneof(
      fc.string({ maxLength: 12 }),
      fc.constantFrom(
        '\n',
        '\n\n',
        '- ',
        '# ',
        '```',
        '<details>',
        '</summary>',
        '|',
        '> ',
        '**',
        '<!--',
        '](',
        '：',
        '^a',
        '   ',
      ),
    )
    const edits = fc.array(fc.tuple(fc.nat(3000), fc.nat(40), noise), { maxLength: 12 })
    fc.assert(
      fc.property(sources, edits, (source, all) => {
        const mangled = all.reduce(
          (text, [at, length, words]) => text.slice(0, at) + words + text.slice(at + length),
          source,
        )
        const { sections, warnings } = importQuestionList(mangled, { fileName: 'mangled.md' })
        expect(
          sections.every(
            ({ title, questions }) => title !== '' && questions.every(({ text }) => text !== ''),
          ),
        ).toBe(true)
        expect(sections.length + warnings.length).toBeGreaterThan(0)
      }),
      { numRuns: 300 },
    )
  })

  it('throws at no string', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme' })), source => {
        expect(importQuestionList(source, { fileName: 'any.txt' }).sections).toBeInstanceOf(Array)
      }),
    )
  })

  it('takes time in proportion to the length of a file', () => {
    const source = fixtures.map(fixture => fixture.source).join('\n')
    const short = source.repeat(Math.ceil(200_000 / source.length))
    const timeOf = (text: string) => {
      const start = performance.now()
      importQuestionList(text, { fileName: 'long.md' })
      return performance.now() - start
    }
    timeOf(short)
    const shortMs = Math.max(20, Math.min(timeOf(short), timeOf(short)))
    expect(timeOf(short.repeat(8)) / shortMs).toBeLessThan(30)
  })

  it.each([
    ['quotes in quotes', '>'.repeat(10_000)],
    ['lists in lists', '- '.repeat(10_000)],
    [
      'lists deeper and deeper',
      Array.from({ length: 800 }, (_, depth) => `${' '.repeat(2 * depth)}- What?`).join('\n'),
    ],
    ['a line of a megabyte', `- ${'a'.repeat(1_000_000)}`],
    ['brackets', `- ${'['.repeat(40_000)}`],
    ['spaces', `# a${' '.repeat(40_000)}b`],
    ['unclosed details', '<details><summary>What?</summary>\n'.repeat(5_000)],
    ['unclosed tables', '<table>\n\n'.repeat(20_000)],
  ])('reads a file of %s in no time', (_, hostile) => {
    const start = performance.now()
    const { sections } = importQuestionList(`${hostile}\n\n## Section\n\n- What is left?\n- Why is it?\n`, {
      fileName: 'a.md',
    })
    expect(sections).toBeInstanceOf(Array)
    expect(performance.now() - start).toBeLessThan(3000)
  })

  it('warns of a line that is too long to be text', () => {
    const source = `- What is left?\n- ${'a'.repeat(60_000)}\n- What is right?\n`
    expect(importQuestionList(source, { fileName: 'a.md' }).warnings).toEqual([
      {
        line: 2,
        message: 'Line 2 left out: lines of more than 50,000 characters',
        code: 'left-out',
        values: { what: 'long-lines', words: '', lines: '2', hidden: 0, last: 2 },
      },
    ])
  })
})

describe.skipIf(!existsSync(article))(
  'the article on large language models (skipped: not in ../shared/seed)',
  () => {
    const source = existsSync(article) ? readFileSync(article, 'utf8') : ''
    const { sections, ...list } = importQuestionList(source, { fileName: 'interview-questions-article.txt' })
    const questions = sections.flatMap(section => section.questions)

    it('has 200 questions in 14 sections', () => {
      expect(sections.map(section => section.questions.length)).toEqual([
        8, 11, 20, 8, 11, 14, 15, 12, 18, 12, 12, 24, 14, 21,
      ])
      expect(questions).toHaveLength(200)
      expect([sections[0]?.title, sections[12]?.title, sections[13]?.title]).toEqual([
        'Introduction to Large Language Models',
        'Illustrated Reasoning Large Language Models',
        'DeepSeek R1',
      ])
    })

    it('is put together where its lines are broken', () => {
      const broken = questions
        .filter(question => question.text.includes('`'))
        .map(({ line, text }) => [line, text.match(/`[^`]+`/g)])
      expect(broken).toEqual([
        [71, ['`temperature`', '`top_p`']],
        [167, ['`</s>`']],
      ])
      expect(
        questions
          .filter(({ body }) => body !== undefined)
          .map(({ line, body }) => [line, body?.split('\n').length]),
      ).toEqual([[54, 3]])
      expect(questions.filter(({ hint }) => hint !== undefined)).toHaveLength(9)
    })

    it('leaves out its introduction, notes and closing text, and says so', () => {
      expect({ ...list, warnings: list.warnings.map(({ message }) => message.slice(0, 45)) }).toEqual({
        title: '200 Interview Questions on Large Models',
        id: undefined,
        language: 'en',
        source: undefined,
        warnings: [
          'Lines 2–3 left out: introduction: “This artic',
          'Line 202 left out: note: “(Note: Most of the ',
          'Line 225 left out: note: “(Note: Most of the ',
          'Lines 226–234 left out: text after the last q',
        ],
      })
      expect(unaccountedWords(source, 'interview-questions-article.txt')).toEqual(['andtop'])
    })
  },
)
