import { expect, test } from 'vitest'
import { shortcutProblem } from '../../../../../src/renderer/features/settings/shortcut-problem'
import { textKeys } from '../../../../../src/renderer/features/settings/text-keys'
import { shortcutOfPress } from '../../../../../src/renderer/state/commands'

const problemOf = (shortcut: string, isInBrowser = true) =>
  shortcutProblem(shortcut, 'some.command', {
    commands: [],
    editorShortcuts: textKeys.map(({ action, shortcut }) => ({ shortcut, name: action })),
    isInBrowser,
  })

const pressed = (key: string, held: Partial<KeyboardEvent>, platform: string): string =>
  shortcutOfPress(
    {
      key,
      code: /^[a-z]$/i.test(key) ? `Key${key.toUpperCase()}` : key,
      ctrlKey: false,
      metaKey: false,
      altKey: false,
      shiftKey: false,
      ...held,
    },
    platform,
  ) ?? ''

test.each([
  ['c', {}, 'copy'],
  ['x', {}, 'cut'],
  ['v', {}, 'paste'],
  ['V', { shiftKey: true }, 'pasteAsText'],
  ['a', {}, 'selectAll'],
  ['y', {}, 'redo'],
  ['ArrowLeft', {}, 'moveCaret'],
  ['ArrowDown', {}, 'moveCaret'],
  ['End', {}, 'moveCaret'],
  ['Home', { shiftKey: true }, 'extendSelection'],
  ['Backspace', {}, 'delete'],
  ['Delete', {}, 'delete'],
])('%s with Ctrl or Cmd and %j stays for writing: %s', (key, held, action) => {
  const problem = { kind: 'editor', action }
  expect(problemOf(pressed(key, { ctrlKey: true, ...held }, 'linux'))).toEqual(problem)
  expect(problemOf(pressed(key, { metaKey: true, ...held }, 'darwin'), false)).toEqual(problem)
})

test.each(['Mod+L', 'Mod+R', 'Mod+Shift+R', 'Mod+PageDown', 'Mod+1', 'F5', 'F12'])(
  'a browser keeps %s, a window of its own does not',
  shortcut => {
    expect(problemOf(shortcut)).toEqual({ kind: 'browser' })
    expect(problemOf(shortcut, false)).toBeUndefined()
  },
)

test.each(['Alt+ArrowDown', 'Mod+Shift+C', 'Mod+K', 'F1', 'Mod+Alt+ArrowLeft'])('%s is free', shortcut => {
  expect(problemOf(shortcut)).toBeUndefined()
})
