/** Where a window is, and in which of its shapes. */
export interface WindowShape {
  bounds: Electron.Rectangle
  isVisible: boolean
  isMinimized: boolean
  isMaximized: boolean
  isFullScreen: boolean
}

/** The place of a new window: what its options say, in the middle of the screen where they don't. */
export function initialShape(
  {
    x,
    y,
    width = 800,
    height = 600,
    show = true,
    fullscreen = false,
  }: Electron.BrowserWindowConstructorOptions,
  area: Electron.Rectangle,
): WindowShape {
  const centered = {
    x: Math.round(area.x + (area.width - width) / 2),
    y: Math.round(area.y + (area.height - height) / 2),
  }
  const bounds = { x: x ?? centered.x, y: y ?? centered.y, width, height }
  return { bounds, isVisible: show, isMinimized: false, isMaximized: false, isFullScreen: fullscreen }
}

/** What the shape makes of its own bounds: the whole work area, the whole display, or themselves. */
export function shownBounds(shape: WindowShape, display: Electron.Display): Electron.Rectangle {
  if (shape.isFullScreen) return display.bounds
  return shape.isMaximized ? display.workArea : shape.bounds
}
