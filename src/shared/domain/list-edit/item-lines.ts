import { dedent } from '../import/source-line'

/** An item without its place: its lines as if it stood at the margin. */
export interface LooseItem {
  readonly marker: string
  /** The first is what follows the marker. Line breaks are kept. */
  readonly lines: readonly string[]
}

const markerPattern = /^ {0,3}(?:[-*+]|\d{1,9}[.)])(?: {1,4}(?=\S)|\t(?=\S)| ?)/

/** Takes an item's lines apart. @throws RangeError for lines that are none of an item. */
export function looseItem(lines: readonly string[]): LooseItem {
  const [first = '', ...rest] = lines
  const marker = markerPattern.exec(first)?.[0]
  if (marker === undefined) throw new RangeError(`no item: ${first}`)
  const width = widthOf(marker)
  return { marker, lines: [first.slice(marker.length), ...rest.map(line => dedent(line, width))] }
}

/** An item's lines with another marker: what is nested moves with it where the new one is wider or narrower. */
export function withMarker(lines: readonly string[], marker: string): string[] {
  const item = looseItem(lines)
  if (widthOf(item.marker) === widthOf(marker)) return [`${marker}${item.lines[0] ?? ''}`, ...lines.slice(1)]
  const indentation = ' '.repeat(widthOf(marker))
  return item.lines.map((line, index) => {
    if (index === 0) return `${marker}${line}`
    return line.trim() === '' ? line : `${indentation}${line}`
  })
}

/** The number of an ordered item; undefined for a bullet. */
export function numberOf(line: string): number | undefined {
  const digits = /^ {0,3}(\d{1,9})[.)]/.exec(line)?.[1]
  return digits === undefined ? undefined : Number(digits)
}

/** The marker of a line with another number; one without a number stays. */
export function numbered(line: string, number: number): string {
  const marker = markerPattern.exec(line)?.[0] ?? '1. '
  return marker.replace(/\d+/, String(number)).replace(/\S$/, '$& ')
}

function widthOf(marker: string): number {
  return [...marker].reduce((column, character) => column + (character === '\t' ? 4 - (column % 4) : 1), 0)
}
