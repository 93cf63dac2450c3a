import type { KeyInput } from './page-world/page-messages.ts'

const keyNames: Readonly<Record<string, string>> = {
  plus: '+',
  space: ' ',
  esc: 'escape',
  return: 'enter',
  up: 'arrowup',
  down: 'arrowdown',
  left: 'arrowleft',
  right: 'arrowright',
}

/** Whether these keys are that accelerator (`CmdOrCtrl+Shift+P`) on this platform. */
export function matchesAccelerator(
  accelerator: string,
  input: KeyInput,
  platform = process.platform,
): boolean {
  const parts = accelerator.toLowerCase().replace(/\+\+$/, '+plus').split('+')
  const key = parts.pop() ?? ''
  const primary = platform === 'darwin' ? 'meta' : 'control'
  const wanted = new Set(parts.map(part => modifierName(part, primary)))
  const isModified = (['shift', 'control', 'alt', 'meta'] as const).every(
    name => input[name] === wanted.has(name),
  )
  return (
    isModified &&
    (input.key.toLowerCase() === (keyNames[key] ?? key) ||
      input.code.toLowerCase() === `key${key}` ||
      input.code.toLowerCase() === `digit${key}`)
  )
}

function modifierName(part: string, primary: 'meta' | 'control'): string {
  if (/^(cmdorctrl|commandorcontrol)$/.test(part)) return primary
  if (/^(ctrl|control)$/.test(part)) return 'control'
  if (/^(cmd|command|super|meta)$/.test(part)) return 'meta'
  return /^(alt|option|altgr)$/.test(part) ? 'alt' : part
}
