import { BackupState } from '../features/backups/backup-state'
import { useEditorInfo } from '../state/editor-info'
import type { NoteSession } from '../state/note-session'
import type { SaveState } from '../state/save-state'
import { usePlacedQuestions } from '../state/queries'
import { useView } from '../state/view'
import { ProgressBar } from '../ui/progress-bar'
import { useErrorWords } from './error-words'
import styles from './status-bar.module.css'
import { useIsSaveSlow } from './use-is-save-slow'
import { useShownSaveState } from './use-shown-save-state'
import { WordCount } from './word-count'
import { useTranslation } from '../ui/use-translation'

/** Below the panes: whether all is saved, how long the note is, how far the notebook is. */
export function StatusBar() {
  const { t } = useTranslation()
  const session = useEditorInfo(info => info.session)
  const isConnected = useView(view => view.isConnected)
  const { all } = usePlacedQuestions()
  const answered = all.filter(placed => placed.item.status === 'answered').length
  return (
    <footer className={styles.bar}>
      <SaveStatus session={session} />
      {session !== undefined && <WordCount />}
      {!isConnected && (
        <span className={styles.wrong} role="alert">
          {t('status.offline')}
        </span>
      )}
      <span className={styles.space} />
      <BackupState />
      {all.length > 0 && (
        <>
          <span className={styles.quiet}>{t('status.progress', { answered, total: all.length })}</span>
          <ProgressBar value={answered} max={all.length} label={t('status.progressLabel')} />
        </>
      )}
    </footer>
  )
}

function SaveStatus({ session }: { readonly session: NoteSession | undefined }) {
  const { t, i18n } = useTranslation()
  const errorWords = useErrorWords('after colon')
  const state = useShownSaveState(session)
  const isSlow = useIsSaveSlow(session)
  const isWrong = state.kind === 'failed' || state.kind === 'conflict'
  return (
    <span
      role="status"
      aria-label={t('save.label')}
      className={isWrong ? styles.wrong : styles.quiet}
      title={savedAt(state)}
    >
      {words()}
    </span>
  )

  function words(): string {
    if (session === undefined) return ''
    switch (state.kind) {
      case 'saved':
        return t('save.saved')
      case 'unsaved':
      case 'saving':
        return t(isSlow ? 'save.slow' : 'save.saving')
      case 'failed':
        return t('save.failed', { why: errorWords(state.code) })
      case 'conflict':
        return t('save.conflict')
    }
  }

  function savedAt(current: SaveState): string | undefined {
    if (current.kind !== 'saved' || current.at === undefined) return undefined
    return t('save.savedAt', { time: new Date(current.at).toLocaleTimeString(i18n.language) })
  }
}
