import { mkdir, readdir, readFile, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { WorkspacePage } from '../../pages/workspace-page'
import type { DesktopApp } from '../desktop-app'
import { expect, test } from '../fixtures'
import { openNotebook } from '../open-notebook'

const word2vec = 'Why does word2vec need negative samples'

/** Clicks an item of the application menu, as soon as the page has given its commands. */
async function chooseInMenu(app: DesktopApp, id: string): Promise<void> {
  const isThere = (): Promise<boolean> =>
    app.evaluate(
      ({ Menu }, itemId) => Menu.getApplicationMenu()?.getMenuItemById(itemId)?.enabled === true,
      id,
    )
  await expect.poll(isThere).toBe(true)
  await app.evaluate(
    ({ Menu }, itemId) => void Menu.getApplicationMenu()?.getMenuItemById(itemId)?.click(),
    id,
  )
}

test('opens the notebook that the command line names', async ({ desktop, notebook }) => {
  const app = await desktop.launch({ args: [notebook] })
  const workspace = new WorkspacePage(await app.firstWindow())
  await expect(workspace.tree).toBeVisible()
})

test('a second launch opens its notebook in the first window, and what is none is refused in words', async ({
  desktop,
  notebook,
  folder,
}) => {
  const app = await desktop.launch()
  const workspace = new WorkspacePage(await app.firstWindow())
  expect(await app.secondInstance([notebook])).toBe(0)
  await expect(workspace.tree).toBeVisible()
  await app.evaluate(({ dialog }) => {
    const errors: string[] = []
    Object.assign(globalThis, { errors })
    dialog.showErrorBox = title => void errors.push(title)
  })
  await app.secondInstance([folder])
  await expect
    .poll(() => app.evaluate(() => (globalThis as unknown as { errors: string[] }).errors))
    .toEqual(['This notebook can not be opened'])
  await expect(workspace.tree).toBeVisible()
})

test('an opened notebook is among the recent documents', async ({ desktop, notebook }) => {
  const app = await desktop.launch()
  const page = await app.firstWindow()
  await app.evaluate(({ app: electronApp }) => {
    const recent: string[] = []
    Object.assign(globalThis, { recent })
    electronApp.addRecentDocument = path => void recent.push(path)
  })
  await openNotebook(page, notebook)
  expect(await app.evaluate(() => (globalThis as unknown as { recent: string[] }).recent)).toEqual([notebook])
})

test('the native menu has the commands of the page and runs them', async ({ desktop, notebook }) => {
  const app = await desktop.launch()
  const page = await app.firstWindow()
  await openNotebook(page, notebook)
  await chooseInMenu(app, 'question.next')
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Set the GPT architecture beside')
  await chooseInMenu(app, 'notebook.export')
  await expect(page.getByRole('dialog', { name: 'Export' })).toBeVisible()
})

test('the native menu is in the language of the page and ticks what is in force', async ({
  desktop,
  notebook,
}) => {
  const app = await desktop.launch()
  const workspace = await openNotebook(await app.firstWindow(), notebook)
  const menu = () =>
    app.evaluate(({ Menu }) => {
      const labels = Menu.getApplicationMenu()?.items.map(item => item.label) ?? []
      const ticked = Menu.getApplicationMenu()?.getMenuItemById('theme.dark')?.checked
      return { labels, ticked }
    })
  await expect
    .poll(async () => (await menu()).labels)
    .toEqual(expect.arrayContaining(['File', 'Edit', 'Window']))
  expect((await menu()).ticked).toBe(false)
  await workspace.run('Dark theme')
  await expect.poll(async () => (await menu()).ticked).toBe(true)
  await workspace.run('Settings')
  await workspace.page.getByLabel('Language', { exact: true }).selectOption('简体中文')
  await expect
    .poll(async () => (await menu()).labels)
    .toEqual(expect.arrayContaining(['文件', '编辑', '窗口']))
})

test('the theme of the settings becomes the theme of native parts', async ({ desktop, notebook }) => {
  const app = await desktop.launch()
  const workspace = await openNotebook(await app.firstWindow(), notebook)
  await workspace.run('Dark theme')
  await expect.poll(() => app.evaluate(({ nativeTheme }) => nativeTheme.themeSource)).toBe('dark')
})

test('spelling is off until it is asked for, and its languages are chosen', async ({ desktop, notebook }) => {
  test.skip(process.platform === 'darwin', 'macOS checks spelling by itself')
  const app = await desktop.launch()
  await openNotebook(await app.firstWindow(), notebook)
  expect(await app.evaluate(({ session }) => session.defaultSession.isSpellCheckerEnabled())).toBe(false)
  await chooseInMenu(app, 'spelling.on')
  expect(await app.evaluate(({ session }) => session.defaultSession.isSpellCheckerEnabled())).toBe(true)
})

test('the context menu offers corrections for a misspelled word', async ({ desktop, notebook }) => {
  const app = await desktop.launch()
  await openNotebook(await app.firstWindow(), notebook)
  const labels = await app.evaluate(({ BrowserWindow, Menu }) => {
    let shown: (string | undefined)[] = []
    const build = Menu.buildFromTemplate
    Menu.buildFromTemplate = template => {
      shown = template.map(item =>
        'label' in item && item.label !== undefined ? item.label : (item.role ?? item.type),
      )
      return { popup: () => undefined } as unknown as Electron.Menu
    }
    const params = {
      misspelledWord: 'atention',
      dictionarySuggestions: ['attention', 'at ention'],
      linkURL: '',
      isEditable: true,
      selectionText: '',
      editFlags: { canCut: false, canCopy: false, canPaste: true, canSelectAll: true },
    }
    BrowserWindow.getAllWindows()[0]!.webContents.emit('context-menu', {}, params)
    Menu.buildFromTemplate = build
    return shown
  })
  expect(labels).toEqual([
    ...['attention', 'at ention', 'Add “atention” to the dictionary', 'separator'],
    ...['Cut', 'Copy', 'Paste', 'Paste as plain text', 'Select all'],
  ])
})

test('the open answer is saved as PDF', async ({ desktop, notebook, folder }) => {
  const app = await desktop.launch()
  const workspace = await openNotebook(await app.firstWindow(), notebook)
  await workspace.openQuestion(word2vec)
  await workspace.write('On paper.')
  const path = join(folder, 'answer.pdf')
  await app.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = (async () => ({ canceled: false, filePath })) as typeof dialog.showSaveDialog
  }, path)
  await chooseInMenu(app, 'note.print')
  await expect
    .poll(async () => (await readFile(path).catch(() => Buffer.alloc(0))).subarray(0, 5).toString())
    .toBe('%PDF-')
})

test('the notebook is exported as PDF by a window of its own, which is gone then', async ({
  desktop,
  notebook,
  folder,
}) => {
  const app = await desktop.launch()
  const page = await app.firstWindow()
  const workspace = await openNotebook(page, notebook)
  await workspace.run('Export notebook')
  const dialog = page.getByRole('dialog', { name: 'Export' })
  await dialog.getByLabel('As', { exact: true }).selectOption('PDF')
  const path = join(folder, 'notebook.pdf')
  await dialog.getByLabel('File', { exact: true }).fill(path)
  await dialog.getByRole('button', { name: 'Export notebook' }).click()
  await expect(dialog.getByRole('status')).toContainText('Exported 200 questions', { timeout: 40_000 })
  expect((await readFile(path)).subarray(0, 5).toString()).toBe('%PDF-')
  expect(await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1)
})

test('quitting in the middle of typing saves what was typed', async ({ desktop, notebook }) => {
  const app = await desktop.launch()
  const page = await app.firstWindow()
  const workspace = await openNotebook(page, notebook)
  await workspace.openQuestion(word2vec)
  await workspace.answer.click()
  await page.keyboard.type('Typed at the very last moment.')
  await app.evaluate(({ app: electronApp }) => electronApp.quit())
  expect(await app.exited).toBe(0)
  const [note = ''] = await readdir(join(notebook, 'notes'))
  expect(await readFile(join(notebook, 'notes', note), 'utf8')).toContain('Typed at the very last moment.')
})

test('text that can not be saved holds the window until the user says otherwise', async ({
  desktop,
  notebook,
}) => {
  const app = await desktop.launch()
  const page = await app.firstWindow()
  const workspace = await openNotebook(page, notebook)
  await workspace.openQuestion(word2vec)
  await workspace.write('saved')
  await rename(join(notebook, 'notes'), join(notebook, 'away'))
  await page.keyboard.type(' and not saved')
  await expect(workspace.saveState).toHaveText(/^Not saved/)
  await app.evaluate(({ app: electronApp, dialog }) => {
    const asked: string[] = []
    const answers = [0, 1]
    Object.assign(globalThis, { asked })
    dialog.showMessageBox = (async (_window: unknown, options: Electron.MessageBoxOptions) => {
      asked.push(options.message)
      return { response: answers.shift() ?? 0, checkboxChecked: false }
    }) as typeof dialog.showMessageBox
    electronApp.quit()
  })
  const asked = (): Promise<string[]> =>
    app.evaluate(() => (globalThis as unknown as { asked: string[] }).asked)
  await expect.poll(asked, { timeout: 15_000 }).toEqual(['Some of your text is not saved'])
  await expect(workspace.answer).toHaveText('saved and not saved')
  await app.evaluate(({ app: electronApp }) => electronApp.quit())
  expect(await app.exited).toBe(0)
})

test('a crash of the page loads it again with all that was saved', async ({ desktop, notebook }) => {
  const app = await desktop.launch()
  const page = await app.firstWindow()
  const workspace = await openNotebook(page, notebook)
  await workspace.openQuestion(word2vec)
  await workspace.write('Saved before the crash.')
  await app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]!.webContents.forcefullyCrashRenderer(),
  )
  const shown = (): Promise<unknown> =>
    app.evaluate(({ BrowserWindow }) => {
      const { webContents } = BrowserWindow.getAllWindows()[0]!
      return webContents
        .executeJavaScript("document.querySelector('.note-text')?.textContent")
        .catch(() => '')
    })
  await expect.poll(shown, { timeout: 20_000 }).toBe('Saved before the crash.')
})

test('a crash of the page loses nothing that was typed and not saved', async ({ desktop, notebook }) => {
  const app = await desktop.launch()
  const page = await app.firstWindow()
  const workspace = await openNotebook(page, notebook)
  await workspace.openQuestion(word2vec)
  await workspace.write('Saved.')
  const notes = join(notebook, 'notes')
  const [name = ''] = await readdir(notes)
  await rename(notes, `${notes}-away`)
  // Thirty keys a second: faster than anyone types.
  await page.keyboard.type(' Not saved before the crash.', { delay: 33 })
  // The last key gets there with the next paint, far sooner than the 0.8 s after which the note is saved.
  const journal = join(notebook, '.answerbook', 'journal')
  const journaled = async (): Promise<string> => {
    // Files that are being written have other names, and are gone a moment later.
    const files = (await readdir(journal)).filter(file => file.endsWith('.json'))
    return (await Promise.all(files.map(file => readFile(join(journal, file), 'utf8')))).join('\n')
  }
  await expect.poll(journaled, { intervals: [10] }).toContain('Not saved before the crash.')
  await app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]!.webContents.forcefullyCrashRenderer(),
  )
  await rename(`${notes}-away`, notes)
  await expect
    .poll(() => readFile(join(notes, name), 'utf8'), { timeout: 20_000 })
    .toContain('Saved. Not saved before the crash.')
})

test('a window opens where the last one was', async ({ desktop }) => {
  const first = await desktop.launch()
  await first.firstWindow()
  const bounds = { x: 60, y: 40, width: 1000, height: 700 }
  await first.evaluate(({ BrowserWindow }, to) => BrowserWindow.getAllWindows()[0]!.setBounds(to), bounds)
  await first.close()
  const second = await desktop.launch()
  await second.firstWindow()
  expect(
    await second.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]!.getNormalBounds()),
  ).toEqual(bounds)
})

test('a window whose display is gone opens on one that is there', async ({ desktop, folder }) => {
  const profile = join(folder, 'profile')
  await mkdir(profile, { recursive: true })
  const state = {
    bounds: { x: 20_000, y: 20_000, width: 900, height: 600 },
    isMaximized: false,
    isFullScreen: false,
    zoomLevel: 1,
  }
  await writeFile(join(profile, 'window-state.json'), JSON.stringify(state))
  const app = await desktop.launch({ profile })
  await app.firstWindow()
  const { x, zoomLevel } = await app.evaluate(({ BrowserWindow }) => {
    const window = BrowserWindow.getAllWindows()[0]!
    return { x: window.getBounds().x, zoomLevel: window.webContents.getZoomLevel() }
  })
  expect(x).toBeLessThan(19_000)
  expect(zoomLevel).toBe(1)
})

test('a damaged window state is as a first start', async ({ desktop, folder }) => {
  const profile = join(folder, 'profile')
  await mkdir(profile, { recursive: true })
  await writeFile(join(profile, 'window-state.json'), '{"bounds": {"x": "left"}, "zoomLevel": 1e9')
  const app = await desktop.launch({ profile })
  await expect((await app.firstWindow()).getByRole('button', { name: /Open a folder/ })).toBeVisible()
})

test('a deep link opens a question of the open notebook, and nothing else', async ({ desktop, notebook }) => {
  const app = await desktop.launch({ args: [notebook] })
  const page = await app.firstWindow()
  await expect(new WorkspacePage(page).tree).toBeVisible()
  await app.secondInstance(['answerbook://question/llm-02-08'])
  const heading = page.getByRole('heading', { level: 1 })
  await expect(heading).toContainText(word2vec.slice(0, 20))
  for (const hostile of [
    'answerbook://note/../../etc/passwd.md',
    'answerbook://open/%2Fetc',
    'answerbook:javascript',
  ]) {
    await app.secondInstance([hostile])
  }
  await app.secondInstance(['answerbook://question/llm-01-02'])
  await expect(heading).toContainText('Set the GPT architecture beside')
})

test('a window that hangs is offered to be loaded again', async ({ desktop, notebook }) => {
  const app = await desktop.launch()
  const workspace = await openNotebook(await app.firstWindow(), notebook)
  await workspace.openQuestion(word2vec)
  await workspace.write('Saved before it hung.')
  await app.evaluate(({ BrowserWindow, dialog }) => {
    const events: string[] = []
    Object.assign(globalThis, { events })
    dialog.showMessageBox = (async (_window: unknown, options: Electron.MessageBoxOptions) => {
      events.push(options.message)
      return { response: 1, checkboxChecked: false }
    }) as typeof dialog.showMessageBox
    const window = BrowserWindow.getAllWindows()[0]!
    window.webContents.on('did-finish-load', () => events.push('loaded'))
    window.emit('unresponsive')
  })
  const events = (): Promise<string[]> =>
    app.evaluate(() => (globalThis as unknown as { events: string[] }).events)
  await expect.poll(events, { timeout: 20_000 }).toEqual(['The window does not respond', 'loaded'])
})

test('an export goes where the native dialog says, and is shown in its folder', async ({
  desktop,
  notebook,
  folder,
}) => {
  const app = await desktop.launch()
  const page = await app.firstWindow()
  await openNotebook(page, notebook)
  const path = join(folder, 'chosen.md')
  await app.evaluate(({ dialog, shell }, filePath) => {
    const shown: string[] = []
    Object.assign(globalThis, { shown })
    dialog.showSaveDialog = (async () => ({ canceled: false, filePath })) as typeof dialog.showSaveDialog
    shell.showItemInFolder = item => void shown.push(item)
  }, path)
  await chooseInMenu(app, 'notebook.export')
  const dialog = page.getByRole('dialog', { name: 'Export' })
  await dialog.getByRole('button', { name: 'Choose…' }).click()
  await expect(dialog.getByLabel('File')).toHaveValue(path)
  await dialog.getByRole('button', { name: 'Export notebook' }).click()
  await dialog.getByRole('button', { name: 'Show in folder' }).click()
  await expect
    .poll(() => app.evaluate(() => (globalThis as unknown as { shown: string[] }).shown))
    .toEqual([path])
  expect(await readFile(path, 'utf8')).toContain('# LLM interviews')
})

test('closing twice while the page saves asks nothing (the second close failed the first)', async ({
  desktop,
  notebook,
}) => {
  const app = await desktop.launch()
  const page = await app.firstWindow()
  const workspace = await openNotebook(page, notebook)
  await workspace.openQuestion(word2vec)
  await workspace.answer.click()
  await page.keyboard.type('Closed twice.')
  await app.evaluate(({ BrowserWindow, dialog }) => {
    dialog.showMessageBox = (() => {
      console.log('asked')
      return new Promise(() => undefined)
    }) as typeof dialog.showMessageBox
    const [window] = BrowserWindow.getAllWindows()
    window!.close()
    window!.close()
  })
  await app.exited
  expect(app.logs()).not.toContain('asked')
  const [note = ''] = await readdir(join(notebook, 'notes'))
  expect(await readFile(join(notebook, 'notes', note), 'utf8')).toContain('Closed twice.')
})
