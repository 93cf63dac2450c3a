import type { Node as ProseMirrorNode, Schema } from '@tiptap/pm/model'
import type { RootContent } from 'mdast'
import { rangeOf } from '../../../shared/domain/markdown/parse-markdown'
import { type BlockWriter, createBlockWriter, definitionsOf } from './block-writer'
import { loadSource } from './load-source'
import { normalizeLineEndings } from './line-endings'
import { defaultStyle, detectStyle, type MarkdownStyle } from './markdown-style'
import { parseNote } from './parse-note'
import { exceedsRichText } from './rich-text-limits'
import { rawBlock, readBlock } from './read-block'
import { createDocumentWriter, rescueText, sliceOf, type SourceBlock } from './document-writer'

/** A note's body as the editor's document. */
export interface LoadedMarkdown {
  readonly doc: ProseMirrorNode
  /** Whether the whole body is blocks of source: it is too large, or can't be shown otherwise without a loss. */
  readonly isSource: boolean
  /** The body of a document that was made from `doc`: what wasn't changed comes out byte for byte. */
  save(doc: ProseMirrorNode): string
  /** What there is of the body of a document that can't be written: its untouched blocks, and the words of the others. */
  rescue(doc: ProseMirrorNode): string
  /** Where a block of `doc` stands in the body: start, with its indentation, and end. */
  sliceOf(index: number): readonly [start: number, end: number]
}

/**
 * Reads a note's body.
 *
 * Each top-level block keeps its slice of the source, and each was proved on the way: written as Markdown and read
 * again it is the same block; one that isn't is shown as source (`rawBlock`). A body beyond `richTextLimits` is source as
 * a whole, as is one that can't be read or written: the error is reported.
 */
export function loadMarkdown(body: string, schema: Schema): LoadedMarkdown {
  if (exceedsRichText(body)) return loadSource(body, schema)
  try {
    const loaded = loadBlocks(body, schema)
    if (loaded.save(loaded.doc) === body) return loaded
  } catch (error) {
    console.error(error)
  }
  return loadSource(body, schema)
}

function loadBlocks(body: string, schema: Schema): LoadedMarkdown {
  const bom = body.startsWith('\ufeff') ? '\ufeff' : ''
  const { text, eol, toSource } = normalizeLineEndings(body.slice(bom.length))
  const slice = (start: number, end: number) =>
    body.slice(toSource(start) + bom.length, toSource(end) + bom.length)
  const root = parseNote(text)
  const writer = createBlockWriter(schema, definitionsOf(root, text))
  const style = detectStyle(root, text, defaultStyle)

  let end = 0
  const blocks = root.children.map((node): SourceBlock => {
    const [nodeStart, nodeEnd] = rangeOf(node)
    // A setext heading right after a definition is said to start where the definition does.
    const start = nodeStart >= end ? nodeStart : end + (/^\s*/.exec(text.slice(end))?.[0].length ?? 0)
    const gap = (end === 0 ? bom : '') + slice(end, start)
    end = nodeEnd
    const blockStyle = detectStyle(node, text, style)
    const blockText = text.slice(start, nodeEnd)
    return {
      node: readProven(node, blockStyle, blockText) ?? rawBlock(blockText, { schema }),
      gap,
      source: slice(start, nodeEnd),
      style: blockStyle,
      type: node.type,
    }
  })
  const tail = (blocks.length === 0 ? bom : '') + slice(end, text.length)
  return assemble({ blocks, tail, eol, style }, writer, schema)

  function readProven(
    node: RootContent,
    blockStyle: MarkdownStyle,
    blockText: string,
  ): ProseMirrorNode | undefined {
    const block = readBlock(node, { schema, source: text })
    return block !== undefined && writer.survives(block, blockStyle, blockText) ? block : undefined
  }
}

function assemble(
  source: Parameters<typeof createDocumentWriter>[0],
  writer: BlockWriter,
  schema: Schema,
): LoadedMarkdown {
  const nodes = source.blocks.map(block => block.node)
  const doc = schema.node('doc', null, nodes.length === 0 ? [schema.node('paragraph')] : nodes)
  return {
    doc,
    isSource: false,
    save: createDocumentWriter(source, writer),
    rescue: doc => rescueText(source, doc),
    sliceOf: index => sliceOf(source, index),
  }
}
