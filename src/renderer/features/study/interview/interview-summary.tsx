import { Flag } from 'lucide-react'
import { useState } from 'react'
import { AppError } from '../../../../shared/contract/app-error'
import type { InterviewEntry } from '../../../../shared/domain/study/study-event'
import { useErrorWords } from '../../../app/error-words'
import { InlineMarkdown } from '../../../editor/inline-markdown'
import { useBackend } from '../../../state/backend'
import { goTo } from '../../../state/place'
import { usePlacedQuestions } from '../../../state/queries'
import { showToast } from '../../../state/view'
import { Button } from '../../../ui/button'
import { clockWords } from './clock-words'
import { backToEntryBefore, type Interview } from './interview'
import { interviewNote } from './interview-note'
import { changeInterview, leaveInterview } from './interview-store'
import styles from './interview.module.css'
import { useEndWords } from './use-end-words'
import { useTranslation } from '../../../ui/use-translation'

/** A mock interview to look back on; it is kept in the study log from here. */
export function InterviewSummary({ interview }: { readonly interview: Interview }) {
  const { t, i18n } = useTranslation()
  const { byId } = usePlacedQuestions()
  const { keep, takeBack, saveAsNote } = useKeeping(interview)
  const endWords = useEndWords()
  const rated = interview.entries.filter(({ rating }) => rating !== null)
  const recalled = rated.filter(({ rating }) => rating !== 1)
  const spent = interview.entries.reduce((sum, { ms }) => sum + ms, 0)
  return (
    <article className={styles.summary} aria-label={t('interview.summary')}>
      <h1 className={styles.heading}>{t('interview.summary')}</h1>
      <p className={styles.lead}>
        {t('interview.result', { recalled: recalled.length, count: rated.length, time: clockWords(spent) })}{' '}
        {endWords(interview)}
      </p>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{t('interview.question')}</th>
            <th scope="col">{t('interview.time')}</th>
            <th scope="col">{t('review.grade')}</th>
          </tr>
        </thead>
        <tbody>
          {interview.entries.map((entry, at) => (
            <SummaryRow key={at} entry={entry} text={byId.get(entry.question)?.item.text ?? entry.question} />
          ))}
        </tbody>
      </table>
      <p className={styles.seed}>
        {t('interview.drawnWith', {
          seed: new Intl.NumberFormat(i18n.language, { useGrouping: false }).format(interview.seed),
        })}
      </p>
      <div className={styles.controls}>
        {interview.event === null ? (
          <>
            <Button tone="quiet" onClick={() => changeInterview(backToEntryBefore)}>
              {t('interview.back')}
            </Button>
            <span className={styles.space} />
            <Button tone="quiet" onClick={leaveInterview}>
              {t('interview.discard')}
            </Button>
            <Button tone="primary" autoFocus onClick={() => void keep()}>
              {t('interview.keep')}
            </Button>
          </>
        ) : (
          <>
            <Button tone="quiet" onClick={() => void takeBack()}>
              {t('interview.takeBack')}
            </Button>
            <span className={styles.space} />
            <Button onClick={() => void saveAsNote()}>{t('interview.saveAsNote')}</Button>
            <Button tone="primary" autoFocus onClick={leaveInterview}>
              {t('interview.another')}
            </Button>
          </>
        )}
      </div>
    </article>
  )
}

function SummaryRow({ entry, text }: { readonly entry: InterviewEntry; readonly text: string }) {
  const { t } = useTranslation()
  const grade =
    entry.rating !== null
      ? t(`review.grades.${entry.rating}`)
      : entry.outcome === 'skipped'
        ? t('interview.skipped')
        : '–'
  return (
    <tr>
      <td>
        <button
          type="button"
          className={styles.link}
          onClick={() => goTo({ kind: 'question', id: entry.question })}
        >
          <InlineMarkdown text={text} />
        </button>
        {entry.isFlagged && (
          <Flag size={12} role="img" aria-label={t('interview.flagged')} fill="currentColor" />
        )}
      </td>
      <td>{clockWords(entry.ms)}</td>
      <td data-grade={entry.rating ?? undefined}>{grade}</td>
    </tr>
  )
}

/** Keeping the interview in the log, taking that back, and saving it as a note. */
function useKeeping(interview: Interview) {
  const { t, i18n } = useTranslation()
  const { client } = useBackend()
  const { byId } = usePlacedQuestions()
  const errorWords = useErrorWords()
  const [isBusy, setIsBusy] = useState(false)
  const attempt = async (work: () => Promise<void>): Promise<void> => {
    if (isBusy) return
    setIsBusy(true)
    try {
      await work()
    } catch (error) {
      showToast(errorWords(error instanceof AppError ? error.code : 'internal'))
    } finally {
      setIsBusy(false)
    }
  }
  return {
    keep: () =>
      attempt(async () => {
        const { startedAt, seed, entries } = interview
        const { event } = await client['study.finishInterview']({ startedAt, seed, entries: [...entries] })
        changeInterview(current => ({ ...current, event }))
      }),
    takeBack: () =>
      attempt(async () => {
        if (interview.event === null) return
        await client['study.undo']({ event: interview.event })
        changeInterview(current => ({ ...current, event: null }))
      }),
    saveAsNote: () =>
      attempt(async () => {
        const { title, text } = interviewNote(interview, byId, t, i18n.language)
        const note = await client['notes.create']({ title, text })
        goTo({ kind: 'note', path: note.path })
      }),
  }
}
