import { Extension, InputRule } from '@tiptap/core'
import { closeHistory } from '@tiptap/pm/history'
import type { Transaction } from '@tiptap/pm/state'
import { readTypedMarks, type TypedMark } from './read-typed-marks'
import { typeIntoLine, type TypedLine } from './typed-line'

/** Marks as they are typed: recognised where Markdown has them, so that what is text here is text in the file. */
export const TypedMarks = Extension.create({
  name: 'typedMarks',
  addInputRules: () => [
    new InputRule({
      find: /[*_~=]$/,
      handler: typed => {
        const line = typeIntoLine(typed)
        const marks = line === undefined ? [] : readTypedMarks(line)
        const { tr } = typed.state
        if (line === undefined || !isInOneLink(tr, line, marks)) return null
        setMarks(tr, line, marks)
        closeHistory(tr.setStoredMarks(line.marks))
      },
    }),
  ],
})

/** A mark begins and ends in the same link, or outside of any. */
function isInOneLink({ doc }: Transaction, { start }: TypedLine, [outermost]: readonly TypedMark[]): boolean {
  if (outermost === undefined) return false
  const [before, after] = [outermost.start, outermost.end - 1].map(offset =>
    doc.nodeAt(start + offset)?.marks.find(mark => mark.type.name === 'link'),
  )
  return before === after || (before !== undefined && after?.eq(before) === true)
}

function setMarks(tr: Transaction, line: TypedLine, marks: readonly TypedMark[]): void {
  const { schema } = tr.doc.type
  for (const { name, start, end, size } of marks) {
    tr.addMark(line.start + start + size, line.start + end - size, schema.mark(name))
  }
  const signs = marks.flatMap(({ start, end, size }) => [
    { at: line.start + start, size },
    { at: line.start + end - size, size },
  ])
  for (const { at, size } of signs.toSorted((first, second) => second.at - first.at)) {
    tr.delete(at, at + size)
  }
}
