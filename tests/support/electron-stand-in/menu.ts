import { matchesAccelerator } from './accelerator.ts'
import { recordCall } from './call-record.ts'
import { executeRole } from './menu-roles.ts'
import type { KeyInput } from './page-world/page-messages.ts'
import { refuseUnknownMembers, StrictEmitter } from './unknown-members.ts'

type Options = Electron.MenuItemConstructorOptions
let lastCommandId = 0

/** `MenuItem`. As in Electron, `click()` flips a check mark, then does the role, or calls the app's own function. */
export class MenuItem implements Pick<
  Electron.MenuItem,
  'click' | 'commandId' | 'enabled' | 'id' | 'label' | 'menu' | 'visible' | 'checked' | 'type'
> {
  readonly commandId = (lastCommandId += 1)
  readonly id: string
  readonly type: Electron.MenuItem['type']
  readonly accelerator: string | undefined
  readonly role: Electron.MenuItem['role']
  readonly submenu: Electron.Menu | undefined
  readonly click: (
    event?: Electron.KeyboardEvent,
    window?: Electron.BaseWindow,
    contents?: Electron.WebContents,
  ) => void
  label: string
  sublabel: string
  toolTip: string
  icon: Options['icon']
  enabled: boolean
  visible: boolean
  checked: boolean
  acceleratorWorksWhenHidden: boolean
  registerAccelerator: boolean
  userAccelerator = null
  menu: Electron.Menu = undefined as unknown as Electron.Menu

  constructor(options: Options) {
    this.id = options.id ?? ''
    this.role = options.role as Electron.MenuItem['role']
    this.type = options.type ?? (options.submenu === undefined ? 'normal' : 'submenu')
    this.accelerator = options.accelerator
    this.label = options.label ?? options.role ?? ''
    this.sublabel = options.sublabel ?? ''
    this.toolTip = options.toolTip ?? ''
    this.icon = options.icon
    this.enabled = options.enabled ?? true
    this.visible = options.visible ?? true
    this.checked = options.checked ?? false
    this.acceleratorWorksWhenHidden = options.acceleratorWorksWhenHidden ?? true
    this.registerAccelerator = options.registerAccelerator ?? true
    this.submenu = Array.isArray(options.submenu)
      ? asElectron(Menu.buildFromTemplate(options.submenu))
      : options.submenu
    this.click = (event, window, contents) => {
      if (this.type === 'checkbox' || this.type === 'radio') this.checked = !this.checked
      if (!executeRole(this.role, window, contents))
        options.click?.(this as unknown as Electron.MenuItem, window, event ?? {})
    }
    return refuseUnknownMembers(this, 'MenuItem')
  }
}

/** `Menu`. `popup` is recorded; the test clicks the items, of that menu and of the application's. */
export class Menu
  extends StrictEmitter
  implements Pick<Electron.Menu, 'popup' | 'closePopup' | 'getMenuItemById' | 'items'>
{
  static #application: Menu | null = null
  readonly items: Electron.MenuItem[] = []

  static buildFromTemplate(template: readonly (Options | Electron.MenuItem | MenuItem)[]): Menu {
    if (!Array.isArray(template))
      throw new TypeError('Invalid template for Menu: Menu template must be an array')
    const menu = new Menu()
    for (const item of template) menu.append(item instanceof MenuItem ? item : new MenuItem(item as Options))
    return menu
  }

  static setApplicationMenu(menu: Menu | null): void {
    Menu.#application = menu
  }

  static getApplicationMenu(): Menu | null {
    return Menu.#application
  }

  constructor() {
    super('Menu')
  }

  append(item: MenuItem): void {
    this.insert(this.items.length, item)
  }

  insert(position: number, item: MenuItem): void {
    item.menu = asElectron(this)
    this.items.splice(position, 0, item as unknown as Electron.MenuItem)
  }

  popup(options?: Electron.PopupOptions): void {
    recordCall('Menu.popup', [this.items.map(item => item.label), options])
    this.emit('menu-will-show', {})
  }

  closePopup(): void {
    this.emit('menu-will-close', {})
  }

  getMenuItemById(id: string): Electron.MenuItem | null {
    return this.#all().find(item => item.id === id) ?? null
  }

  /** The item whose accelerator these keys are. */
  itemForKeys(input: KeyInput): Electron.MenuItem | undefined {
    return this.#all().find(
      ({ accelerator, registerAccelerator, enabled }) =>
        typeof accelerator === 'string' &&
        registerAccelerator &&
        enabled &&
        matchesAccelerator(accelerator, input),
    )
  }

  #all(): Electron.MenuItem[] {
    const below = (item: Electron.MenuItem): Electron.MenuItem[] => [
      item,
      ...(item.submenu?.items ?? []).flatMap(below),
    ]
    return this.items.flatMap(below)
  }
}

function asElectron(menu: Menu): Electron.Menu {
  return menu as unknown as Electron.Menu
}
