import { expect, test } from '../fixtures'

test('a dialog opens with the focus on what it is for', async ({ workspace, page }) => {
  const dialog = page.getByRole('dialog')
  await workspace.openQuestion('residual connections')
  for (const command of ['Link a note', 'New notebook', 'Open notebook', 'Export notebook', 'Import notes']) {
    await workspace.run(command)
    await expect(dialog.getByRole('textbox').first()).toBeFocused()
    await page.keyboard.press('Escape')
  }
  await workspace.run('Settings')
  await expect(dialog.getByRole('combobox', { name: 'Language' })).toBeFocused()
  await page.keyboard.press('Escape')
  await workspace.run('Backups…')
  await expect(dialog.getByRole('button', { name: 'Back up now' })).toBeFocused()
  await page.keyboard.press('Escape')
  await workspace.run('Import questions')
  await expect(dialog.getByRole('button', { name: 'Choose files' })).toBeFocused()
})

test('in a low window the field with the focus is not under the buttons', async ({ workspace, page }) => {
  await page.setViewportSize({ width: 640, height: 400 })
  await workspace.run('Export notebook')
  const dialog = page.getByRole('dialog')
  const field = dialog.getByRole('textbox').first()
  await expect(field).toBeFocused()
  const buttons = dialog.getByRole('button', { name: 'Cancel' })
  await expect
    .poll(async () => {
      const [above, below] = [await field.boundingBox(), await buttons.boundingBox()]
      return above !== null && below !== null && above.y + above.height <= below.y
    })
    .toBe(true)
})
