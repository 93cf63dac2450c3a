import type { Page } from '@playwright/test'
import type { DesktopApp } from '../desktop-app'
import { expect, test as base } from '../fixtures'
import { serveOtherOrigin, type OtherOrigin } from '../other-origin'

const test = base.extend<{ readonly elsewhere: OtherOrigin }>({
  elsewhere: async ({}, use) => {
    const origin = await serveOtherOrigin()
    await use(origin)
    await origin.close()
  },
})

test('window.open and target=_blank open no window; https goes to the system’s browser', async ({
  desktop,
}) => {
  const { app, page } = await start(desktop)
  expect(await page.evaluate(() => window.open('https://one.example/'))).toBeNull()
  await addLink(page, { href: 'https://two.example/', target: '_blank' })
  await page.getByText('leave').click()
  await expect.poll(() => opened(app)).toEqual(['https://one.example/', 'https://two.example/'])
  expect(app.windows()).toHaveLength(1)
})

test('a link opened with Ctrl or the middle button opens no window either', async ({ desktop }) => {
  const { app, page } = await start(desktop)
  await addLink(page, { href: 'https://three.example/' })
  await page.getByText('leave').click({ modifiers: ['ControlOrMeta'] })
  await page.getByText('leave').click({ button: 'middle' })
  await expect.poll(() => opened(app)).toEqual(['https://three.example/', 'https://three.example/'])
  await stillThere(app)
})

const unsafe = [
  'file:///etc/passwd',
  'file://server/share',
  'javascript:void(document.title = "run")',
  'data:text/html,<p>data</p>',
  'vscode://file/etc/passwd',
  'ms-msdt:/id',
]

test('what is not for the web goes nowhere', async ({ desktop, offences }) => {
  const { app, page } = await start(desktop)
  for (const href of unsafe) {
    await page.evaluate(url => void window.open(url), href)
    await addLink(page, { href, target: '_blank' })
    await page.getByText('leave').click()
    await addLink(page, { href })
    await page.getByText('leave').click({ noWaitAfter: true })
    await page.waitForTimeout(100)
    await stillThere(app)
  }
  expect(await opened(app)).toEqual([])
  expect(offences.filter(offence => !/javascript|script-src/i.test(offence))).toEqual([])
  offences.splice(0)
})

test('location leads nowhere else', async ({ desktop, elsewhere }) => {
  const { app, page } = await start(desktop)
  await page.evaluate(url => void (location.href = url), elsewhere.url)
  await page.evaluate(url => location.assign(url), `${elsewhere.url}assign`)
  await page.evaluate(url => location.replace(url), `${elsewhere.url}replace`)
  await page.waitForTimeout(200)
  await stillThere(app)
  expect(elsewhere.visits).toEqual([])
})

test('a link leads nowhere else', async ({ desktop, elsewhere }) => {
  const { app, page } = await start(desktop)
  await addLink(page, { href: elsewhere.url })
  await page.getByText('leave').click({ noWaitAfter: true })
  await page.waitForTimeout(200)
  await stillThere(app)
  expect(elsewhere.visits).toEqual([])
})

test('a form sends nothing elsewhere', async ({ desktop, elsewhere, offences }) => {
  const { app, page } = await start(desktop)
  await page.evaluate(url => {
    const form = document.createElement('form')
    form.action = url
    form.method = 'post'
    document.body.append(form)
    form.submit()
  }, elsewhere.url)
  await expect.poll(() => offences.splice(0).join()).toContain('form-action')
  await stillThere(app)
  expect(elsewhere.visits).toEqual([])
})

test('a dropped link leads nowhere', async ({ desktop, elsewhere }) => {
  const { app, page } = await start(desktop)
  await addLink(page, { href: elsewhere.url })
  await page.getByText('leave').dragTo(page.getByRole('heading').first())
  await page.waitForTimeout(200)
  await stillThere(app)
  expect(elsewhere.visits).toEqual([])
})

test('other addresses of our own host are no pages', async ({ desktop }) => {
  const { app, page } = await start(desktop)
  await page.evaluate(() => void (location.href = '/assets/'))
  await page.waitForTimeout(200)
  await stillThere(app)
})

/** The app on its start screen, with a list in the place of the system's browser. */
async function start(desktop: {
  launch: () => Promise<DesktopApp>
}): Promise<{ app: DesktopApp; page: Page }> {
  const app = await desktop.launch()
  const page = await app.firstWindow()
  await expect(page.getByRole('button', { name: /Open a folder/ })).toBeVisible()
  await app.evaluate(({ shell }) => {
    const list: string[] = []
    Object.assign(globalThis, { openedUrls: list })
    shell.openExternal = async url => void list.push(url)
  })
  return { app, page }
}

function opened(app: DesktopApp): Promise<string[]> {
  return app.evaluate(() => (globalThis as unknown as { openedUrls: string[] }).openedUrls)
}

async function addLink(page: Page, attributes: { href: string; target?: string }): Promise<void> {
  await page.evaluate(given => {
    document.querySelector('#leave')?.remove()
    const link = document.createElement('a')
    for (const [name, value] of Object.entries(given)) link.setAttribute(name, value)
    link.id = 'leave'
    link.textContent = 'leave'
    link.style.cssText = 'position: fixed; top: 0; left: 0; z-index: 9999'
    document.body.append(link)
  }, attributes)
}

/** One window, on the workspace, with what it showed. */
async function stillThere(app: DesktopApp): Promise<void> {
  await expect.poll(() => app.windows().length).toBe(1)
  const shown = await app.evaluate(({ BrowserWindow }) =>
    Promise.all(
      BrowserWindow.getAllWindows().map(async ({ webContents }) => ({
        url: webContents.getURL(),
        text: (await webContents.executeJavaScript('document.body.innerText')) as string,
      })),
    ),
  )
  expect(shown).toEqual([
    {
      url: expect.stringMatching(/^app:\/\/bundle\/(index\.html)?(#.*)?$/),
      text: expect.stringContaining('Open a folder'),
    },
  ])
}
