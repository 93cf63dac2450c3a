import type { BrowserWindow } from './browser-window.ts'

const windows = new Map<number, BrowserWindow>()
let focused: BrowserWindow | null = null

/** The windows that are not destroyed, oldest first. */
export function allWindows(): BrowserWindow[] {
  return [...windows.values()]
}

export function windowWithId(id: number): BrowserWindow | null {
  return windows.get(id) ?? null
}

export function addWindow(window: BrowserWindow): void {
  windows.set(window.id, window)
}

export function removeWindow(window: BrowserWindow): void {
  windows.delete(window.id)
  if (focused === window) focused = null
}

export function focusedWindow(): BrowserWindow | null {
  return focused
}

/** Moves the focus; gives the window that had it. */
export function moveFocus(to: BrowserWindow | null): BrowserWindow | null {
  const before = focused
  focused = to
  return before
}
