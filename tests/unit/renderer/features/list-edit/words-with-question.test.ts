import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, it } from 'vitest'
import { WordsWithQuestion } from '../../../../../src/renderer/features/list-edit/words-with-question'

it('shows a question in a sentence as inline Markdown', () => {
  const words = (text: string): string => `Merge “${text}” into?`
  const html = renderToStaticMarkup(createElement(WordsWithQuestion, { words, text: 'What **is** <BPE>?' }))
  expect(html).toBe('Merge “What <strong>is</strong> &lt;BPE&gt;?” into?')
})
