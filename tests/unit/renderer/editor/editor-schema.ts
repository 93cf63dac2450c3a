import { getSchema } from '@tiptap/core'
import type { Node as ProseMirrorNode } from '@tiptap/pm/model'
import { createExtensions } from '../../../../src/renderer/editor/create-extensions'
import type { EditorServices } from '../../../../src/renderer/editor/editor-services'
import { loadMarkdown } from '../../../../src/renderer/editor/markdown/load-markdown'

export const services: EditorServices = {
  previewLink: ({ target }) =>
    Promise.resolve({
      target: { kind: 'missing', target },
      notePath: null,
      text: '',
      isCut: false,
      hasHeading: false,
    }),
  headingsOf: () => Promise.resolve([]),
  canCreateNotes: () => true,
  createNote: () => undefined,
  notePath: () => undefined,
  inNote: () => services,
  onNotesChanged: () => () => undefined,
  suggestLinks: () => Promise.resolve([]),
  resolveLink: target => Promise.resolve({ kind: 'missing', target }),
  followLink: () => undefined,
  onFilesChanged: () => () => undefined,
  addFile: () => Promise.resolve(undefined),
  imageUrl: () => undefined,
}

/** The schema of the note editor. */
export const schema = getSchema(createExtensions(services, { placeholder: () => '' }))

/** A document of these blocks, given as JSON. */
export function docOf(...blocks: object[]): ProseMirrorNode {
  return schema.nodeFromJSON({ type: 'doc', content: blocks })
}

/** What a new note with this document is saved as. */
export function saveNew(doc: ProseMirrorNode): string {
  return loadMarkdown('', schema).save(doc)
}

/** What a reader sees, with all white space alike. */
export function visibleText(doc: ProseMirrorNode): string {
  return doc.textBetween(0, doc.content.size, ' ', leafText).replace(/\s+/g, ' ').trim()
}

function leafText({ type, attrs }: ProseMirrorNode): string {
  if (type.name === 'wikiLink') return `[[${String(attrs['inner'])}]]`
  if (type.name === 'rawInline') return String(attrs['source'])
  return type.name === 'image' ? `${String(attrs['alt'])}(${String(attrs['src'])})` : ' '
}
