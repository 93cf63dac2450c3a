import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from '@playwright/test'

/**
 * What axe finds on a page against WCAG 2.2 AA, as `rule: elements`.
 *
 * @param theme in a dark one only the contrast is looked at: all else is as in the light one.
 */
export async function violationsOf(page: Page, theme = 'Light theme'): Promise<string[]> {
  const builder = new AxeBuilder({ page })
    // Without it axe opens a blank page for what it found in frames, and takes twice the time; the workspace has no frames.
    .setLegacyMode()
  const { violations } = await (
    theme.startsWith('Dark')
      ? builder.withRules(['color-contrast'])
      : builder.withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'])
  ).analyze()
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(node => node.target.join(' ')).join(' | ')}`)
}
