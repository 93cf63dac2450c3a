/** A toolbar asks for each of its buttons. */
let isKnown: boolean | undefined

/** Whether the keyboard is Apple's: Cmd where others have Ctrl. */
export function isApple(): boolean {
  return (isKnown ??= navigator.platform.startsWith('Mac'))
}
