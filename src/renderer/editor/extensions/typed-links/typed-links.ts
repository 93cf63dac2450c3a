import { Extension, InputRule } from '@tiptap/core'
import { closeHistory } from '@tiptap/pm/history'
import type { Transaction } from '@tiptap/pm/state'
import { isAllowedAddress } from '../note-link/note-link'
import { typeIntoLine, type TypedLine } from '../typed-marks/typed-line'
import { readTypedLink, type TypedLink } from './read-typed-link'

/** Links and images as they are typed: `[text](address)` and `![text](address)`, with a title or without. */
export const TypedLinks = Extension.create({
  name: 'typedLinks',
  addInputRules: () => [
    new InputRule({
      find: /\)$/,
      handler: typed => {
        const line = typeIntoLine(typed)
        const link = line === undefined ? undefined : readTypedLink(line)
        const { tr } = typed.state
        if (line === undefined || link === undefined || !setLink(tr, line, link)) return null
        closeHistory(tr.setStoredMarks(line.marks).setMeta('preventAutolink', true))
      },
    }),
  ],
})

function setLink(tr: Transaction, line: TypedLine, link: TypedLink): boolean {
  const { schema } = tr.doc.type
  const { isImage, address, title } = link
  const start = line.start + link.start
  const textEnd = line.start + link.textEnd
  const end = line.start + line.caret
  if (isImage) {
    tr.replaceRangeWith(start, end, schema.node('image', { src: address, alt: link.text, title }))
    return true
  }
  const mark = schema.mark('link', { href: address, title })
  if (!isAllowedAddress(address) || tr.doc.rangeHasMark(start, end, mark.type)) return false
  tr.addMark(start + 1, textEnd, mark)
    .delete(textEnd, end)
    .delete(start, start + 1)
  return true
}
