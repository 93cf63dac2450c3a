import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { formatQuestionList } from '../../../../../src/shared/domain/import/format-question-list'
import { importQuestionList } from '../../../../../src/shared/domain/import/import-question-list'
import { parseQuestionList } from '../../../../../src/shared/domain/parse-question-list'

const folder = join(import.meta.dirname, '../../../../fixtures/question-lists')
const importText = (source: string, fileName = 'my-list.md') => importQuestionList(source, { fileName })
const readFixture = (name: string) => readFileSync(join(folder, name), 'utf8')

/** The texts of all questions. */
function questionsOf(source: string): string[] {
  return importText(source).sections.flatMap(({ questions }) => questions.map(({ text }) => text))
}

describe('importQuestionList', () => {
  it('says that a file is empty or has no questions', () => {
    expect(importText('', 'some_list.txt')).toEqual({
      title: 'Some list',
      id: undefined,
      language: undefined,
      source: undefined,
      sections: [],
      warnings: [{ line: 1, message: 'The file is empty', code: 'empty-file', values: {} }],
    })
    expect(importText('# Title\n\nSome words.\n\nMore words.\n').warnings).toEqual([
      { line: 1, message: 'The file has no questions', code: 'no-questions', values: {} },
    ])
  })

  it('takes numbers off Chinese questions, and leaves those that they are about', () => {
    const kept = ['1984 是谁写的？', '7 是质数吗？', '第二题为什么难？', '第三题？', '3 个原因是什么？']
    expect(questionsOf(kept.join('\n'))).toEqual(kept)
    expect(questionsOf(kept.map(text => `- ${text}`).join('\n'))).toEqual(kept)
    const numbered = ['1 什么是注意力？', '第2题：什么是词元？', '第3题 什么是缓存？']
    expect(questionsOf(numbered.join('\n'))).toEqual(['什么是注意力？', '什么是词元？', '什么是缓存？'])
  })

  it('reads its own format back to the same list', () => {
    const name = 'own-format.md'
    const own = importText(readFixture(name), name)
    const parsed = parseQuestionList(readFixture(name), name)
    expect(own.sections).toEqual(
      parsed.sections.map(({ title, questions }) => ({
        title,
        questions: questions.map(({ id, text, hint, body, line }) => ({
          id,
          text,
          hint,
          body,
          answer: undefined,
          line,
        })),
      })),
    )
    const written = formatQuestionList({ ...own, id: own.id ?? '' })
    expect(
      importText(written).sections.map(({ questions }) =>
        questions.map(({ id, text, hint, body }) => [id, text, hint, body]),
      ),
    ).toEqual(
      own.sections.map(({ questions }) =>
        questions.map(({ id, text, hint, body }) => [id, text, hint, body]),
      ),
    )
  })

  it.each([
    ['1. What is a?', 'What is a?'],
    ['**Q1: What is a?**', 'What is a?'],
    ['- **1.** What is a?', 'What is a?'],
    ['* [ ] _What is a?_', 'What is a?'],
    ['1）什么是树？', '什么是树？'],
    ['① 什么是树？', '什么是树？'],
    ['- 2.1 什么是树？', '什么是树？'],
    ['- 3D printing: what is it?', '3D printing: what is it?'],
    ['- 1.5 times what is 3?', '1.5 times what is 3?'],
    ['- What is `a` &amp; \\*b\\*?', 'What is `a` &amp; \\*b\\*?'],
    ['- [What is a?](https://example.org)', '[What is a?](https://example.org)'],
    ['- What is a\n  thing\nlike this?', 'What is a thing like this?'],
  ])('takes number, label and emphasis off %j', (line, text) => {
    expect(questionsOf(`${line}\n\n${line}\n`)[0]).toBe(text)
  })

  it('takes a hint out of a question', () => {
    const { questions = [] } =
      importText('- Why? And how? (Hint: see (1) above)\n- 为什么？（提示：想一想）\n').sections[0] ?? {}
    expect(questions.map(({ text, hint }) => [text, hint])).toEqual([
      ['Why? And how?', 'see (1) above'],
      ['为什么？', '想一想'],
    ])
  })

  it('keeps a number that is all there is of a title', () => {
    const { sections } = importText(
      '# T\n## Chapter 1\n- a\n## 2. Trees\n- b\n## 第3章 图\n- c\n## Part IV – Heaps\n- d\n',
    )
    expect(sections.map(({ title }) => title)).toEqual(['Chapter 1', 'Trees', '图', 'Heaps'])
  })

  it.each([
    ['- What is the use of it?\n- How is it made?', 'en'],
    ['- 什么是 TCP？\n- HTTP 有什么用？', 'zh'],
    ['- ¿Qué es un árbol?\n- ¿Cómo crece?', undefined],
    ['---\nlanguage: fr\n---\n- What is it?', 'fr'],
  ])('tells the language of %j', (source, language) => {
    expect(importText(source).language).toBe(language)
  })
})
