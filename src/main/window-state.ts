import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { app, screen, type BrowserWindow, type Rectangle } from 'electron'

/** Where a window was when it was last open. */
export interface WindowState {
  readonly bounds: Rectangle | undefined
  readonly isMaximized: boolean
  readonly isFullScreen: boolean
  readonly zoomLevel: number
}

const initial: WindowState = { bounds: undefined, isMaximized: false, isFullScreen: false, zoomLevel: 0 }
const smallestVisiblePx = 80
const saveAfterMs = 400

/** What was kept; damaged or missing values are as on a first start. Read before the window opens, so it is small and synchronous. */
export function readWindowState(): WindowState {
  try {
    const kept = JSON.parse(readFileSync(statePath(), 'utf8')) as Partial<Record<keyof WindowState, unknown>>
    const bounds = isRectangle(kept.bounds) && isOnDisplay(kept.bounds) ? kept.bounds : undefined
    const zoomLevel = typeof kept.zoomLevel === 'number' && Math.abs(kept.zoomLevel) <= 9 ? kept.zoomLevel : 0
    return {
      bounds,
      isMaximized: kept.isMaximized === true,
      isFullScreen: kept.isFullScreen === true,
      zoomLevel,
    }
  } catch {
    return initial
  }
}

/** Keeps where the window is, soon after each change and when it closes. */
export function keepWindowState(window: BrowserWindow): void {
  let timer: NodeJS.Timeout | undefined
  const save = (): void => {
    clearTimeout(timer)
    if (window.isDestroyed()) return
    const state: WindowState = {
      bounds: window.getNormalBounds(),
      isMaximized: window.isMaximized(),
      isFullScreen: window.isFullScreen(),
      zoomLevel: window.webContents.getZoomLevel(),
    }
    try {
      writeFileSync(statePath(), JSON.stringify(state))
    } catch (error) {
      console.warn('the window state could not be kept', error)
    }
  }
  const saveSoon = (): void => {
    clearTimeout(timer)
    timer = setTimeout(save, saveAfterMs)
  }
  window.on('resize', saveSoon)
  window.on('move', saveSoon)
  window.on('maximize', saveSoon)
  window.on('unmaximize', saveSoon)
  window.on('enter-full-screen', saveSoon)
  window.on('leave-full-screen', saveSoon)
  window.webContents.on('zoom-changed', saveSoon)
  window.on('close', save)
}

/** Whether enough of the rectangle is on a display that is there, so that the window can be taken hold of. */
function isOnDisplay(bounds: Rectangle): boolean {
  return screen.getAllDisplays().some(({ workArea }) => {
    const width =
      Math.min(bounds.x + bounds.width, workArea.x + workArea.width) - Math.max(bounds.x, workArea.x)
    const height =
      Math.min(bounds.y + bounds.height, workArea.y + workArea.height) - Math.max(bounds.y, workArea.y)
    return width >= smallestVisiblePx && height >= smallestVisiblePx
  })
}

function isRectangle(value: unknown): value is Rectangle {
  if (typeof value !== 'object' || value === null) return false
  const { x, y, width, height } = value as Record<string, unknown>
  return [x, y, width, height].every(Number.isFinite) && Number(width) >= 200 && Number(height) >= 200
}

function statePath(): string {
  return join(app.getPath('userData'), 'window-state.json')
}
