import type { Node as ProseMirrorNode } from '@tiptap/pm/model'
import { createBlockWriter, definitionsOf } from '../markdown/block-writer'
import { createDocumentWriter } from '../markdown/document-writer'
import { defaultStyle, detectStyle } from '../markdown/markdown-style'
import { parseNote } from '../markdown/parse-note'
import { lostText } from './lost-text'
import { markdownMeaning } from './markdown-meaning'
import type { RewriteOutcome } from './round-trip-result'

/** Writes every block of `doc`, which was made from `body`, as if it were new, and compares what the two say. */
export function writeAnew(body: string, doc: ProseMirrorNode): RewriteOutcome {
  const root = parseNote(body)
  const writer = createBlockWriter(doc.type.schema, definitionsOf(root, body))
  const style = detectStyle(root, body, defaultStyle)
  const written = createDocumentWriter({ blocks: [], tail: '', eol: '\n', style }, writer)(doc)
  const [expected, found] = [markdownMeaning(body), markdownMeaning(written)]
  const isSame = expected === found
  return {
    isSame,
    lost: lostText(written, doc),
    difference: isSame ? undefined : difference(expected, found),
  }
}

function difference(expected: string, found: string): string {
  let at = 0
  while (expected[at] === found[at]) at += 1
  const around = (text: string) => text.slice(Math.max(0, at - 60), at + 60)
  return `${around(expected)} became ${around(found)}`
}
