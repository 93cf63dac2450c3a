import { withoutClosingMarks } from './closing-marks'
import { readListMarker } from './list-marker'
import type { Block } from './outline'
import type { Container, Reading } from './outline-reading'
import { type SourceLine, dedent, indentationOf } from './source-line'
import { isContinuation } from './wrapped-text'

/** Reads the list item at `index` with all that is nested in it. */
export function readItem({ lines, readNested }: Container, index: number, hasGap: boolean): Reading {
  const first = lines[index] as SourceLine
  const indentation = indentationOf(first.text)
  const bare = first.text.trimStart()
  const marker = readListMarker(bare)
  if (marker === undefined) return { blocks: [], next: index + 1 }
  const content = { indentation: indentation + marker.width, outer: indentation, isOrdered: marker.isOrdered }
  const isHeading = /^#{1,6}[ \t]/.test(bare.slice(marker.width))
  const textEnd = isHeading ? index + 1 : endOfItemText(lines, index, content)
  const next = endOfItem(lines, textEnd, content)
  const nested = lines
    .slice(textEnd, next)
    .map(line => ({ ...line, text: dedent(line.text, content.indentation) }))
  const words = [bare.slice(marker.width), ...lines.slice(index + 1, textEnd).map(line => line.text.trim())]
    .join(' ')
    .trim()
  const blocks = readNested(nested)
  const heading = /^(#{1,6})[ \t]+(.*)$/.exec(words)
  if (heading !== null) {
    const number = marker.isOrdered ? bare.slice(0, marker.width) : ''
    return { blocks: asHeading(first, heading, number, hasGap).concat(blocks), next }
  }
  const task = /^\[[ xX]\](?:\s+|$)/.exec(words)?.[0] ?? ''
  const item: Block = {
    kind: 'item',
    isOrdered: marker.isOrdered,
    text: words.slice(task.length),
    isTask: task !== '',
    nested: blocks,
    lines: trimEnd(lines.slice(index, next)),
    hasGap,
  }
  return { blocks: [item], next }
}

/** `1. ### What is …?`: the heading counts, and what is nested in the item comes under it. */
function asHeading(line: SourceLine, heading: RegExpExecArray, number: string, hasGap: boolean): Block[] {
  const [, marks = '', text = ''] = heading
  return [
    {
      kind: 'heading',
      depth: marks.length,
      text: `${number}${withoutClosingMarks(text)}`,
      lines: [line],
      hasGap,
    },
  ]
}

interface Content {
  readonly indentation: number
  readonly outer: number
  readonly isOrdered: boolean
}

function endOfItemText(lines: readonly SourceLine[], index: number, content: Content): number {
  let end = index + 1
  while (end < lines.length) {
    const text = lines[end]?.text ?? ''
    const isNested = indentationOf(text) >= Math.min(content.indentation, content.outer + 2)
    const carriesOn = isNested
      ? isIndentedText(text)
      : isContinuation(lines[end - 1]?.text ?? '', text, lines[end + 1]?.text)
    if (!carriesOn) break
    end += 1
  }
  return end
}

function isIndentedText(text: string): boolean {
  const bare = text.trim()
  return (
    bare !== '' &&
    !/^(?:[>|]|#{1,6}\s|`{3,}|~{3,}|<\/?\w|<!--|!\[)/.test(bare) &&
    readListMarker(bare) === undefined
  )
}

function endOfItem(lines: readonly SourceLine[], from: number, content: Content): number {
  let end = from
  for (let index = from; index < lines.length; index += 1) {
    const text = lines[index]?.text ?? ''
    if (text.trim() === '') continue
    if (!isInside(text, content)) break
    end = index + 1
  }
  return end
}

/** Deep enough, or a list of the other kind that is indented though not as deep as Markdown asks for. */
function isInside(text: string, { indentation, outer, isOrdered }: Content): boolean {
  const own = indentationOf(text)
  if (own >= indentation) return true
  if (own < outer + 2) return false
  const marker = readListMarker(text.trimStart())
  return marker === undefined || marker.isOrdered !== isOrdered
}

function trimEnd(lines: readonly SourceLine[]): readonly SourceLine[] {
  const last = lines.findLastIndex(line => line.text.trim() !== '')
  return lines.slice(0, last + 1)
}
