import { expect, type Locator, type Page } from '@playwright/test'

/** The window as a user knows it: by the names that screen readers hear. */
export class WorkspacePage {
  readonly page: Page
  readonly tree: Locator
  readonly answer: Locator
  readonly search: Locator
  readonly searchResults: Locator
  readonly saveState: Locator
  readonly backlinks: Locator
  /** What was said last, with its one action. */
  readonly message: Locator

  constructor(page: Page) {
    this.page = page
    this.tree = page.getByRole('tree', { name: 'Questions' })
    this.answer = page.getByRole('textbox', { name: 'Answer' })
    this.search = page.getByRole('searchbox', { name: 'Search' })
    this.searchResults = page.getByRole('list', { name: 'Search results' })
    this.saveState = page.getByRole('status', { name: 'Save state' })
    this.message = page.getByRole('status', { name: 'Message' })
    this.backlinks = page.getByRole('navigation', { name: 'Backlinks' })
  }

  /** Opens a question by a part of its text. */
  async openQuestion(text: string, { withinMs = 10_000 } = {}): Promise<void> {
    await this.page.getByLabel('Filter questions').fill(text)
    await this.tree.getByRole('treeitem').filter({ hasText: text }).first().click()
    await expect(this.page.getByRole('heading', { level: 1 })).toContainText(text)
    await expect(this.answer).toBeVisible({ timeout: withinMs })
  }

  /** Types at the end of the answer. */
  async type(text: string): Promise<void> {
    await this.answer.click()
    await this.page.keyboard.press('Control+End')
    await this.page.keyboard.type(text)
  }

  /** Types at the end of the answer and waits until it is saved. */
  async write(text: string): Promise<void> {
    await this.type(text)
    await this.waitUntilSaved()
  }

  async waitUntilSaved(): Promise<void> {
    await this.afterPaint()
    await expect(this.saveState).toHaveText('Saved')
  }

  /** Waits until what was just done is on screen. */
  async afterPaint(): Promise<void> {
    await this.page.evaluate(
      () => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done))),
    )
  }

  /** Runs a command of the palette. */
  async run(command: string): Promise<void> {
    // A page that has just come listens to keys once it is painted.
    await this.afterPaint()
    await this.page.keyboard.press('Control+Shift+P')
    const palette = this.page.getByRole('dialog', { name: 'Command palette' })
    await palette.getByRole('combobox').fill(command)
    await palette.getByRole('option').first().click()
    await expect(palette).toBeHidden()
  }
}
