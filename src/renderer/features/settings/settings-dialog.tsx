import type { Command } from '../../state/commands'
import { focusEditor } from '../../state/editor-info'
import { useSettings } from '../../state/queries'
import { closeDialog } from '../../state/view'
import { LargeDialog } from '../../ui/large-dialog'
import { AppearanceForm } from './appearance-form'
import styles from './settings.module.css'
import { ShortcutList } from './shortcut-list'
import { useChangeSettings } from './use-change-settings'
import { useTranslation } from '../../ui/use-translation'

/** What the user can set of the program itself, on this machine. */
export function SettingsDialog({ commands }: { readonly commands: readonly Command[] }) {
  const { t } = useTranslation()
  const settings = useSettings().data
  const change = useChangeSettings()
  return (
    <LargeDialog
      title={t('settings.title')}
      subject={t('settings.subject')}
      closeLabel={t('action.close')}
      onClose={closeDialog}
      onClosed={focusEditor}
    >
      {settings !== undefined && (
        <div className={styles.columns}>
          <section aria-labelledby="settings-looks" className={styles.column}>
            <h2 id="settings-looks" className={styles.title}>
              {t('settings.looks')}
            </h2>
            <AppearanceForm settings={settings} onChange={change} />
          </section>
          <section aria-labelledby="settings-shortcuts" className={styles.wideColumn}>
            <h2 id="settings-shortcuts" className={styles.title}>
              {t('settings.shortcuts')}
            </h2>
            <ShortcutList
              commands={commands}
              own={settings.shortcuts}
              onChange={shortcuts => change({ shortcuts })}
            />
          </section>
        </div>
      )}
    </LargeDialog>
  )
}
