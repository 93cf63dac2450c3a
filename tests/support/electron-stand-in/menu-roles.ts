import { recordCall } from './call-record.ts'
import { app } from './app.ts'

type Target = Electron.BaseWindow | undefined
type Contents = Electron.WebContents | undefined

const windowRoles: Readonly<Record<string, (window: Electron.BaseWindow) => void>> = {
  close: window => window.close(),
  minimize: window => window.minimize(),
  togglefullscreen: window => window.setFullScreen(!window.isFullScreen()),
}

const contentsRoles: Readonly<Record<string, (contents: Electron.WebContents) => void>> = {
  undo: contents => contents.undo(),
  redo: contents => contents.redo(),
  cut: contents => contents.cut(),
  copy: contents => contents.copy(),
  paste: contents => contents.paste(),
  pasteandmatchstyle: contents => contents.pasteAndMatchStyle(),
  delete: contents => contents.delete(),
  selectall: contents => contents.selectAll(),
  reload: contents => contents.reload(),
  forcereload: contents => contents.reloadIgnoringCache(),
  toggledevtools: contents => contents.toggleDevTools(),
  resetzoom: contents => contents.setZoomLevel(0),
  zoomin: contents => contents.setZoomLevel(contents.getZoomLevel() + 0.5),
  zoomout: contents => contents.setZoomLevel(contents.getZoomLevel() - 0.5),
}

/** Does what the role says; false for an item without a role, whose own `click` is to be called. */
export function executeRole(role: string | undefined, window: Target, contents: Contents): boolean {
  if (role === undefined) return false
  const name = role.toLowerCase()
  recordCall('Menu.role', [name])
  if (name === 'quit') app.quit()
  else if (windowRoles[name] !== undefined) {
    if (window !== undefined) windowRoles[name](window)
  } else if (contents !== undefined) contentsRoles[name]?.(contents)
  return true
}
