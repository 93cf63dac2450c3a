import type { Root } from 'mdast'
import { fromMarkdown } from 'mdast-util-from-markdown'
import { gfmFromMarkdown } from 'mdast-util-gfm'
import { gfm } from 'micromark-extension-gfm'

const maxNesting = 40
const maxIndentation = 200
const maxLineLength = 8_000

/**
 * The blocks of `source` (GFM), with source positions; the text in them is as it is written.
 *
 * Nesting and line length beyond what anybody writes are hidden from the parser, which would take
 * minutes over them; positions still fit `source`, which must have no byte order mark.
 */
export function readMarkdownTree(source: string): Root {
  return fromMarkdown(maskExtremes(source), { extensions: [gfm(), withoutInlines], mdastExtensions })
}

/** A list's file is read by its blocks: what stands in a line is taken as it is, which saves half of the time. */
const withoutInlines = {
  disable: {
    null: [
      ...['attention', 'autolink', 'characterEscape', 'characterReference', 'codeText', 'hardBreakEscape'],
      ...['htmlText', 'labelEnd', 'labelStartImage', 'labelStartLink'],
      ...['emailAutolink', 'protocolAutolink', 'strikethrough', 'wwwAutolink'],
    ],
  },
}
/** All but what looks for addresses in texts. */
const mdastExtensions = gfmFromMarkdown().filter(({ transforms }) => transforms === undefined)

function maskExtremes(source: string): string {
  return source.replace(/[^\r\n]+/g, line => maskLine(line))
}

function maskLine(line: string): string {
  const prefix = /^(?:[ \t]*(?:[>*+-]|\d{1,9}[.)]))*[ \t]*/.exec(line)?.[0] ?? ''
  const isDeep =
    prefix.length > maxIndentation || (prefix.length > maxNesting && markerCount(prefix) > maxNesting)
  const masked = isDeep && !isRule(prefix) ? 'x'.repeat(prefix.length) + line.slice(prefix.length) : line
  if (masked.length <= maxLineLength) return masked
  return masked.slice(0, maxLineLength) + masked.slice(maxLineLength).replace(/[^a-z\s]/gi, 'x')
}

function markerCount(prefix: string): number {
  return prefix.match(/[>*+-]|\d+[.)]/g)?.length ?? 0
}

function isRule(prefix: string): boolean {
  return /^\s*([*-])(?:\s*\1)*\s*$/.test(prefix) && prefix.length <= maxLineLength
}
