import { expect, test } from 'vitest'
import { formatShortcut, matchesShortcut } from '../../../../src/renderer/state/commands'

const press = (key: string, keys: Partial<KeyboardEvent> = {}): KeyboardEvent =>
  ({
    key,
    code: '',
    ctrlKey: false,
    metaKey: false,
    shiftKey: false,
    altKey: false,
    ...keys,
  }) as KeyboardEvent

test('a shortcut is written as the platform does', () => {
  expect(formatShortcut('Mod+Shift+P', 'linux')).toBe('Ctrl+Shift+P')
  expect(formatShortcut('Alt+ArrowDown', 'win32')).toBe('Alt+Down')
  expect(formatShortcut('Mod+Shift+P', 'darwin')).toBe('⌘⇧P')
})

test('a key press matches with exactly the modifiers of the shortcut', () => {
  expect(matchesShortcut(press('p', { ctrlKey: true, shiftKey: true }), 'Mod+Shift+P', 'linux')).toBe(true)
  expect(matchesShortcut(press('p', { ctrlKey: true }), 'Mod+Shift+P', 'linux')).toBe(false)
  expect(matchesShortcut(press('k', { metaKey: true }), 'Mod+K', 'darwin')).toBe(true)
  expect(matchesShortcut(press('k', { ctrlKey: true }), 'Mod+K', 'darwin')).toBe(false)
  expect(
    matchesShortcut(press('¡', { ctrlKey: true, altKey: true, code: 'Digit1' }), 'Mod+Alt+1', 'linux'),
  ).toBe(true)
})
