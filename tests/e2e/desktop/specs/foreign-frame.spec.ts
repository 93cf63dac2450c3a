import { join } from 'node:path'
import type { DesktopApp } from '../desktop-app'
import { expect, test } from '../fixtures'
import { serveOtherOrigin } from '../other-origin'
import { appFolder } from '../runtime'

const refused = { ok: false, error: expect.objectContaining({ code: 'connection/refused' }) }

test('our own page is heard', async ({ desktop }) => {
  const app = await desktop.launch()
  const page = await app.firstWindow()
  const answer = await page.evaluate(() => {
    const { answerbook } = window as unknown as {
      answerbook: { request(name: string, input: unknown): Promise<unknown> }
    }
    return answerbook.request('settings.get', {})
  })
  expect(answer).toMatchObject({ ok: true })
})

test('a page of another origin is refused, though it has the preload', async ({ desktop }) => {
  const app = await desktop.launch()
  await app.firstWindow()
  const elsewhere = await serveOtherOrigin()
  expect(await askFrom(app, elsewhere.url)).toEqual(refused)
  await elsewhere.close()
})

test('a data: page is refused', async ({ desktop }) => {
  const app = await desktop.launch()
  await app.firstWindow()
  expect(await askFrom(app, 'data:text/html,<p>data</p>')).toEqual(refused)
})

test('another address of our own host is refused', async ({ desktop }) => {
  const app = await desktop.launch()
  await app.firstWindow()
  expect(await askFrom(app, 'app://bundle/missing.html')).toEqual(refused)
})

test('another host of our own scheme is refused', async ({ desktop }) => {
  const app = await desktop.launch()
  await app.firstWindow()
  expect(await askFrom(app, 'app://evil/')).toEqual(refused)
})

test('a frame inside a page is refused', async ({ desktop, offences }) => {
  const app = await desktop.launch()
  await app.firstWindow()
  const elsewhere = await serveOtherOrigin()
  const answer = await app.evaluate(
    async ({ BrowserWindow }, { url, preload }) => {
      const window = new BrowserWindow({
        show: false,
        webPreferences: { preload, sandbox: true, contextIsolation: true, nodeIntegrationInSubFrames: true },
      })
      // The lock that the app puts on every page would keep the frame from loading at all.
      window.webContents.removeAllListeners('will-frame-navigate')
      await window.loadURL(url)
      return window.webContents.executeJavaScript(`new Promise(done => {
        const frame = document.createElement('iframe')
        frame.src = '/frame'
        frame.onload = () => frame.contentWindow.answerbook.request('settings.get', {}).then(done)
        document.body.append(frame)
      })`) as Promise<unknown>
    },
    { url: elsewhere.url, preload: join(appFolder, 'out/preload/index.cjs') },
  )
  expect(answer).toEqual(refused)
  await elsewhere.close()
  offences.splice(0)
})

/** What a window on that address is told when it asks for the settings, through our own preload. */
function askFrom(app: DesktopApp, url: string): Promise<unknown> {
  return app.evaluate(
    async ({ BrowserWindow }, given) => {
      const { preload } = given
      const window = new BrowserWindow({
        show: false,
        webPreferences: { preload, sandbox: true, contextIsolation: true },
      })
      await window.loadURL(given.url)
      return window.webContents.executeJavaScript(
        `window.answerbook.request('settings.get', {})`,
      ) as Promise<unknown>
    },
    { url, preload: join(appFolder, 'out/preload/index.cjs') },
  )
}
