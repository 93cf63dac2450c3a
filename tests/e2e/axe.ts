import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from '@playwright/test'

/**
 * What axe finds on a page against WCAG 2.2 AA, as `theme: rule: elements`, in both of the themes that follow the system's. Of the
 * dark one only the contrast is looked at: all else is as in the light one.
 */
export async function violationsOf(page: Page): Promise<string[]> {
  const light = await find(axe(page).withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa']), 'light')
  await showTheme(page, 'dark')
  const dark = await find(axe(page).withRules(['color-contrast']), 'dark')
  await showTheme(page, 'light')
  return [...light, ...dark]
}

function axe(page: Page): AxeBuilder {
  // Without it axe opens a blank page for what it found in frames, and takes twice the time; the workspace has no frames.
  return new AxeBuilder({ page }).setLegacyMode()
}

async function find(builder: AxeBuilder, theme: string): Promise<string[]> {
  const { violations } = await builder.analyze()
  return violations.map(
    ({ id, nodes }) => `${theme}: ${id}: ${nodes.map(node => node.target.join(' ')).join(' | ')}`,
  )
}

async function showTheme(page: Page, theme: 'light' | 'dark'): Promise<void> {
  await page.emulateMedia({ colorScheme: theme })
  await page.waitForFunction(
    isDark => document.documentElement.classList.contains('dark') === isDark,
    theme === 'dark',
  )
}
