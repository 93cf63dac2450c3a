import { existsSync, readFileSync } from 'node:fs'
import { mkdir, readdir } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { _electron, expect } from '@playwright/test'
import { runCliJson } from '../../support/run-cli'
import { test } from '../fixtures'
import { WorkspacePage } from '../pages/workspace-page'

const root = resolve(import.meta.dirname, '../../..')

function hasElectron(): boolean {
  const folder = join(root, 'node_modules/electron')
  const pathFile = join(folder, 'path.txt')
  return existsSync(pathFile) && existsSync(join(folder, 'dist', readFileSync(pathFile, 'utf8').trim()))
}

test.describe('the desktop app in true Electron', () => {
  test.skip(
    !hasElectron(),
    "Electron's runtime is not installed here: the desktop specs were not run in true Electron",
  )

  test('opens a notebook, takes an answer and saves it', async ({ folder }) => {
    const notebook = join(folder, 'notebook')
    await runCliJson(['init', notebook, '--title', 'LLM interviews'])
    await mkdir(join(folder, 'profile'))
    const app = await _electron.launch({
      args: [root, `--user-data-dir=${join(folder, 'profile')}`, '--no-sandbox'],
      cwd: root,
    })
    try {
      const page = await app.firstWindow()
      await page.getByRole('button', { name: /Open a folder/ }).click()
      await page.getByLabel('Folder', { exact: true }).fill(notebook)
      await page.getByRole('button', { name: 'Open', exact: true }).click()
      const workspace = new WorkspacePage(page)
      await workspace.openQuestion('Why does word2vec need negative samples')
      await workspace.write('Typed in the desktop app.')
      expect(await readdir(join(notebook, 'notes'))).toHaveLength(1)
      expect(await page.evaluate(() => typeof (window as unknown as { require?: unknown }).require)).toBe(
        'undefined',
      )
    } finally {
      await app.close()
    }
  })
})
