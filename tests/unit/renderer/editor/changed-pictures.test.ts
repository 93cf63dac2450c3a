// @vitest-environment jsdom
import { Editor } from '@tiptap/core'
import { afterEach, expect, test } from 'vitest'
import { createExtensions } from '../../../../src/renderer/editor/create-extensions'
import { loadMarkdown } from '../../../../src/renderer/editor/markdown/load-markdown'
import { schema, services } from './editor-schema'

let editor: Editor | undefined

afterEach(() => editor?.destroy())

test('a picture that another program has changed is loaded again, and no other one', () => {
  const listeners = new Set<(paths: readonly string[]) => void>()
  let version = 1
  editor = new Editor({
    element: document.createElement('div'),
    extensions: createExtensions(
      {
        ...services,
        imageUrl: src => `/attachments/${src.slice(src.lastIndexOf('/') + 1)}?${version}`,
        onFilesChanged: listener => {
          listeners.add(listener)
          return () => listeners.delete(listener)
        },
      },
      { placeholder: () => '' },
    ),
    injectCSS: false,
    content: loadMarkdown('![](../attachments/p.png) ![[p.png]] ![[q.png]]', schema).doc.toJSON() as object,
  })
  const { dom } = editor.view
  const sources = () => [...dom.querySelectorAll('.note-image img')].map(image => image.getAttribute('src'))
  const shown = dom.querySelector('.note-image img')
  version = 2
  for (const listener of listeners) listener(['attachments/p.png'])
  expect(sources()).toEqual(['/attachments/p.png?2', '/attachments/p.png?2', '/attachments/q.png?1'])
  expect(dom.querySelector('.note-image img')).toBe(shown)
})
