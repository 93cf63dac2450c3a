/** A change of `source[start..end)`. */
export interface Edit {
  readonly start: number
  readonly end: number
  readonly text: string
}

/** Applies edits in the order of their places; of two that overlap the one that starts first counts. */
export function applyEdits(source: string, edits: readonly Edit[]): string {
  let result = ''
  let at = 0
  for (const edit of [...edits].sort((a, b) => a.start - b.start || a.end - b.end)) {
    if (edit.start < at) continue
    result += source.slice(at, edit.start) + edit.text
    at = edit.end
  }
  return result + source.slice(at)
}

/** The end of a link's destination that starts at `start`: `<…>`, or characters with balanced parentheses. */
export function destinationEnd(source: string, start: number): number {
  const isBracketed = source[start] === '<'
  let depth = 0
  for (let index = isBracketed ? start + 1 : start; index < source.length; index += 1) {
    const character = source.charAt(index)
    if (character === '\\') index += 1
    else if (isBracketed && character === '>') return index + 1
    else if (!isBracketed && (/\s/.test(character) || (character === ')' && depth === 0))) return index
    else if (character === '(') depth += 1
    else if (character === ')') depth -= 1
  }
  return source.length
}

/** A destination as Markdown needs it written. */
export function writtenDestination(destination: string): string {
  return /[\s()<>]/.test(destination) ? `<${destination.replace(/[<>]/g, encodeURIComponent)}>` : destination
}

/** Plain text as Markdown that says the same within a line. */
export function escapeText(text: string): string {
  return text.replace(/[\\[\]*_`<&$~|]/g, character => `\\${character}`)
}

/** Plain text as Markdown that says the same also at the start of a line. */
export function escapeLine(text: string): string {
  return escapeText(text)
    .replace(/^(?=[-+#>=])/, '\\')
    .replace(/^(\d{1,9})(?=[.)])/, '$1\\')
}
