import { describe, expect, it } from 'vitest'
import { plainInline } from '../../../../../src/shared/domain/markdown/parse-markdown'
import { plainText, plainTextWithCode } from '../../../../../src/shared/domain/markdown/plain-text'

describe('plainText', () => {
  it.each([
    ['---\ntags: [a]\n---\n# Title\n\nText', 'Title\n\nText'],
    ['- [ ] **a** _b_ ~~c~~ `d`', 'a b c d'],
    ['[[note|label]] [[note]] ![[i.png]]', 'label note i.png'],
    ['[a](b "c") ![d](e)', 'a d'],
    ['a question ^llm-1-01', 'a question'],
    ['> 1. a <b>c</b>', 'a  c'],
    ['| a | b |\n|---|---|', 'a   b'],
    ['snake_case 3 * 4', 'snake_case 3 * 4'],
    ['```js\nconst a = 1\n```', 'const a = 1'],
    ['```rust\nlet a: Vec<String> = **b;\n```', 'let a: Vec<String> = **b;'],
    ['> ```py\n> >>> __init__ == 1\n> ```', '__init__ == 1'],
    ['an `Option<String>` and ``a ` __b__`` **of `c_d`**', 'an Option<String> and a ` __b__ of c_d'],
    ['[`a_b` is](c) `[d](e)`', 'a_b is [d](e)'],
    ['<https://a.org/b> <me@a.org>', 'https://a.org/b me@a.org'],
    ['a <img src="b.png" alt="The c" width="1"/> d', 'a  The c  d'],
    ['<Figure caption="How it\'s done" class="x y">', "How it's done"],
    ['\uE0007\uE000 `a` `b`', '\uE0007\uE000 a b'],
  ])('of %j is %j', (markdown, expected) => {
    expect(plainText(markdown)).toBe(expected)
  })

  it('leaves a line alone that is too long to be text', () => {
    const line = '**'.repeat(20_000)
    expect(plainText(line)).toBe(line)
  })
})

describe('plainTextWithCode', () => {
  it.each([
    ['a\n```js\nlet b\n\nlet c\n```\nd', ['let b', 'let c']],
    ['---\nt: 1\n---\n\n  ~~~\nlet b\n```\nlet c\n~~~~\nd', ['let b', 'let c']],
    ['> - ```\n>   let b\n>   ```\n> d', ['let b']],
    ['```b``` is code\nd', []],
    ['a\n```\nlet b', ['let b']],
  ])('knows what of %j is fenced code', (markdown, expected) => {
    const { text, code } = plainTextWithCode(markdown)
    expect(text).toBe(plainText(markdown))
    expect(code.map(([start, end]) => text.slice(start, end))).toEqual(expected)
  })
})

describe('plainInline', () => {
  it.each([
    ['**a** [b](c) [[d|e]]', 'a b e'],
    ['a  &amp; `b`', 'a & b'],
    ['1. the *first*', '1. the first'],
    ['# `a`', '# a'],
    ['- *b*', '- b'],
    ['plain', 'plain'],
  ])('of %j is %j (dropped numbers and marks at the start)', (markdown, expected) => {
    expect(plainInline(markdown)).toBe(expected)
  })
})
