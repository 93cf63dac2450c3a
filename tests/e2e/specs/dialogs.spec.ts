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
  await workspace.run('Import questions')
  await expect(dialog.getByRole('button', { name: 'Choose files' })).toBeFocused()
})
