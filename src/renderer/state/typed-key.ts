/** `text` as it is once a key is typed behind it, `\n` standing for Enter; undefined for a key that types nothing. */
export function withTypedKey(text: string, event: KeyboardEvent): string | undefined {
  const isCommand = event.metaKey || ((event.ctrlKey || event.altKey) && !event.getModifierState('AltGraph'))
  if (isCommand || event.isComposing) return undefined
  if (event.key === 'Enter') return `${text}\n`
  if (event.key === 'Backspace') return [...text].slice(0, -1).join('')
  return [...event.key].length === 1 ? text + event.key : undefined
}
