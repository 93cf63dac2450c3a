import type { Schema } from '@tiptap/pm/model'
import { EditorState } from '@tiptap/pm/state'
import { expect, test, vi } from 'vitest'
import { loadMarkdown } from '../../../../src/renderer/editor/markdown/load-markdown'
import { createNoteBody } from '../../../../src/renderer/editor/note-body'
import { bestText } from '../../../../src/renderer/state/unwritten-text'
import { schema } from './editor-schema'

/** A schema with which whatever is read or proved throws while `isFailing` says so. */
function failingSchema(isFailing: () => boolean): Schema {
  const node: Schema['node'] = (...parts) => {
    if (parts[0] === 'paragraph' && isFailing()) throw new RangeError('boom')
    return schema.node(...parts)
  }
  return Object.create(schema, { node: { value: node } }) as Schema
}

test('a note at whose reading something throws opens as source (no note was shown), and can be edited', () => {
  const logged = vi.spyOn(console, 'error').mockReturnValue(undefined)
  const body = '# a\n\n*b*\n'
  const { doc, isSource, save } = loadMarkdown(
    body,
    failingSchema(() => true),
  )
  expect([isSource, save(doc), logged.mock.calls.length]).toEqual([true, body, 1])
  expect(save(EditorState.create({ doc }).tr.insertText('x', 1).doc)).toBe(`x${body}`)
  logged.mockRestore()
})

test('of a text at whose writing something throws there are the blocks that nobody touched, and the words of the others', () => {
  let isFailing = false
  const noteBody = createNoteBody('\n* a __b__\n\nc *d* [[e]]\n\n| t |\n|-|\n')
  const doc = noteBody.load(failingSchema(() => isFailing))
  isFailing = true
  const edited = EditorState.create({ doc }).tr.insertText('boom ', doc.child(0).nodeSize + 1).doc
  const getBody = noteBody.bodyOf(edited)
  expect(getBody).toThrow('could not be written')
  expect(bestText(getBody)).toBe('\n* a __b__\n\nboom c d [[e]]\n\n| t |\n|-|\n')
  expect(noteBody.toSourceOffset(edited, doc.child(0).nodeSize + 3)).toBe(14)
  expect(noteBody.bodyOf(doc)()).toBe('\n* a __b__\n\nc *d* [[e]]\n\n| t |\n|-|\n')
})
