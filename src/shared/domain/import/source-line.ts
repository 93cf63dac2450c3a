/** One line of a source, or several that were put together again. Line numbers are 1-based. */
export interface SourceLine {
  readonly text: string
  readonly number: number
  readonly last: number
}

/** The lines of `source`, whatever ends them, the first one being number `first`. */
export function splitLines(source: string, first = 1): SourceLine[] {
  return source
    .split(/\r\n?|\n/)
    .map((text, index) => ({ text: trimTrailing(text), number: first + index, last: first + index }))
}

/** Two spaces at the end are a line break in Markdown; everything else there is nothing. */
function trimTrailing(text: string): string {
  const trimmed = text.trimEnd()
  return trimmed !== '' && text.startsWith('  ', trimmed.length) ? `${trimmed}  ` : trimmed
}

/** How many columns a line is indented, a tab reaching to the next multiple of four. */
export function indentationOf(text: string): number {
  let column = 0
  for (const character of text) {
    if (character === ' ') column += 1
    else if (character === '\t') column += 4 - (column % 4)
    else break
  }
  return column
}

/** A line with up to so many columns of indentation taken away. */
export function dedent(line: string, columns: number): string {
  let column = 0
  let index = 0
  while (index < line.length && column < columns) {
    if (line[index] === ' ') column += 1
    else if (line[index] === '\t') column += 4 - (column % 4)
    else break
    index += 1
  }
  return ' '.repeat(Math.max(0, column - columns)) + line.slice(index)
}
