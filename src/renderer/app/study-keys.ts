/** What keys do on a page of studying, written as for `formatShortcut`. */
export interface StudyKey {
  readonly id: string
  readonly keys: readonly string[]
  /** What does it while an answer is being typed. */
  readonly whileWriting?: readonly string[]
}

export const reviewKeys = [
  { id: 'reveal', keys: ['Space'], whileWriting: ['Mod+Enter'] },
  { id: 'write', keys: ['W'] },
  { id: 'stopWriting', keys: [], whileWriting: ['Escape'] },
  { id: 'hint', keys: ['H'] },
  { id: 'skip', keys: ['S'] },
  { id: 'edit', keys: ['E'] },
  { id: 'undo', keys: ['U', 'Mod+Z'] },
] as const satisfies readonly StudyKey[]

export const askingKeys = [
  { id: 'next', keys: ['Enter'], whileWriting: ['Mod+Enter'] },
  { id: 'skip', keys: ['S'], whileWriting: ['Alt+S'] },
  { id: 'flag', keys: ['F'], whileWriting: ['Alt+F'] },
  { id: 'pause', keys: ['P'], whileWriting: ['Alt+P'] },
] as const satisfies readonly StudyKey[]

export const interviewGradingKeys = [
  { id: 'back', keys: ['U', 'Backspace'] },
] as const satisfies readonly StudyKey[]

export type ReviewKey = (typeof reviewKeys)[number]['id']
export type AskingKey = (typeof askingKeys)[number]['id']

export type KeyPress = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>

/** Which of the keys a press is, if any; what does it while writing does it always. */
export function studyKeyOf<Id extends string>(
  keys: readonly (StudyKey & { readonly id: Id })[],
  press: KeyPress,
  isWriting: boolean,
): Id | undefined {
  return keys.find(({ keys: its, whileWriting = [] }) =>
    (isWriting ? whileWriting : [...its, ...whileWriting]).some(shortcut => isPress(press, shortcut)),
  )?.id
}

function isPress(press: KeyPress, shortcut: string): boolean {
  const parts = shortcut.split('+')
  const isMod = press.ctrlKey || press.metaKey
  if (isMod !== parts.includes('Mod') || press.altKey !== parts.includes('Alt')) return false
  if (isMod && press.shiftKey) return false
  const key = press.key === ' ' ? 'space' : press.key.toLowerCase()
  return key === parts.at(-1)?.toLowerCase()
}
