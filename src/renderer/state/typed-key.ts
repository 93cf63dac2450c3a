import { isApple } from './is-apple'

/** `text` as it is once a key is typed behind it, `\n` standing for Enter; undefined for a key that types nothing. */
export function withTypedKey(text: string, event: KeyboardEvent): string | undefined {
  const isCommand = event.metaKey || ((event.ctrlKey || event.altKey) && !event.getModifierState('AltGraph'))
  if (isCommand || event.isComposing) return undefined
  if (event.key === 'Enter') return `${text}\n`
  if (event.key === 'Backspace') return [...text].slice(0, -1).join('')
  return [...event.key].length === 1 ? text + event.key : undefined
}

/** A letter that is pressed with Ctrl or Command stands here above the characters that notes have. */
const firstMarkKey = 0xe000
/** Those that begin or end a mark: bold, italic, code. */
const markLetters = 'bie'

/** `text` as it is once a mark was begun or ended behind it, as `letterOfMark` reads it; undefined for any other key. */
export function withMarkKey(
  text: string,
  { ctrlKey, metaKey, altKey, shiftKey, key }: KeyboardEvent,
): string | undefined {
  const isMark =
    (isApple() ? metaKey && !ctrlKey : ctrlKey && !metaKey) &&
    !altKey &&
    !shiftKey &&
    key.length === 1 &&
    markLetters.includes(key)
  return isMark ? text + String.fromCharCode(firstMarkKey + key.charCodeAt(0)) : undefined
}

/** The letter of a mark that was begun or ended; undefined for a character that was typed. */
export function letterOfMark(character: string): string | undefined {
  const letter = String.fromCharCode(character.charCodeAt(0) - firstMarkKey)
  return markLetters.includes(letter) ? letter : undefined
}

/** What was typed, without marks. */
export function withoutMarks(text: string): string {
  return [...text].filter(character => letterOfMark(character) === undefined).join('')
}
