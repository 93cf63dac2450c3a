import { getSchema } from '@tiptap/core'
import { splitFrontMatter } from '../../../shared/domain/split-front-matter'
import { createExtensions } from '../create-extensions'
import type { EditorServices } from '../editor-services'
import { loadMarkdown } from '../markdown/load-markdown'
import type { RoundTrip } from './round-trip-result'
import { typeWord } from './type-word'
import { writeAnew } from './write-anew'

const services: EditorServices = {
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

const schema = getSchema(createExtensions(services, { placeholder: () => '' }))

/**
 * Takes a note's text through the very code of the editor: saved untouched, then with one block edited, and with
 * `rewrites` also with every block written anew.
 */
export function roundTrip(text: string, seed: number, rewrites = false): RoundTrip {
  const { bom, block, body } = splitFrontMatter(text)
  const startedAt = performance.now()
  const loaded = loadMarkdown(body, schema)
  const saved = loaded.save(loaded.doc)
  const tookMs = performance.now() - startedAt
  const isIdentical = bom + block + saved === text
  return {
    untouched: isIdentical ? (loaded.isSource ? 'source' : 'identical') : 'changed',
    edit: typeWord(body, loaded, seed),
    rewrite: rewrites && !loaded.isSource ? writeAnew(body, loaded.doc) : undefined,
    tookMs,
  }
}
