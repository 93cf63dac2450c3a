import { Flag } from 'lucide-react'
import type { InterviewEntry } from '../../../../shared/domain/study/study-event'
import { InlineMarkdown } from '../../../editor/inline-markdown'
import { goTo } from '../../../state/place'
import { usePlacedQuestions } from '../../../state/queries'
import { clockWords } from './clock-words'
import type { Interview } from './interview'
import { interviewResult } from './interview-result'
import styles from './interview.module.css'
import { useTranslation } from '../../../ui/use-translation'

/** How a mock interview went: each question with its time, its grade and what was typed. */
export function InterviewReport({
  interview,
  endWords,
}: {
  readonly interview: Pick<Interview, 'entries' | 'seed'>
  /** How asking ended, if there is something to say of it. */
  readonly endWords?: string | undefined
}) {
  const { t, i18n } = useTranslation()
  const { byId } = usePlacedQuestions()
  const { recalled, graded, ms } = interviewResult(interview.entries)
  return (
    <>
      <p className={styles.lead}>
        {t('interview.result', { recalled, count: graded, time: clockWords(ms) })} {endWords}
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
            <ReportRow key={at} entry={entry} text={byId.get(entry.question)?.item.text ?? entry.question} />
          ))}
        </tbody>
      </table>
      <p className={styles.seed}>
        {t('interview.drawnWith', {
          seed: new Intl.NumberFormat(i18n.language, { useGrouping: false }).format(interview.seed),
        })}
      </p>
    </>
  )
}

function ReportRow({ entry, text }: { readonly entry: InterviewEntry; readonly text: string }) {
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
        {entry.text !== '' && (
          <details className={styles.typedThen}>
            <summary>{t('interview.typed')}</summary>
            <p>{entry.text}</p>
          </details>
        )}
      </td>
      <td>{clockWords(entry.ms)}</td>
      <td data-grade={entry.rating ?? undefined}>{grade}</td>
    </tr>
  )
}
