import { EditorState } from '@tiptap/pm/state'
import { describe, expect, test } from 'vitest'
import {
  withFold,
  withoutMarker,
  withType,
} from '../../../../../src/renderer/editor/extensions/callout/change-callout'
import {
  type Callout,
  findCallouts,
  readCallout,
} from '../../../../../src/renderer/editor/extensions/callout/find-callouts'
import { loadMarkdown } from '../../../../../src/renderer/editor/markdown/load-markdown'
import { schema } from '../editor-schema'

function open(body: string) {
  const { doc, save } = loadMarkdown(body, schema)
  const text = (range: readonly [number, number]) => doc.textBetween(...range, '\n', '\n')
  return { doc, save, text, callouts: findCallouts(doc.child(0)) }
}

/** A callout's first line in parts: name, fold, title, what follows in the paragraph. */
function parts(body: string): unknown[] {
  const { callouts, text } = open(body)
  return callouts.map(({ name, type, fold, title, rest }) => [name, type, fold, text(title), text(rest)])
}

describe('reads', () => {
  test.each([
    ['a type alone', '> [!note]\n', [['note', 'note', 'none', '', '']]],
    ['a title and a body in one paragraph', '> [!TIP] A *b*\n> c\n', [['TIP', 'tip', 'none', 'A b', '\nc']]],
    ['a fold mark', '> [!warning]- W\n', [['warning', 'warning', 'folded', 'W', '']]],
    ['the other fold mark', '> [!faq]+\n> a\n', [['faq', 'question', 'open', '', '\na']]],
    ['a type that nobody knows', '> [!made-up] M\n', [['made-up', undefined, 'none', 'M', '']]],
    ['a name that objects have', '> [!constructor]\n', [['constructor', undefined, 'none', '', '']]],
    ['GitHub’s types', '> [!IMPORTANT]\n> a\n', [['IMPORTANT', 'tip', 'none', '', '\na']]],
    [
      'callouts within a callout and within a list',
      '> [!note] A\n>\n> - > [!bug] B\n',
      [
        ['note', 'note', 'none', 'A', ''],
        ['bug', 'bug', 'none', 'B', ''],
      ],
    ],
    ['no quote', '> plain\n', []],
    ['no paragraph', '[!note] a\n', []],
    ['no marker in the middle', '> a [!note]\n', []],
    ['no type with a space', '> [!a b] c\n', []],
  ])('%s', (_name, body, expected) => {
    expect(parts(body)).toEqual(expected)
  })
})

describe('a callout is written with', () => {
  const body = 'Before\n\n> [!note]- Title\n> Body\n\nAfter_x_\n'
  test.each([
    ['another type', (state: EditorState, callout: Callout) => withType(state, callout, 'bug'), '[!bug]- '],
    [
      'the other fold mark',
      (state: EditorState, callout: Callout) => withFold(state, callout, 'open'),
      '[!note]+ ',
    ],
    ['no fold mark', (state: EditorState, callout: Callout) => withFold(state, callout, 'none'), '[!note] '],
    ['no marker', ({ tr }: EditorState, callout: Callout) => withoutMarker(tr, callout), ''],
  ])('%s, and nothing else changes', (_name, change, expected) => {
    const { doc, save } = open(body)
    const from = doc.child(0).nodeSize
    const callout = readCallout(doc.child(1), from)
    if (callout === undefined) throw new Error('no callout')
    expect(save(change(EditorState.create({ doc }), callout).doc)).toBe(body.replace('[!note]- ', expected))
  })
})
