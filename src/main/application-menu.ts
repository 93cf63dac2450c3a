import { BrowserWindow, Menu, type MenuItemConstructorOptions } from 'electron'
import type { MenuCommand } from '../shared/contract/app-procedures'
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
  return [
    ...(isMac ? [{ role: 'appMenu' as const }] : []),
    { label: 'File', submenu: fileItems(commands) },
    { label: 'Edit', submenu: editItems() },
    ...others.reverse().filter(menu => menu.label !== undefined),
    { label: view?.label ?? 'View', submenu: [...submenuItems(view), ...viewItems()] },
    { role: 'windowMenu' },
    { role: 'help', submenu: [] },
  ]
}

function submenuItems(menu: MenuItemConstructorOptions | undefined): MenuItemConstructorOptions[] {
  return Array.isArray(menu?.submenu) && menu.submenu.length > 0
    ? [...menu.submenu, { type: 'separator' }]
    : []
}

function fileItems(commands: readonly MenuCommand[]): MenuItemConstructorOptions[] {
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
            label: 'Open recent',
            submenu: [{ role: 'clearRecentDocuments' as const, label: 'Clear list' }],
          },
        ]
      : []),
    { type: 'separator' },
    isMac ? { role: 'close' } : { role: 'quit' },
  ]
}

function editItems(): MenuItemConstructorOptions[] {
  return [
    { role: 'undo' },
    { role: 'redo' },
    { type: 'separator' },
    { role: 'cut' },
    { role: 'copy' },
    { role: 'paste' },
    { role: 'pasteAndMatchStyle' },
    { role: 'selectAll' },
    { type: 'separator' },
    spellingMenu(),
  ]
}

function viewItems(): MenuItemConstructorOptions[] {
  return [
    { role: 'resetZoom' },
    { role: 'zoomIn' },
    { role: 'zoomOut' },
    { type: 'separator' },
    { role: 'togglefullscreen' },
    { role: 'toggleDevTools' },
  ]
}

function commandItem(command: MenuCommand): MenuItemConstructorOptions {
  return {
    id: command.id,
    label: command.label,
    enabled: command.isEnabled,
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
