import { takeTyped } from '../../state/typed-ahead'

/** Begins a field with what was typed before it had the focus: called when it gets it. */
export function beginWithTyped(setText: (change: (before: string) => string) => void): void {
  const typed = takeTyped().replaceAll('\n', '')
  if (typed !== '') setText(before => typed + before)
}
