import { Fragment, type Schema } from '@tiptap/pm/model'
import { rangeOf } from '../../../shared/domain/markdown/parse-markdown'
import { parseNote } from './parse-note'
import { rawBlock, readBlock } from './read-block'

/** Markdown from elsewhere as blocks, for pasting. */
export function readMarkdown(text: string, schema: Schema): Fragment {
  const source = text.replace(/\r\n?/g, '\n')
  const nodes = parseNote(source).children
  return Fragment.from(
    nodes.map(
      node => readBlock(node, { schema, source }) ?? rawBlock(source.slice(...rangeOf(node)), { schema }),
    ),
  )
}
