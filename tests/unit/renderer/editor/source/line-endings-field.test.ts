import { EditorState } from '@codemirror/state'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  fromSourceOffset,
  lineEndingsField,
  sourceOf,
  toSourceOffset,
} from '../../../../../src/renderer/editor/source/line-endings-field'

function open(source: string) {
  const field = lineEndingsField(source)
  return { field, state: EditorState.create({ doc: source, extensions: field }) }
}

const mixed = 'a\r\nb\nc\r\n\rd'

describe('the source keeps its line endings when', () => {
  test.each([
    ['nothing changes', [], mixed],
    ['text changes within lines', [{ from: 0, to: 1, insert: 'x' }], 'x\r\nb\nc\r\n\rd'],
    ['a line comes in: it ends as most do', [{ from: 3, insert: '\nx' }], 'a\r\nb\r\nx\nc\r\n\rd'],
    ['lines become one', [{ from: 1, to: 4 }], 'ac\r\n\rd'],
    [
      'several places change at once',
      [{ from: 1, to: 2 }, { from: 5, insert: '\n' }], // prettier-ignore
      'ab\nc\r\n\r\n\rd',
    ],
    ['all is replaced', [{ from: 0, to: 8, insert: 'x\ny' }], 'x\r\ny'],
  ])('%s', (_name, changes, expected) => {
    const { field, state } = open(mixed)
    expect(sourceOf(state.update({ changes }).state, field)).toBe(expected)
  })
})

test('a source of one line gets the line endings that are usual everywhere', () => {
  const { field, state } = open('a')
  expect(sourceOf(state.update({ changes: { from: 1, insert: '\nb' } }).state, field)).toBe('a\nb')
})

const source = fc
  .array(fc.constantFrom('\r\n', '\n', '\r', 'a', '字', ' '), { maxLength: 12 })
  .map(parts => parts.join(''))
const inserted = fc.array(fc.constantFrom('\n', 'x'), { maxLength: 3 }).map(parts => parts.join(''))

test('an edit changes the source between its ends, and nothing else of it', () => {
  fc.assert(
    fc.property(source, inserted, fc.nat(), fc.nat(), (text, insert, one, other) => {
      const { field, state } = open(text)
      const size = state.doc.length + 1
      const [from, to] = [one % size, other % size].sort((left, right) => left - right) as [number, number]
      const after = state.update({ changes: { from, to, insert } }).state
      const expected =
        text.slice(0, toSourceOffset(state, field, from)) +
        insert.replaceAll('\n', usualEnding(text)) +
        text.slice(toSourceOffset(state, field, to))
      expect(sourceOf(after, field)).toBe(expected)
    }),
  )
})

test('every offset of the text is one of the source, and back', () => {
  fc.assert(
    fc.property(source, text => {
      const { field, state } = open(text)
      const offsets = Array.from({ length: state.doc.length + 1 }, (_, offset) => offset)
      const back = offsets.map(offset => fromSourceOffset(state, field, toSourceOffset(state, field, offset)))
      expect(back).toEqual(offsets)
      expect(toSourceOffset(state, field, state.doc.length)).toBe(text.length)
    }),
  )
})

/** The most frequent ending, of equals the first. */
function usualEnding(text: string): string {
  const endings = text.match(/\r\n|\n|\r/g) ?? ['\n']
  const count = (wanted: string): number => endings.filter(ending => ending === wanted).length
  return endings.reduce<string>((best, ending) => (count(ending) > count(best) ? ending : best), endings[0])
}
