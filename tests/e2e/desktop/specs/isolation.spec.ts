import { expect, test } from '../fixtures'

test('the page has no Node and no Electron, only the two functions of the bridge', async ({ desktop }) => {
  const app = await desktop.launch()
  const page = await app.firstWindow()
  const found = await page.evaluate(() => {
    const names = ['require', 'process', 'module', 'exports', 'Buffer', 'global', 'ipcRenderer', 'electron']
    const { answerbook } = window as unknown as { answerbook: Record<string, unknown> }
    return {
      names: names.filter(name => name in window),
      bridge: Object.entries(answerbook).map(([name, value]) => [name, typeof value]),
      isFrozen: Object.isFrozen(answerbook),
    }
  })
  expect(found).toEqual({
    names: [],
    bridge: [
      ['request', 'function'],
      ['onEvent', 'function'],
    ],
    isFrozen: true,
  })
})

test('the page can neither replace nor extend the bridge', async ({ desktop }) => {
  const app = await desktop.launch()
  const page = await app.firstWindow()
  const after = await page.evaluate(() => {
    const own = window as unknown as { answerbook: Record<string, unknown> }
    const attempt = (change: () => void): void => {
      try {
        change()
      } catch {
        // A refusal may throw; what counts is what is there afterwards.
      }
    }
    attempt(() => (own.answerbook['invoke'] = () => 'mine'))
    attempt(() => (own.answerbook['request'] = () => 'mine'))
    attempt(() => (own.answerbook = {}))
    return Object.keys(own.answerbook).map(name => [name, String(own.answerbook[name]).includes('mine')])
  })
  expect(after).toEqual([
    ['request', false],
    ['onEvent', false],
  ])
})

test('windows are made with the hardened preferences', async ({ desktop }) => {
  const app = await desktop.launch()
  await app.firstWindow()
  const preferences = await app.evaluate(({ BrowserWindow }) => {
    const contents = BrowserWindow.getAllWindows()[0]!.webContents as unknown as {
      getLastWebPreferences(): Electron.WebPreferences
    }
    const {
      sandbox,
      contextIsolation,
      nodeIntegration,
      webviewTag,
      webSecurity,
      allowRunningInsecureContent,
    } = contents.getLastWebPreferences()
    return {
      sandbox,
      contextIsolation,
      nodeIntegration,
      webviewTag,
      webSecurity,
      allowRunningInsecureContent,
    }
  })
  expect(preferences).toEqual({
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    webviewTag: false,
    webSecurity: true,
    allowRunningInsecureContent: false,
  })
})

test('no permission is granted', async ({ desktop }) => {
  const app = await desktop.launch()
  const page = await app.firstWindow()
  const states = await page.evaluate(async () => {
    const state = async (name: string): Promise<string> =>
      (await navigator.permissions.query({ name: name as PermissionName })).state
    return {
      notification: await Notification.requestPermission(),
      notifications: await state('notifications'),
      geolocation: await state('geolocation'),
      camera: await state('camera'),
      microphone: await state('microphone'),
      'clipboard-read': await state('clipboard-read'),
    }
  })
  expect(new Set(Object.values(states))).toEqual(new Set(['denied']))
})

test('text does not become code or markup', async ({ desktop, offences }) => {
  const app = await desktop.launch()
  const page = await app.firstWindow()
  const outcome = await page.evaluate(
    () =>
      new Promise(done =>
        // Playwright lifts the ban on eval while its own function runs.
        setTimeout(() => {
          const failures: string[] = []
          const attempt = (run: () => void): void => {
            try {
              run()
            } catch (error) {
              failures.push((error as Error).name)
            }
          }
          attempt(() => new Function('window.ran = true')())
          attempt(() => {
            // eslint-disable-next-line no-restricted-syntax -- this is what the policy must refuse
            document.createElement('div').innerHTML = '<img src=x onerror="window.ran = true">'
          })
          done({ failures, ran: 'ran' in window })
        }),
      ),
  )
  expect(outcome).toEqual({ failures: ['EvalError', 'TypeError'], ran: false })
  await expect.poll(() => offences.length).toBeGreaterThan(0)
  offences.splice(0)
})
