import type { ReactNode } from 'react'
import type { NoteVersion } from '../../../shared/contract/history-procedures'
import { useErrorWords } from '../../app/error-words'
import { openHistory, useHistory, useHistoryStatus } from '../../state/history'
import { wordChange } from '../../ui/format-change'
import { formatMoment } from '../../ui/format-moment'
import { useNow } from '../../ui/use-now'
import { ContextSection } from './context-section'
import styles from './context-pane.module.css'
import { useTranslation } from '../../ui/use-translation'

const mostShown = 5

/** Earlier versions of the open note; each opens beside what the note holds now. */
export function History({ path }: { readonly path: string }) {
  const { t, i18n } = useTranslation()
  const errorWords = useErrorWords()
  const now = useNow()
  const versions = useHistory(path).data ?? []
  const failure = useHistoryStatus().data?.failure ?? null
  const time = (at: number): string => formatMoment(at, now, i18n.language)
  return (
    <nav aria-label={t('history.title')}>
      <ContextSection title={t('history.title')} count={versions.length} empty={t('history.none')}>
        {entries()}
      </ContextSection>
      {failure !== null && (
        <p className={styles.wrong} role="alert">
          {t('history.notKept', { time: time(failure.since), reason: errorWords(failure.code) })}
        </p>
      )}
    </nav>
  )

  function entries(): ReactNode[] {
    const shown = versions.slice(0, mostShown).map((version, index) => (
      <li key={version.id}>
        <button type="button" className={styles.entry} onClick={() => openHistory(version.id)}>
          <span className={styles.when}>
            {time(version.at)}
            <span className={styles.count}>{changeOf(versions, index, i18n.language)}</span>
          </span>
          <span className={styles.context}>{t(`history.reason.${version.reason}`)}</span>
        </button>
      </li>
    ))
    const more = (
      <li key="more">
        <button type="button" className={`${styles.entry} ${styles.more}`} onClick={() => openHistory()}>
          {t('history.all', { count: versions.length })}
        </button>
      </li>
    )
    return versions.length > mostShown ? [...shown, more] : shown
  }
}

function changeOf(versions: readonly NoteVersion[], index: number, language: string): string {
  return wordChange(versions[index]?.words, versions[index + 1]?.words, language)
}
