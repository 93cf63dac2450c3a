import * as Tabs from '@radix-ui/react-tabs'
import { useBackend } from '../../state/backend'
import type { Command } from '../../state/commands'
import { focusEditor } from '../../state/editor-info'
import { closeDialog } from '../../state/view'
import { LargeDialog } from '../../ui/large-dialog'
import tabs from '../../ui/tabs.module.css'
import { FirstSteps } from './first-steps'
import styles from './help.module.css'
import { News } from './news'
import { ShortcutSheet } from './shortcut-sheet'
import { useTranslation } from '../../ui/use-translation'

const pages = ['steps', 'shortcuts', 'news'] as const

/** How things are done, all keys on one sheet, and what is new. */
export function HelpDialog({
  commands,
  start,
}: {
  readonly commands: readonly Command[]
  readonly start: (typeof pages)[number]
}) {
  const { t } = useTranslation()
  const { version } = useBackend()
  return (
    <LargeDialog
      title={t('help.title')}
      subject={t('help.version', { version })}
      closeLabel={t('action.close')}
      onClose={closeDialog}
      onClosed={focusEditor}
    >
      <Tabs.Root defaultValue={start} className={styles.pages}>
        <Tabs.List className={`${tabs.tabs} ${styles.tabs}`} aria-label={t('help.title')}>
          {pages.map(page => (
            <Tabs.Trigger key={page} value={page} className={tabs.tab}>
              {t(`help.page.${page}`)}
            </Tabs.Trigger>
          ))}
        </Tabs.List>
        <Tabs.Content value="steps" className={styles.page}>
          <FirstSteps />
        </Tabs.Content>
        <Tabs.Content value="shortcuts" className={styles.page}>
          <ShortcutSheet commands={commands} />
        </Tabs.Content>
        <Tabs.Content value="news" className={styles.page}>
          <News />
        </Tabs.Content>
      </Tabs.Root>
    </LargeDialog>
  )
}
