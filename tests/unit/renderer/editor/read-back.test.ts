// @vitest-environment jsdom
import { Editor } from '@tiptap/core'
import { afterEach, expect, test } from 'vitest'
import { createExtensions } from '../../../../src/renderer/editor/create-extensions'
import { loadMarkdown } from '../../../../src/renderer/editor/markdown/load-markdown'
import { ownParser } from '../../../../src/renderer/editor/own-parser'
import { schema, services } from './editor-schema'

let editor: Editor | undefined

afterEach(() => editor?.destroy())

/** The Markdown of a copy of what the page shows, as a browser makes it that joins blocks. */
function readBack(markdown: string): string {
  const { doc } = loadMarkdown(markdown, schema)
  const mount = document.createElement('div')
  editor = new Editor({
    element: mount,
    extensions: createExtensions(
      { ...services, imageUrl: src => (src.startsWith('http') ? undefined : `/served/${src}`) },
      { placeholder: () => '' },
    ),
    injectCSS: false,
    content: doc.toJSON() as object,
  })
  const copy = editor.view.dom.cloneNode(true)
  const read = ownParser(editor.schema).parse(copy)
  expect(read.toJSON()).toEqual(editor.state.doc.toJSON())
  return loadMarkdown('', editor.schema).save(read)
}

test.each([
  '![old|100](../attachments/p.png "a title") x ![[p.png|40]]',
  '![](../attachments/p.png) and ![far](https://example.com/p.png)',
  'a [[note|label]] and ![[note#Part]]',
  'a $x^2$ b $$y_1$$ c',
  'a <kbd>K</kbd>  b [^one]\nline two',
  '[a **b**](../other.md "a title") and [unsafe](javascript:go)',
  '**a *b*** ~~c~~ ==d== `e  f` H<sub>2</sub>O',
  '<div class="x">\n  raw\n</div>',
  '$$\nx = y\n\nz\n$$',
  '```js {1,3}\nlet a  = 1\n\nb\n```',
  '```\nplain\n```',
  '> [!tip] Hint\n> text',
  '> [!note]-\n> text',
  '- [ ] open\n- [x] done\n- plain',
  '3. three\n4. four',
  '| a | b |\n| :--- | ---: |\n| 1 | **2** |',
  '[^one]: A note.',
  '## Heading `x`\n\n---',
])('a copy of what the page shows of %j says the same', markdown => {
  expect(readBack(markdown).trimEnd()).toBe(markdown)
})
