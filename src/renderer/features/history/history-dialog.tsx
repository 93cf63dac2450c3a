import { useState } from 'react'
import type { NoteVersion } from '../../../shared/contract/history-procedures'
import { useErrorWords } from '../../app/error-words'
import { errorCodeOf, useBackend } from '../../state/backend'
import { focusEditor, openNotePath } from '../../state/editor-info'
import {
  restoreVersion,
  useHistory,
  usePresentNote,
  useShownVersion,
  useVersionText,
} from '../../state/history'
import { closeDialog, showToast } from '../../state/view'
import { Button } from '../../ui/button'
import { LargeDialog } from '../../ui/large-dialog'
import { CompareView } from './compare-view'
import styles from './history.module.css'
import { VersionList } from './version-list'
import { useTranslation } from '../../ui/use-translation'

/** The versions of the open note, and each beside what the note holds now. */
export function HistoryDialog() {
  const { t } = useTranslation()
  const [path] = useState(openNotePath)
  const versions = useHistory(path).data
  const wanted = useShownVersion(shown => shown.id)
  const version = versions?.find(({ id }) => id === wanted) ?? versions?.[0]
  const present = usePresentNote(path).data
  return (
    <LargeDialog
      title={t('history.title')}
      subject={present?.title}
      closeLabel={t('action.close')}
      onClose={closeDialog}
      onClosed={focusEditor}
    >
      {versions?.length === 0 && <p className={styles.nothing}>{t('history.nothing')}</p>}
      {version !== undefined && versions !== undefined && path !== undefined && (
        <div className={styles.columns}>
          <VersionList versions={versions} shown={version} onShow={id => useShownVersion.setState({ id })} />
          <Version key={version.id} path={path} version={version} present={present} />
        </div>
      )}
    </LargeDialog>
  )
}

interface VersionProps {
  readonly path: string
  readonly version: NoteVersion
  readonly present: { readonly text: string; readonly hash: string } | undefined
}

function Version({ path, version, present }: VersionProps) {
  const { t } = useTranslation()
  const access = useBackend()
  const errorWords = useErrorWords()
  const [problem, setProblem] = useState<string>()
  const { data, error } = useVersionText(path, version.id)
  const restore = async (baseHash: string): Promise<void> => {
    const restored = await restoreVersion(access, { path, id: version.id, baseHash })
    if (restored.kind === 'unsaved') return setProblem(t('history.unsaved'))
    if (restored.kind === 'failed')
      return setProblem(t('history.failed', { reason: errorWords(restored.code) }))
    closeDialog()
    showToast(t('history.restored'))
  }
  const copy = async (text: string): Promise<void> => {
    await navigator.clipboard.writeText(text)
    showToast(t('commands.copied'))
  }
  const isSame = data !== undefined && data.text === present?.text
  return (
    <section className={styles.version} aria-label={t('history.compared')}>
      {error !== null ? (
        <p className={styles.problem} role="alert">
          {t('history.unreadable', { reason: errorWords(errorCodeOf(error)) })}
        </p>
      ) : (
        data !== undefined &&
        present !== undefined && <CompareView earlier={data.text} later={present.text} />
      )}
      {problem !== undefined && (
        <p className={styles.problem} role="alert">
          {problem}
        </p>
      )}
      <footer className={styles.footer}>
        <Button disabled={data === undefined} onClick={() => data !== undefined && void copy(data.text)}>
          {t('history.copy')}
        </Button>
        <Button
          tone="primary"
          disabled={data === undefined || present === undefined || isSame}
          onClick={() => present !== undefined && void restore(present.hash)}
        >
          {t('history.restore')}
        </Button>
      </footer>
    </section>
  )
}
