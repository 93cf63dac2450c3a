import { describe, expect, test } from 'vitest'
import { blockActions } from '../../../../src/renderer/editor/actions/block-actions'
import { insertActions } from '../../../../src/renderer/editor/actions/insert-actions'
import { matchActions } from '../../../../src/renderer/editor/extensions/slash-menu/match-actions'
import en from '../../../../src/renderer/locales/en.json'
import zh from '../../../../src/renderer/locales/zh.json'

describe.each([
  ['English', en.editor],
  ['Chinese', zh.editor],
])('the slash menu in %s finds by an English word', (_name, { action: labels, slash }) => {
  test.each([
    ['math', 'mathBlock'],
    ['formula', 'mathBlock'],
    ['head', 'heading1'],
    ['check', 'taskList'],
    ['bullet', 'bulletList'],
    ['snippet', 'codeBlock'],
    ['quote', 'quote'],
    ['table', 'table'],
    ['horizontal', 'rule'],
    ['img', 'image'],
    ['link', 'wikiLink'],
  ])('%s', (typed, expected) => {
    const found = matchActions([...blockActions, ...insertActions], typed, ({ id }) => [
      labels[id],
      slash.words[id],
    ])
    expect(found[0]?.id).toBe(expected)
  })
})
