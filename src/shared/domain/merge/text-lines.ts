/** The lines of a text, each with its line break; joined they are the text again. */
export function textLines(text: string): string[] {
  return text.match(/[^\n]*\n|[^\n]+$/g) ?? []
}

/** Joins stretches of a text; what would run into the line before it gets a line of its own. */
export function joinLines(stretches: readonly string[]): string {
  const lineBreak = stretches.some(stretch => stretch.includes('\r\n')) ? '\r\n' : '\n'
  return stretches.reduce((text, stretch) => {
    const isGlued = text !== '' && stretch !== '' && !text.endsWith('\n')
    return text + (isGlued ? lineBreak : '') + stretch
  }, '')
}
