/** A piece of a line: words as they are, or what stands between two backticks. */
export interface LinePiece {
  readonly kind: 'words' | 'code'
  readonly text: string
}

/** What may be Markdown in a line, but for code. */
const markup = /[*_[\]<&\\~$=]/
/** What begins a block, and spaces that don't count. */
const unsafeLine = /^[\s#>+\-\d]|\s{2}|[\t\n\r]|\s$/
const simpleCode = /^\S(?:.*\S)?$/

/** A line of Markdown that has words in it, and perhaps code between single backticks; undefined when it takes a parser. */
export function wordsAndCode(line: string): LinePiece[] | undefined {
  const [first = '', ...parts] = line.split('`')
  if (parts.length === 0) return markup.test(line) ? undefined : [{ kind: 'words', text: line }]
  if (parts.length % 2 === 1 || unsafeLine.test(line) || markup.test(first)) return undefined
  const pieces: LinePiece[] = [{ kind: 'words', text: first }]
  for (const [index, text] of parts.entries()) {
    const kind = index % 2 === 0 ? 'code' : 'words'
    const isSimple = kind === 'code' ? simpleCode.test(text) : !markup.test(text)
    // Without anything between them, two backticks are one longer fence.
    if (!isSimple || (text === '' && index < parts.length - 1)) return undefined
    pieces.push({ kind, text })
  }
  return pieces
}
