/** Whether the keyboard is Apple's: Cmd where others have Ctrl. */
export function isApple(): boolean {
  return navigator.platform.startsWith('Mac')
}
