import { withoutClosingMarks } from './closing-marks'
import { isRule, readListMarker } from './list-marker'
import type { Block } from './outline'
import type { Container, Reading } from './outline-reading'
import { readDetails, matchDetails } from './read-details'
import { readItem } from './read-item'
import { type SourceLine, indentationOf } from './source-line'
import { isContinuation } from './wrapped-text'

const maxDepth = 30

/**
 * Reads lines into blocks in one pass, more tolerantly than Markdown does: a line of text is a block of its
 * own unless it carries on the one before it, so that text without blank lines comes apart rightly.
 */
export function readOutline(lines: readonly SourceLine[], depth = 0): Block[] {
  const container: Container = {
    lines,
    isDeepest: depth >= maxDepth,
    detailsEnds: matchDetails(lines),
    lastTableEnd: lines.findLastIndex(line => /<\/table>/i.test(line.text)),
    readNested: nested => readOutline(nested, depth + 1),
  }
  const blocks: Block[] = []
  let hasGap = false
  for (let index = 0; index < lines.length;) {
    if (lines[index]?.text.trim() === '') {
      hasGap = true
      index += 1
      continue
    }
    const reading = readBlock(container, index, hasGap)
    blocks.push(...reading.blocks)
    index = reading.next
    hasGap = false
  }
  return blocks
}

function readBlock(container: Container, index: number, hasGap: boolean): Reading {
  const { lines } = container
  const text = lines[index]?.text ?? ''
  const bare = text.trimStart()
  const span = (
    kind: 'text' | 'code' | 'quote' | 'table' | 'rule' | 'comment' | 'html',
    next: number,
  ): Reading => ({
    blocks: [{ kind, lines: lines.slice(index, next), hasGap }],
    next,
  })
  if (/^(?:`{3,}[^`]*|~{3,}.*)$/.test(bare)) return span('code', endOfFence(lines, index))
  if (bare.startsWith('<!--')) return span('comment', endOfComment(lines, index))
  const heading = readHeading(lines, index, hasGap)
  if (heading !== undefined) return heading
  if (bare.startsWith('>'))
    return span(
      'quote',
      endWhile(lines, index, line => /^\s*>/.test(line)),
    )
  if (isRule(text)) return span('rule', index + 1)
  if (!container.isDeepest) {
    if (container.detailsEnds.has(index)) return readDetails(container, index, hasGap)
    if (readListMarker(bare) !== undefined) return readItem(container, index, hasGap)
  }
  if (isTableStart(lines, index))
    return span(
      'table',
      endWhile(lines, index, line => line.includes('|')),
    )
  if (isHtmlStart(bare)) return span('html', endOfHtml(container, index))
  if (indentationOf(text) >= 4 && hasGap)
    return span(
      'code',
      endWhile(lines, index, line => /^(?: {4}|\t)/.test(line)),
    )
  return span('text', endOfText(lines, index))
}

function readHeading(lines: readonly SourceLine[], index: number, hasGap: boolean): Reading | undefined {
  const text = lines[index]?.text ?? ''
  const heading = (depth: number, words: string, next: number): Reading => ({
    blocks: [{ kind: 'heading', depth, text: words.trim(), lines: lines.slice(index, next), hasGap }],
    next,
  })
  const [, marks = '', words = ''] =
    /^ {0,3}(#{1,6})(?:[ \t]+(.*))?$/.exec(text) ?? /^(#{2,6})([^#\s].*)$/.exec(text) ?? []
  if (marks !== '') return heading(marks.length, withoutClosingMarks(words), index + 1)
  const [, level, html = ''] = /^\s*<h([1-6])\b[^>]*>(.*?)<\/h\1>\s*$/i.exec(text) ?? []
  if (level !== undefined) return heading(Number(level), html, index + 1)
  const underline = /^ {0,3}(=+|-{2,})[ \t]*$/.exec(lines[index + 1]?.text ?? '')?.[1]
  if (underline === undefined || !/^ {0,3}[\p{L}\p{N}*_[`"“(¿]/u.test(text)) return undefined
  if (readListMarker(text.trimStart()) !== undefined || text.includes('|')) return undefined
  return heading(underline.startsWith('=') ? 1 : 2, text, index + 2)
}

function endWhile(lines: readonly SourceLine[], index: number, holds: (text: string) => boolean): number {
  let end = index + 1
  while (end < lines.length && holds(lines[end]?.text ?? '')) end += 1
  return end
}

function endOfFence(lines: readonly SourceLine[], index: number): number {
  const [, marks = ''] = /^\s*(`{3,}|~{3,})/.exec(lines[index]?.text ?? '') ?? []
  const closing = endWhile(lines, index, text => {
    const [, end] = /^\s*(`{3,}|~{3,})\s*$/.exec(text) ?? []
    return end === undefined || !end.startsWith(marks)
  })
  return Math.min(lines.length, closing + 1)
}

function endOfComment(lines: readonly SourceLine[], index: number): number {
  if (lines[index]?.text.includes('-->')) return index + 1
  return Math.min(lines.length, endWhile(lines, index, text => !text.includes('-->')) + 1)
}

function isTableStart(lines: readonly SourceLine[], index: number): boolean {
  if (!lines[index]?.text.includes('|')) return false
  const delimiter = lines[index + 1]?.text ?? ''
  return delimiter.includes('-') && delimiter.includes('|') && /^[\s|:-]+$/.test(delimiter)
}

const inlineTags = /^<\/?(?:a|b|i|u|em|strong|code|kbd|span|sub|sup|font|mark|small|del|ins|q|s|var)\b/i

/** A tag that is no inline one with words of the sentence around it. */
function isHtmlStart(text: string): boolean {
  if (!/^<\/?[a-z][\w-]*(?:\s[^>]*)?\/?>/i.test(text) && !/^<(?:img|a|div|p|table|td|tr)\s/i.test(text))
    return false
  return !inlineTags.test(text) || !/[\p{L}\p{N}]/u.test(text.replace(/<[^>]*>/g, ''))
}

function endOfHtml({ lines, lastTableEnd }: Container, index: number): number {
  const isTable = /^\s*(?:<\w+>\s*)?<table\b/i.test(lines[index]?.text ?? '')
  if (!isTable) return endWhile(lines, index, line => isHtmlStart(line.trimStart()))
  if (index > lastTableEnd) return endWhile(lines, index, line => line.trim() !== '')
  return endWhile(lines, index - 1, line => !/<\/table>/i.test(line)) + 1
}

function endOfText(lines: readonly SourceLine[], index: number): number {
  let end = index + 1
  while (
    end < lines.length &&
    isContinuation(lines[end - 1]?.text ?? '', lines[end]?.text ?? '', lines[end + 1]?.text)
  ) {
    if (/^ {0,3}(?:=+|-{2,})[ \t]*$/.test(lines[end + 1]?.text ?? '')) break
    end += 1
  }
  return end
}
