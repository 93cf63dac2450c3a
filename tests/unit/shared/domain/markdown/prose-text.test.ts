import { expect, it } from 'vitest'
import { proseText } from '../../../../../src/shared/domain/markdown/prose-text'

it.each([
  ['front matter', '---\nanswers: [a]\n---\nSaid.', 'Said.'],
  ['code', 'Call `softmax(x)` here.\n\n```py\nimport torch\n```\n', 'Call   here.'],
  ['formulas', 'So $\\frac{a}{b}$ it is.\n\n$$\n\\sum x\n$$\n', 'So   it is.'],
  ['titles of questions', 'See [[llm#^llm-01-02|What is GPT?]] first.', 'See   first.'],
  ['images', 'A ![map of heads](map.png) map.', 'A   map.'],
])('prose has no %s', (_name, markdown, prose) => {
  expect(proseText(markdown)).toBe(prose)
})

it.each([
  ['## A *heading*\n\n- one **bold** item\n- [two](b.md)\n', 'A heading\none bold item\ntwo'],
  ['[[Note]] and [[Note#End|its end]]', 'Note and its end'],
  ['| a | b |\n|---|---|\n| c | ==d== |\n', 'a\nb\nc\nd'],
])('the words of %j are prose', (markdown, prose) => {
  expect(proseText(markdown)).toBe(prose)
})
