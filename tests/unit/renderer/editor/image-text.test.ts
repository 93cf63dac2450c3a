import fc from 'fast-check'
import { EditorState } from '@tiptap/pm/state'
import { expect, it } from 'vitest'
import { formatImageText, parseImageText } from '../../../../src/shared/domain/markdown/image-text'
import { loadMarkdown } from '../../../../src/renderer/editor/markdown/load-markdown'
import { schema } from './editor-schema'

it.each([
  ['a map|300', { description: 'a map', width: 300, height: undefined }],
  ['a|b|300x200', { description: 'a|b', width: 300, height: 200 }],
  ['|120', { description: '', width: 120, height: undefined }],
  ['|120|', { description: '|120|', width: undefined, height: undefined }],
  ['P(a|b)', { description: 'P(a|b)', width: undefined, height: undefined }],
  ['zero|0', { description: 'zero|0', width: undefined, height: undefined }],
  ['300', { description: '300', width: undefined, height: undefined }],
])('reads %j', (alt, expected) => {
  expect(parseImageText(alt)).toEqual(expected)
})

it('reads what it wrote', () => {
  const width = fc.integer({ min: 1, max: 9999 })
  fc.assert(
    fc.property(fc.string(), width, fc.option(width, { nil: undefined }), (description, px, height) => {
      const text = { description: description.replace(/\s+/g, ' ').trim(), width: px, height }
      expect(parseImageText(formatImageText(text))).toEqual(text)
    }),
  )
})

it('keeps widths in notes and in cells of tables byte for byte, and writes changed ones', () => {
  const body = '![map|300](../attachments/a%20b.png)\n\n| a |\n| - |\n| ![cell\\|40](x.png) |\n'
  const loaded = loadMarkdown(body, schema)
  expect(loaded.save(loaded.doc)).toBe(body)
  const { tr } = EditorState.create({ doc: loaded.doc })
  loaded.doc.descendants((node, position) => {
    if (node.type.name === 'image') tr.setNodeAttribute(position, 'alt', `${String(node.attrs['alt'])}0`)
  })
  expect(loaded.save(tr.doc)).toBe(body.replace('|300', '|3000').replace('|40', '|400'))
})
