import { describe, expect, it } from 'vitest'
import { findMention, isMentionable } from '../../../../src/shared/domain/mentions'

const mentioned = (text: string, title: string) => {
  const found = findMention(text, title)
  return found === undefined
    ? undefined
    : `${text.slice(0, found[0])}<${text.slice(...found)}>${text.slice(found[1])}`
}

describe('findMention', () => {
  it.each([
    ['About flash attention here.', 'Flash attention', 'About <flash attention> here.'],
    ['Self-attention and *attention*.', 'attention', 'Self-<attention> and *attention*.'],
    ['attentions, then attention', 'attention', 'attentions, then <attention>'],
    ['[[attention]] and attention', 'attention', '[[attention]] and <attention>'],
    [
      '`attention` $attention$ [attention](a.md) attention',
      'attention',
      '`attention` $attention$ [attention](a.md) <attention>',
    ],
    ['```\nattention\n```\n\n# On attention', 'attention', '```\nattention\n```\n\n# On <attention>'],
    [
      '---\ntitle: attention\n---\nNone of attention.',
      'attention',
      '---\ntitle: attention\n---\nNone of <attention>.',
    ],
    ['大模型的注意力机制很贵', '注意力机制', '大模型的<注意力机制>很贵'],
  ])('finds in %j the title %j', (text, title, expected) => {
    expect(mentioned(text, title)).toBe(expected)
  })

  it.each([
    ['[[Other|attention]]', 'attention'],
    ['<b title="attention">', 'attention'],
    ['nothing', 'attention'],
    ['anything', ''],
  ])('finds in %j no open mention of %j', (text, title) => {
    expect(findMention(text, title)).toBeUndefined()
  })
})

describe('isMentionable', () => {
  it.each([
    ['RAG', false],
    ['LoRA', true],
    ['量化', true],
    ['量', false],
  ])('%j: %j', (title, expected) => {
    expect(isMentionable(title)).toBe(expected)
  })
})
