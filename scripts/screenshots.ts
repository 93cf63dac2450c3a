import { execFileSync, spawn, type ChildProcess } from 'node:child_process'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { chromium, type Browser, type Page } from '@playwright/test'
import { findBrowser } from './find-browser.ts'
import { writeSampleNotes } from './sample-notes.ts'

/** `npm run screenshots`: pictures of each main state at 1280×800, light and dark, into docs/screenshots. */

const output = resolve('docs/screenshots')
const cli = resolve('out/node/cli.js')

const folder = await mkdtemp(join(tmpdir(), 'answerbook-screenshots-'))
const notebook = join(folder, 'LLM interviews')
execFileSync(process.execPath, [cli, 'init', notebook, '--title', 'LLM interviews'])
await writeSampleNotes(notebook)
await writeFile(
  join(folder, 'databases.md'),
  '# Databases\n\n## Indexes\n\n- What does a B-tree index cost on writes?\n- When does a covering index pay?\n\n## Transactions\n\n- Which anomalies does snapshot isolation still allow?\n',
)
await mkdir(output, { recursive: true })
const browser = await chromium.launch({
  executablePath: await findBrowser(),
  args: ['--no-sandbox', '--disable-gpu'],
})
try {
  for (const theme of ['light', 'dark'] as const) {
    await withWorkspace(browser, theme, notebook, page => takeNotebookPictures(page, theme))
    await withWorkspace(browser, theme, undefined, async page => {
      await page.getByRole('heading', { name: 'Answerbook' }).waitFor()
      await save(page, `start-${theme}`)
    })
  }
} finally {
  await browser.close()
  await rm(folder, { recursive: true, force: true })
}

async function takeNotebookPictures(page: Page, theme: string): Promise<void> {
  const tree = page.getByRole('tree', { name: 'Questions' })
  const open = async (text: string): Promise<void> => {
    await page.getByLabel('Filter questions').fill(text)
    await tree.getByRole('treeitem').filter({ hasText: text }).first().click()
    await page.getByRole('heading', { level: 1 }).filter({ hasText: text }).waitFor()
    await page.getByLabel('Filter questions').fill('')
    await page.keyboard.press('Escape')
    await page.mouse.move(640, 4)
    await page.waitForTimeout(500)
  }
  await open('Queries and keys play almost interchangeable parts')
  await save(page, `question-${theme}`)
  await page.getByRole('searchbox', { name: 'Search' }).fill('kv cache')
  await page.getByRole('list', { name: 'Search results' }).getByRole('listitem').first().waitFor()
  await save(page, `search-${theme}`)
  await page.keyboard.press('Escape')
  await page.keyboard.press('Escape')
  await open('What is the meaning of beta in DPO')
  await save(page, `empty-${theme}`)
  await page.keyboard.press('Control+Shift+P')
  await save(page, `palette-${theme}`)
  await page.getByRole('combobox').last().fill('import questions')
  await page.keyboard.press('Enter')
  await page.locator('input[type=file]').setInputFiles(join(folder, 'databases.md'))
  await page.getByText('3 questions').waitFor()
  await save(page, `import-${theme}`)
  await page.keyboard.press('Escape')
  await page.keyboard.press('Control+Shift+E')
  await page.getByRole('dialog', { name: 'Export' }).getByLabel('File').waitFor()
  await save(page, `export-${theme}`)
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'Today', exact: true }).click()
  await save(page, `today-${theme}`)
  await page.keyboard.press('Control+Alt+G')
  await page.locator('canvas[data-state=rest]').waitFor()
  await save(page, `graph-${theme}`)
  await page.keyboard.press('Control+Alt+,')
  await save(page, `settings-${theme}`)
  await page.getByLabel('Language', { exact: true }).selectOption('zh')
  await page.getByRole('dialog', { name: '设置' }).waitFor()
  await page.keyboard.press('Escape')
  await page.goBack()
  await page.goBack()
  await save(page, `chinese-${theme}`)
}

async function withWorkspace(
  from: Browser,
  colorScheme: 'light' | 'dark',
  notebookFolder: string | undefined,
  task: (page: Page) => Promise<void>,
): Promise<void> {
  const server = spawn(
    process.execPath,
    [cli, 'serve', ...(notebookFolder === undefined ? [] : [notebookFolder]), '--no-open'],
    {
      env: {
        ...process.env,
        ANSWERBOOK_SETTINGS_FOLDER: await mkdtemp(join(folder, 'settings-')),
        npm_lifecycle_event: undefined,
      },
    },
  )
  const context = await from.newContext({ viewport: { width: 1280, height: 800 }, colorScheme })
  try {
    const page = await context.newPage()
    await page.addInitScript(() =>
      localStorage.setItem('answerbook.start', '{"state":{"isOver":true},"version":1}'),
    )
    await page.goto(await urlOf(server))
    await task(page)
  } finally {
    await context.close()
    server.kill()
  }
}

function urlOf(server: ChildProcess): Promise<string> {
  return new Promise((resolveUrl, reject) => {
    server.stdout?.on('data', data => {
      const match = /http:\/\/\S+/.exec(String(data))
      if (match !== null) resolveUrl(match[0])
    })
    server.on('exit', code => reject(new Error(`serve ended with ${code}`)))
  })
}

async function save(page: Page, name: string): Promise<void> {
  await page.waitForTimeout(350)
  await page.screenshot({ path: join(output, `${name}.png`) })
}
