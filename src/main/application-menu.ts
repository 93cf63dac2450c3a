import { BrowserWindow, Menu, type MenuItemConstructorOptions } from 'electron'
import type { MenuCommand } from '../shared/contract/app-procedures'
import { nativeWords } from './native-words'
import { sendToWindow } from './send-to-window'
import { spellingMenu } from './spelling'

const isMac = process.platform === 'darwin'

/** Makes the application menu from the commands of the focused window's page, in the order of its platform. */
export function setApplicationMenu(commands: readonly MenuCommand[]): void {
  Menu.setApplicationMenu(Menu.buildFromTemplate(applicationMenuTemplate(commands)))
}

function applicationMenuTemplate(commands: readonly MenuCommand[]): MenuItemConstructorOptions[] {
  const groups = [...new Set(commands.map(command => command.group))]
  const submenus = groups.map((group): MenuItemConstructorOptions => ({
    label: group,
    submenu: commands.filter(command => command.group === group).map(commandItem),
  }))
  const [view, ...others] = submenus.reverse()
  const words = nativeWords()
  return [
    ...(isMac ? [{ role: 'appMenu' as const }] : []),
    { label: words.file, submenu: fileItems(commands) },
    { label: words.edit, submenu: editItems() },
    ...others.reverse().filter(menu => menu.label !== undefined),
    { label: view?.label ?? words.view, submenu: [...submenuItems(view), ...viewItems()] },
    { role: 'windowMenu', label: words.window, ...(isMac ? {} : { submenu: windowItems() }) },
    { role: 'help', label: words.help, submenu: [] },
  ]
}

function submenuItems(menu: MenuItemConstructorOptions | undefined): MenuItemConstructorOptions[] {
  return Array.isArray(menu?.submenu) && menu.submenu.length > 0
    ? [...menu.submenu, { type: 'separator' }]
    : []
}

function fileItems(commands: readonly MenuCommand[]): MenuItemConstructorOptions[] {
  const words = nativeWords()
  const wanted = ['notebook.new', 'notebook.open', 'notebook.export', 'note.print']
  const items = wanted
    .flatMap(id => commands.filter(command => command.id === id))
    .map(command => ({ ...commandItem(command), id: `file ${command.id}` }))
  return [
    ...items,
    ...(isMac
      ? [
          {
            role: 'recentDocuments' as const,
            label: words.openRecent,
            submenu: [{ role: 'clearRecentDocuments' as const, label: words.clearRecent }],
          },
        ]
      : []),
    { type: 'separator' },
    isMac ? { role: 'close', label: words.close } : { role: 'quit', label: words.quit },
  ]
}

function editItems(): MenuItemConstructorOptions[] {
  const words = nativeWords()
  return [
    { role: 'undo', label: words.undo },
    { role: 'redo', label: words.redo },
    { type: 'separator' },
    { role: 'cut', label: words.cut },
    { role: 'copy', label: words.copy },
    { role: 'paste', label: words.paste },
    { role: 'pasteAndMatchStyle', label: words.pasteAsText },
    { role: 'selectAll', label: words.selectAll },
    { type: 'separator' },
    spellingMenu(),
  ]
}

function viewItems(): MenuItemConstructorOptions[] {
  const words = nativeWords()
  return [
    { role: 'resetZoom', label: words.resetZoom },
    { role: 'zoomIn', label: words.zoomIn },
    { role: 'zoomOut', label: words.zoomOut },
    { type: 'separator' },
    { role: 'togglefullscreen', label: words.fullScreen },
    { role: 'toggleDevTools', label: words.devTools },
  ]
}

function windowItems(): MenuItemConstructorOptions[] {
  const words = nativeWords()
  return [
    { role: 'minimize', label: words.minimise },
    { role: 'close', label: words.close },
  ]
}

function commandItem(command: MenuCommand): MenuItemConstructorOptions {
  return {
    id: command.id,
    label: command.label,
    enabled: command.isEnabled,
    ...(command.isChecked === null ? {} : { type: 'radio' as const, checked: command.isChecked }),
    ...(command.shortcut === null
      ? {}
      : { accelerator: acceleratorOf(command.shortcut), registerAccelerator: false }),
    click: () => {
      const window = BrowserWindow.getFocusedWindow() ?? BrowserWindow.getAllWindows()[0]
      if (window !== undefined) sendToWindow(window, 'app.commandChosen', { id: command.id })
    },
  }
}

/** `Mod+ArrowDown` as Electron writes it; the page itself listens for the keys. */
function acceleratorOf(shortcut: string): string {
  return shortcut
    .replace('Mod', 'CommandOrControl')
    .replace(/Arrow(Up|Down|Left|Right)/, '$1')
    .replace('Enter', 'Return')
}
