import { resolve } from 'node:path'
import type { Page } from '@playwright/test'
import type { DesktopApp } from '../desktop-app'
import { expect, test as base } from '../fixtures'
import { desktopRuntime } from '../runtime'

/** The stand-in itself, by an app that is made for it. */
const test = base.extend<{ readonly probe: { readonly app: DesktopApp; readonly page: Page } }>({
  probe: async ({ desktop }, use) => {
    const app = await desktop.launch({ main: resolve(import.meta.dirname, '../probe-app/main.ts') })
    await use({ app, page: await app.firstWindow() })
  },
})

test.skip(desktopRuntime().kind === 'electron', 'these are about the stand-in itself')

interface ProbeWindow {
  readonly probe: {
    seen(): unknown
    invoke(channel: string, ...args: unknown[]): Promise<unknown>
    onEvent(listener: (...args: unknown[]) => void): void
    add(one: number, other: number): number
    map(list: number[], change: (item: number) => number): number[]
    later<T>(value: T): Promise<T>
    fail(): void
    exposeAgain(): void
  }
}

test('the preload runs before the page, with what a sandboxed preload has', async ({ probe: { page } }) => {
  expect(await page.evaluate(() => (window as unknown as ProbeWindow).probe.seen())).toEqual({
    fs: 'module not found: fs',
    nodeFs: 'module not found: node:fs',
    sendSync: 'the stand-in has no ipcRenderer.sendSync',
    webFrame: 'the stand-in has no electron.webFrame',
    sandboxed: true,
    type: 'renderer',
    documentElement: 'none yet',
  })
})

test('the page sees nothing of the preload’s world', async ({ probe: { page } }) => {
  const names = ['isolated', 'require', 'process', '__electronStandInSend', '__electronStandInReceive']
  expect(await page.evaluate(list => list.filter(name => name in window), names)).toEqual([])
})

test('the context bridge carries calls, callbacks, promises and errors', async ({ probe: { page } }) => {
  const outcome = await page.evaluate(async () => {
    const { probe } = window as unknown as ProbeWindow
    const failure = (run: () => void): unknown => {
      try {
        return run()
      } catch (error) {
        return [(error as Error).constructor === Error, (error as Error).message, 'code' in (error as Error)]
      }
    }
    return {
      sum: probe.add(1, 2),
      mapped: probe.map([1, 2], item => item * 10),
      later: await probe.later({ deep: [new Date(7)] }),
      isFrozen: Object.isFrozen(probe),
      isOwnArray: (await probe.later([])) instanceof Array,
      error: failure(() => probe.fail()),
      again: failure(() => probe.exposeAgain()),
    }
  })
  expect(outcome).toEqual({
    sum: 3,
    mapped: [10, 20],
    later: { deep: [new Date(7)] },
    isFrozen: true,
    isOwnArray: true,
    error: [true, 'preload failed', false],
    again: [true, 'Cannot bind an API on top of an existing property on the window object', false],
  })
})

test('values cross to the main process and back by structured clone', async ({ probe: { page } }) => {
  const outcome = await page.evaluate(async () => {
    const value: Record<string, unknown> = {
      map: new Map([[1, new Set([2])]]),
      date: new Date(7),
      bytes: new Uint8Array([1, 2]),
      nothing: undefined,
    }
    value['self'] = value
    const copy = (await (window as unknown as ProbeWindow).probe.invoke('echo', value)) as {
      map: Map<number, Set<number>>
      date: Date
      bytes: Uint8Array
      self: unknown
    }
    return [
      copy.map.get(1)?.has(2),
      copy.date.getTime(),
      copy.bytes[1],
      'nothing' in copy,
      copy.self === copy,
    ]
  })
  expect(outcome).toEqual([true, 7, 2, true, true])
})

test('an error across invoke keeps its name and message only', async ({ probe: { page } }) => {
  const failures = await page.evaluate(() =>
    Promise.all(
      ['fail', 'missing', 'function'].map(channel =>
        (window as unknown as ProbeWindow).probe
          .invoke(channel)
          .catch((error: Error) => [error.constructor === Error, error.message, 'code' in error]),
      ),
    ),
  )
  const remote = (channel: string, message: string): unknown[] => [
    true,
    `Error invoking remote method '${channel}': ${message}`,
    false,
  ]
  expect(failures).toEqual([
    remote('fail', 'TypeError: too much'),
    remote('missing', "Error: No handler registered for 'missing'"),
    remote('function', 'Error: An object could not be cloned.'),
  ])
})

test('a message says which frame sent it, in the app’s own scheme', async ({ probe: { page } }) => {
  const frame = await page.evaluate(() => (window as unknown as ProbeWindow).probe.invoke('frame'))
  expect(frame).toEqual({ url: 'probe://page/', origin: 'probe://page' })
})

test('send reaches the listeners of the preload', async ({ probe: { app, page } }) => {
  await page.evaluate(() => {
    const own = window as unknown as ProbeWindow & { heard: unknown[] }
    own.heard = []
    own.probe.onEvent((map, nothing) => void own.heard.push([...(map as Map<string, number>)], nothing))
  })
  await app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]!.webContents.send('event', new Map([['a', 1]]), null),
  )
  await expect
    .poll(() => page.evaluate(() => (window as unknown as { heard: unknown[] }).heard))
    .toEqual([[['a', 1]], null])
})

test('an API that the stand-in lacks throws its name', async ({ probe: { app } }) => {
  const messages = await app.evaluate(electron => {
    const attempt = (run: () => unknown): string => {
      try {
        return String(run())
      } catch (error) {
        return (error as Error).message
      }
    }
    const window = electron.BrowserWindow.getAllWindows()[0]!
    return [
      attempt(() => electron.app.getFileIcon('x')),
      attempt(() => electron.crashReporter.start({ submitURL: 'x' })),
      attempt(() => electron.utilityProcess.fork('x')),
      attempt(() => new electron.Tray('x')),
      attempt(() => window.setKiosk(true)),
      attempt(() => window.webContents.setAudioMuted(true)),
      attempt(() => electron.session.defaultSession.clearCache()),
    ]
  })
  expect(messages).toEqual([
    'the stand-in has no app.getFileIcon',
    'the stand-in has no crashReporter.start',
    'the stand-in has no utilityProcess.fork',
    'the stand-in has no Tray',
    'the stand-in has no BrowserWindow.setKiosk',
    'the stand-in has no webContents.setAudioMuted',
    'the stand-in has no session.clearCache',
  ])
})

test('quitting asks in Electron’s order, and a window’s veto ends it', async ({ probe: { app } }) => {
  await app.evaluate(({ app: electronApp, BrowserWindow }) => {
    const say = (name: string) => () => console.log(`happened: ${name}`)
    for (const name of ['before-quit', 'will-quit', 'quit', 'window-all-closed'] as const)
      electronApp.on(name as 'before-quit', say(name))
    const window = BrowserWindow.getAllWindows()[0]!
    window.on('close', say('close'))
    window.on('closed', say('closed'))
    window.once('close', event => event.preventDefault())
    electronApp.quit()
  })
  const happened = (): string[] => [...app.logs().matchAll(/happened: (.*)/g)].map(match => match[1]!)
  await expect.poll(happened).toEqual(['before-quit', 'close'])
  await app.evaluate(({ app: electronApp }) => electronApp.quit())
  expect(await app.exited).toBe(0)
  const second = ['before-quit', 'close', 'closed', 'will-quit', 'quit']
  expect(happened()).toEqual(['before-quit', 'close', ...second])
})

test('the last window’s end is the app’s, where nobody listens for window-all-closed', async ({
  probe: { app },
}) => {
  app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]!.destroy()).catch(() => undefined)
  expect(await app.exited).toBe(0)
})

test('a page can hold its window in beforeunload, unless will-prevent-unload is prevented', async ({
  probe: { app, page },
}) => {
  await page.evaluate(() => addEventListener('beforeunload', event => event.preventDefault()))
  // A page that nobody has touched may hold nothing.
  await page.mouse.click(5, 5)
  const close = (): Promise<boolean> =>
    app.evaluate(async ({ BrowserWindow }) => {
      const window = BrowserWindow.getAllWindows()[0]!
      window.close()
      await new Promise(done => setTimeout(done, 300))
      return window.isDestroyed()
    })
  expect(await close()).toBe(false)
  await app.evaluate(({ BrowserWindow }) => {
    const { webContents } = BrowserWindow.getAllWindows()[0]!
    webContents.on('will-prevent-unload', event => event.preventDefault())
  })
  close().catch(() => undefined)
  expect(await app.exited).toBe(0)
})

test('the theme source becomes the pages’ colour scheme', async ({ probe: { app, page } }) => {
  const isDark = (): Promise<boolean> =>
    page.evaluate(() => matchMedia('(prefers-color-scheme: dark)').matches)
  await app.evaluate(({ nativeTheme }) => void (nativeTheme.themeSource = 'dark'))
  await expect.poll(isDark).toBe(true)
  await app.evaluate(({ nativeTheme }) => void (nativeTheme.themeSource = 'light'))
  await expect.poll(isDark).toBe(false)
})

test('bounds and zoom are the page’s size', async ({ probe: { app, page } }) => {
  const size = (): Promise<number[]> => page.evaluate(() => [innerWidth, innerHeight, devicePixelRatio])
  expect(await size()).toEqual([900, 700, 1])
  await app.evaluate(({ BrowserWindow }) => {
    const window = BrowserWindow.getAllWindows()[0]!
    window.setBounds({ width: 1000, height: 600 })
    window.webContents.setZoomFactor(2)
  })
  await expect.poll(size).toEqual([500, 300, 2])
})

test('keys that the page leaves are accelerators, and a menu item’s click is its function', async ({
  probe: { app, page },
}) => {
  await app.evaluate(({ Menu }) => {
    const clicked: string[] = []
    Object.assign(globalThis, { clicked })
    const item = (id: string, accelerator: string): Electron.MenuItemConstructorOptions => ({
      id,
      label: id,
      accelerator,
      click: ({ id: own }) => void clicked.push(own),
    })
    const submenu = [item('free', 'CmdOrCtrl+Alt+9'), item('taken', 'CmdOrCtrl+Alt+8')]
    Menu.setApplicationMenu(Menu.buildFromTemplate([{ label: 'Test', submenu }]))
  })
  await page.evaluate(() => {
    window.addEventListener('keydown', event => event.code === 'Digit8' && event.preventDefault())
  })
  await page.keyboard.press('ControlOrMeta+Alt+Digit8')
  await page.keyboard.press('ControlOrMeta+Alt+Digit9')
  const clicked = (): Promise<string[]> =>
    app.evaluate(() => (globalThis as unknown as { clicked: string[] }).clicked)
  await expect.poll(clicked).toEqual(['free'])
  await app.evaluate(({ Menu }) => void Menu.getApplicationMenu()!.getMenuItemById('taken')!.click())
  expect(await clicked()).toEqual(['free', 'taken'])
})

test('the right mouse button tells what is below it', async ({ probe: { app, page } }) => {
  await app.evaluate(({ BrowserWindow }) => {
    const menus: unknown[] = []
    Object.assign(globalThis, { menus })
    BrowserWindow.getAllWindows()[0]!.webContents.on('context-menu', (_event, { isEditable, pageURL }) =>
      menus.push({ isEditable, pageURL }),
    )
  })
  await page.locator('#field').click({ button: 'right' })
  await expect
    .poll(() => app.evaluate(() => (globalThis as unknown as { menus: unknown[] }).menus))
    .toEqual([{ isEditable: true, pageURL: 'probe://page/' }])
})

test('permissions are what the handlers say, and granted without any', async ({ probe: { app, page } }) => {
  const state = (): Promise<string> =>
    page.evaluate(async () => (await navigator.permissions.query({ name: 'geolocation' })).state)
  await expect.poll(state).toBe('granted')
  await app.evaluate(({ session }) =>
    session.defaultSession.setPermissionRequestHandler((_contents, permission, answer) =>
      answer(permission !== 'geolocation'),
    ),
  )
  await expect.poll(state).toBe('denied')
})

test('a page that has crashed can be loaded again', async ({ probe: { app } }) => {
  const title = await app.evaluate(async ({ BrowserWindow }) => {
    const { webContents } = BrowserWindow.getAllWindows()[0]!
    const gone = new Promise(done => webContents.once('render-process-gone', done))
    webContents.forcefullyCrashRenderer()
    await gone
    const loaded = new Promise<void>(done => webContents.once('did-finish-load', () => done()))
    webContents.reload()
    await loaded
    return webContents.executeJavaScript('document.title + typeof probe.invoke') as Promise<string>
  })
  expect(title).toBe('probefunction')
})

test('only the first of two instances has the lock, and it is told of the second', async ({
  probe: { app },
}) => {
  await app.evaluate(({ app: electronApp }) => {
    const told: unknown[] = []
    Object.assign(globalThis, { told })
    electronApp.on('second-instance', (_event, argv, cwd) => told.push([argv.at(-1), cwd]))
  })
  expect(await app.secondInstance(['notes.md'])).toBe(0)
  await expect
    .poll(() => app.evaluate(() => (globalThis as unknown as { told: unknown[] }).told))
    .toEqual([['notes.md', process.cwd()]])
})

test('printToPDF prints', async ({ probe: { app } }) => {
  const head = await app.evaluate(async ({ BrowserWindow }) => {
    const pdf = await BrowserWindow.getAllWindows()[0]!.webContents.printToPDF({ pageSize: 'A4' })
    return pdf.subarray(0, 5).toString()
  })
  expect(head).toBe('%PDF-')
})

test('calls that change nothing here are recorded', async ({ probe: { app } }) => {
  const calls = await app.evaluate(({ shell, app: electronApp }) => {
    shell.showItemInFolder('/somewhere')
    electronApp.addRecentDocument('/else')
    return (globalThis as unknown as Record<symbol, unknown[]>)[Symbol.for('electron-stand-in.calls')]
  })
  expect(calls).toEqual([
    { api: 'shell.showItemInFolder', args: ['/somewhere'] },
    { api: 'app.addRecentDocument', args: ['/else'] },
  ])
})
