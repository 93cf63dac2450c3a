import { expect, type Page } from '@playwright/test'
import { WorkspacePage } from '../pages/workspace-page'

/** Opens the notebook from the start screen, by typing its folder. */
export async function openNotebook(page: Page, notebook: string): Promise<WorkspacePage> {
  await page.getByRole('button', { name: /Open a folder/ }).click()
  await page.getByLabel('Folder', { exact: true }).fill(notebook)
  await page.getByRole('button', { name: 'Open', exact: true }).click()
  const workspace = new WorkspacePage(page)
  await expect(workspace.tree).toBeVisible()
  return workspace
}
