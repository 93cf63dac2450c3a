import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formatQuestionList } from '../../../../src/shared/domain/import/format-question-list'
import { parseQuestionList } from '../../../../src/shared/domain/parse-question-list'

const parse = (source: string, fileName = 'questions/llm.md') => parseQuestionList(source, fileName)
const texts = (source: string) =>
  parse(source).sections.map(({ title, questions }) => [title, ...questions.map(({ text }) => text)])
const firstOf = (source: string) => parse(source).sections[0]?.questions[0]

describe('parseQuestionList', () => {
  it('reads the format of the product', () => {
    const source = [
      '---',
      'title: Interview questions',
      'id: llm',
      'language: en',
      'source: a book',
      '---',
      '',
      '## Tokens',
      '',
      '1. Why does it matter? ^llm-1-01',
      '   > Hint: what does',
      '   > each of them count?',
      '2. Which is better?',
      '   - “one”',
      '   - “two”',
      '',
    ].join('\n')
    expect(parse(source, 'other.md')).toEqual({
      id: 'llm',
      title: 'Interview questions',
      language: 'en',
      source: 'a book',
      sections: [
        {
          number: 1,
          title: 'Tokens',
          questions: [
            {
              id: 'llm-1-01',
              hasStoredId: true,
              number: 1,
              text: 'Why does it matter?',
              hint: 'what does\neach of them count?',
              body: undefined,
              line: 10,
            },
            {
              id: 'llm-01-02',
              hasStoredId: false,
              number: 2,
              text: 'Which is better?',
              hint: undefined,
              body: '- “one”\n- “two”',
              line: 13,
            },
          ],
        },
      ],
    })
  })

  it('takes title and id from the file name when nothing else gives them', () => {
    const { id, title, sections } = parse('- What is it?', 'C:\\notes\\My list 2.md')
    expect({ id, title, sections: sections.map(section => section.title) }).toEqual({
      id: 'My-list-2',
      title: 'My list 2',
      sections: ['My list 2'],
    })
  })

  it('gives a file with a Chinese name an id of plain letters', () => {
    expect(parse('1. 什么是进程？', '面试题.md').id).toMatch(/^list-[a-z0-9]+$/)
  })

  it('takes the title from the first heading and keeps it from being a section', () => {
    expect(texts('# Networks\n\n## Layers\n* What is a layer?\n')).toEqual([['Layers', 'What is a layer?']])
    expect(parse('# Networks\n\n## Layers\n* What is a layer?\n').title).toBe('Networks')
  })

  it('puts items before the first heading in a section titled as the list', () => {
    expect(texts('---\ntitle: T\n---\n- one\n\n### Two\n- two')).toEqual([
      ['T', 'one'],
      ['Two', 'two'],
    ])
  })

  it('leaves out headings that only group others and keeps sections without questions', () => {
    expect(texts('# A\n## B\n- x\n## C\n## D\n- y')).toEqual([['B', 'x'], ['C'], ['D', 'y']])
  })

  it('joins a question that is wrapped over lines', () => {
    expect(firstOf('- What is\n  a thing\nlike this? ^a-1\n')).toMatchObject({
      id: 'a-1',
      text: 'What is a thing like this?',
    })
  })

  it('reads bullets, other brackets, checkboxes and loose items', () => {
    expect(texts('## S\n\n- [ ] one\n\n- [x] two ^b\n\n1) three\n\n\n2) four')).toEqual([
      ['S', 'one', 'two', 'three', 'four'],
    ])
  })

  it('reads CRLF after a byte order mark', () => {
    expect(firstOf('\uFEFF## S\r\n\r\n1. one ^a\r\n   > hint： h\r\n\r\n   body\r\n   more\r\n')).toEqual({
      id: 'a',
      hasStoredId: true,
      number: 1,
      text: 'one',
      hint: 'h',
      body: 'body\nmore',
      line: 3,
    })
  })

  it('keeps quotations that are no hint, and code, in the body', () => {
    const source =
      '- q ^a\n\n  > said one\n\n  > Hint: two\n\n  > Hint: three\n\n  ```js\n    const a = 1\n  ```\n'
    expect(firstOf(source)).toMatchObject({
      hint: 'two',
      body: '> said one\n\n> Hint: three\n\n```js\n  const a = 1\n```',
    })
  })

  it('reads a Chinese hint', () => {
    expect(firstOf('1. 为什么？\n   > 提示：想一想\n')).toMatchObject({ text: '为什么？', hint: '想一想' })
  })

  it('lets the first of two items with one id have it', () => {
    expect(parse('## S\n1. a ^x\n2. b ^x\n3. c ^llm-01-02', 'llm.md').sections[0]?.questions).toMatchObject([
      { id: 'x', hasStoredId: true },
      { id: 'llm-01-02-2', hasStoredId: false },
      { id: 'llm-01-02', hasStoredId: true },
    ])
  })

  it('reads an empty file', () => {
    expect(parse('')).toEqual({
      id: 'llm',
      title: 'llm',
      language: undefined,
      source: undefined,
      sections: [],
    })
  })

  it('reads hostile files without giving up', () => {
    for (const source of [
      '>'.repeat(10_000),
      '- '.repeat(5_000),
      `- ${'[*_'.repeat(100_000)}`,
      '---\n: : [\n---\n- a',
    ]) {
      expect(parse(source).id).toBe('llm')
    }
  })

  it('reads back what formatQuestionList writes', () => {
    fc.assert(
      fc.property(questionLists, list => {
        const written = formatQuestionList(list)
        const read = parseQuestionList(written, 'any.md')
        expect({
          ...read,
          sections: read.sections.map(({ title, questions }) => ({
            title,
            questions: questions.map(({ id, text, hint, body }) => ({ id, text, hint, body })),
          })),
        }).toEqual(list)
        expect(formatQuestionList(read)).toBe(written)
      }),
      { numRuns: 400 },
    )
  })

  it('throws at nothing', () => {
    fc.assert(
      fc.property(
        fc.array(fragment).map(parts => parts.join('')),
        source => {
          expect(parseQuestionList(source, 'f.md').sections).toBeInstanceOf(Array)
        },
      ),
    )
  })
})

const fragment = fc.oneof(
  fc.constantFrom(
    ...[
      '\n',
      '\r\n',
      '- ',
      '1. ',
      '> ',
      '   ',
      '\t',
      '#',
      '## ',
      '```',
      '<details>',
      '^a',
      ' ^llm-01-01',
      'Hint: ',
    ],
    ...[
      '---',
      '***',
      '|',
      '[ ] ',
      '提示：',
      '\uFEFF',
      '\\',
      '“a”',
      'What is it?',
      '$$',
      '[^1]: ',
      '[a]: b',
      '<!--',
    ],
  ),
  fc.string({ maxLength: 8 }),
)

const onOneLine = (text: string) => text.replace(/\s+/g, ' ').trim()
const line = fc
  .array(fragment, { minLength: 1, maxLength: 6 })
  .map(parts => onOneLine(parts.join('').replaceAll('\uFEFF', '').replaceAll('\0', '')))
const text = line.filter(value => value !== '')
const block = fc
  .array(fc.tuple(fc.constantFrom('', '  ', '    '), line), { minLength: 1, maxLength: 4 })
  .map(lines => lines.map(([indentation, value]) => indentation + value).join('\n'))
  .map(value => value.replace(/^(?:[ \t]*\n)+/, '').trimEnd())
  .map(value => (value === '' ? undefined : value))
const hintStart = /^\s*(?:[-*+>\s]|\d+[.)])*>\s*(?:\*\*|__|[*_])?(?:hint|提示)/im

const question = fc
  .record({ text, hint: block.map(value => value?.trim()), body: block })
  .filter(({ hint, body }) => hint !== undefined || body === undefined || !hintStart.test(body))

const questionLists = fc
  .record({
    id: fc.constantFrom('llm', 'A-1'),
    title: text,
    language: fc.option(fc.constantFrom('en', 'zh'), { nil: undefined }),
    source: fc.option(text, { nil: undefined }),
    sections: fc.array(fc.record({ title: text, questions: fc.array(question, { maxLength: 3 }) }), {
      maxLength: 3,
    }),
  })
  .map(list => ({
    ...list,
    sections: list.sections.map((section, sectionIndex) => ({
      ...section,
      questions: section.questions.map((one, index) => ({ id: `q-${sectionIndex}-${index}`, ...one })),
    })),
  }))
