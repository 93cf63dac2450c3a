import { mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from '../fixtures'

test('a backup is made now, says so in the status bar, and is restored into a new folder', async ({
  workspace,
  page,
  notebook,
}) => {
  await writeFile(join(notebook, 'notes', 'own.md'), '---\nanswers: [llm-01-01]\n---\nBefore.\n')
  await workspace.openQuestion('What do the encoder and the decoder')
  const state = page.getByRole('button', { name: /backup|Backed up|Backing up/ })
  await expect(state).toHaveText('No daily backup')
  await workspace.type(' Typed just before the backup.')
  await workspace.run('Back up now')
  await expect(state).toHaveText('Backed up this minute')
  await workspace.write(' And this after it.')

  await state.click()
  const dialog = page.getByRole('dialog', { name: 'Backups' })
  const backups = dialog.getByRole('list', { name: 'Backups of this notebook' })
  await expect(backups.getByRole('listitem')).toHaveText(/Today.*(kB|bytes)/)
  await dialog.getByRole('checkbox', { name: 'Back up every day' }).check()
  await expect(dialog.getByRole('checkbox', { name: 'Back up every day' })).toBeChecked()
  await backups.getByRole('button', { name: /^Restore backup/ }).click()
  const restore = page.getByRole('dialog', { name: /^Restore backup/ })
  await restore.getByLabel('New folder').fill(notebook)
  await page.keyboard.press('Enter')
  await expect(restore.getByRole('alert')).toContainText('This folder is not empty.')
  const folder = `${notebook} restored`
  await restore.getByLabel('New folder').fill(folder)
  await restore.getByRole('button', { name: 'Restore into this folder' }).click()
  await expect(restore.getByRole('status')).toContainText('each is what was backed up')
  expect(await readFile(join(folder, 'notes', 'own.md'), 'utf8')).toContain(
    'Before. Typed just before the backup.\n',
  )
  await restore.getByRole('button', { name: 'Open it' }).click()
  await expect(state).toHaveText('No backup yet')
  await workspace.openQuestion('What do the encoder and the decoder')
  await expect(workspace.answer).toHaveText('Before. Typed just before the backup.')
})

test('a backup that fails stays in the status bar until one succeeds', async ({
  workspace,
  page,
  folder,
  notebook,
}) => {
  const drive = join(folder, 'drive')
  await mkdir(drive)
  await workspace.run('Backups…')
  const dialog = page.getByRole('dialog', { name: 'Backups' })
  const field = dialog.getByLabel('Folder for backups')
  await field.fill(join(notebook, 'notes'))
  await dialog.getByRole('button', { name: 'Use this folder' }).click()
  await expect(dialog.getByRole('alert')).toContainText('outside of the notebook')
  await field.fill(drive)
  await page.keyboard.press('Enter')
  await expect(dialog.getByRole('button', { name: 'Use Answerbook’s own' })).toBeVisible()
  await rename(drive, `${drive}-away`)
  await dialog.getByRole('button', { name: 'Back up now' }).click()
  await expect(dialog.getByRole('alert')).toContainText('Backup failed: The folder for backups is not there.')
  await page.keyboard.press('Escape')
  await expect(page.getByRole('button', { name: /^Backup failed/ })).toBeVisible()
  await rename(`${drive}-away`, drive)
  await workspace.run('Back up now')
  await expect(page.getByRole('button', { name: 'Backed up this minute' })).toBeVisible()
})
