import { expect, it } from 'vitest'
import { relinkQuestion } from '../../../../../src/shared/domain/list-edit/relink-question'

const lists: Readonly<Record<string, string>> = { llm: 'llm', zz: 'zz', 'my list': 'zz' }
const relinked = (text: string, notes: readonly string[] = []): string =>
  relinkQuestion(text, 'notes/sub/a.md', {
    id: 'llm-01-01',
    list: { id: 'zz', path: 'questions/My list.md' },
    space: {
      listNamed: key => lists[key],
      notesNamed: key => (notes.includes(key) ? [`notes/${key}.md`] : []),
    },
  })

it.each([
  ['[[llm#^llm-01-01|one]]', '[[My list#^llm-01-01|one]]'],
  ['![[ LLM.md#^llm-01-01 ]]', '![[My list.md#^llm-01-01 ]]'],
  ['[[questions/llm#^llm-01-01]]', '[[questions/My list#^llm-01-01]]'],
  ['| [[llm#^llm-01-01\\|one]] |\n| - |', '| [[My list#^llm-01-01\\|one]] |\n| - |'],
  ['[x](../../questions/llm.md#^llm-01-01 "t")', '[x](../../questions/My%20list.md#^llm-01-01 "t")'],
  ['[x](</questions/llm.md#^llm-01-01>)', '[x](</questions/My list.md#^llm-01-01>)'],
  [
    '[x]\n\n[x]: ../../questions/llm.md#%5Ellm-01-01',
    '[x]\n\n[x]: ../../questions/My%20list.md#%5Ellm-01-01',
  ],
])('%s becomes %s', (text, expected) => {
  expect(relinked(`---\nsee: "[[llm#^llm-01-01]]"\n---\n${text}\n`)).toBe(
    `---\nsee: "[[llm#^llm-01-01]]"\n---\n${expected}\n`,
  )
})

it('names the folder where a note has the name of the list', () => {
  expect(relinked('[[llm#^llm-01-01]]', ['my list'])).toBe('[[questions/My list#^llm-01-01]]')
})

it.each([
  '[[llm#^llm-01-011]] [[llm#^llm-01-02]] [[llm]] [[#^llm-01-01]] [[note#^llm-01-01]]',
  '[[zz#^llm-01-01]] [[My list#^llm-01-01]] `[[llm#^llm-01-01]]`',
  '[x](#^llm-01-01) [x](../llm.md#^llm-01-01) [x](https://questions/llm.md#^llm-01-01)',
])('%s stays', text => {
  expect(relinked(text)).toBe(text)
})
