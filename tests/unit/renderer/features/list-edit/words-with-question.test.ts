import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { beforeAll, expect, it } from 'vitest'
import { parsedInline } from '../../../../../src/renderer/editor/lazy-parsed-markdown'
import { WordsWithQuestion } from '../../../../../src/renderer/features/list-edit/words-with-question'

beforeAll(async () => void (await parsedInline.load()))

it('shows a question in a sentence as inline Markdown', () => {
  const words = (text: string): string => `Merge “${text}” into?`
  const html = renderToStaticMarkup(createElement(WordsWithQuestion, { words, text: 'What **is** <BPE>?' }))
  expect(html).toBe('Merge “What <strong>is</strong> &lt;BPE&gt;?” into?')
})
