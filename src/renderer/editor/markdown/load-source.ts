import type { Node as ProseMirrorNode, Schema } from '@tiptap/pm/model'
import { createBlockMatcher } from './block-matching'
import { normalizeLineEndings } from './line-endings'
import type { LoadedMarkdown } from './load-markdown'
import { rawBlock } from './read-block'

const chunkLines = 200

/** A body as blocks of source, a few screens each, so that only those in sight are laid out. Nothing is parsed. */
export function loadSource(body: string, schema: Schema): LoadedMarkdown {
  const { eol } = normalizeLineEndings(body)
  const chunks = splitLines(body).map(source => ({
    node: rawBlock(withoutFinalBreak(source).replaceAll('\r\n', '\n'), { schema }),
    source,
  }))
  const matchBlocks = createBlockMatcher(chunks)
  return {
    doc: schema.node(
      'doc',
      null,
      chunks.map(({ node }) => node),
    ),
    isSource: true,
    save,
    rescue: save,
    sliceOf,
  }

  function save(doc: ProseMirrorNode): string {
    const matches = matchBlocks(doc.children)
    return matches
      .map(({ node, index, isSame }, at) => {
        const source = index === undefined ? undefined : chunks[index]?.source
        if (isSame && source !== undefined)
          return endsLine(source) || at === matches.length - 1 ? source : source + eol
        const isEmptyEnd = at === matches.length - 1 && node.textContent === ''
        const hasBreak = at < matches.length - 1 || (!isEmptyEnd && endsLine(source ?? body))
        return node.textContent.replaceAll('\n', eol) + (hasBreak ? eol : '')
      })
      .join('')
  }

  function sliceOf(index: number): readonly [start: number, end: number] {
    const start = chunks.slice(0, index).reduce((sum, { source }) => sum + source.length, 0)
    return [start, start + withoutFinalBreak(chunks[index]?.source ?? '').length]
  }
}

function splitLines(body: string): string[] {
  const chunks: string[] = []
  let start = 0
  let lines = 0
  for (let at = body.indexOf('\n'); at >= 0; at = body.indexOf('\n', at + 1)) {
    lines += 1
    if (lines < chunkLines) continue
    chunks.push(body.slice(start, at + 1))
    start = at + 1
    lines = 0
  }
  if (start < body.length || chunks.length === 0) chunks.push(body.slice(start))
  return chunks
}

function endsLine(source: string): boolean {
  return source.endsWith('\n')
}

function withoutFinalBreak(source: string): string {
  return source.replace(/\r?\n$/, '')
}
