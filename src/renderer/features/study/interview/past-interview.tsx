import { useEffect, useRef } from 'react'
import type { KeptInterview } from '../../../../shared/contract/study-procedures'
import { Button } from '../../../ui/button'
import { InterviewReport } from './interview-report'
import styles from './interview.module.css'
import { useInterviewWork } from './use-interview-work'
import { useTranslation } from '../../../ui/use-translation'

/** A mock interview that is in the study log, to look back on. */
export function PastInterview({
  interview,
  onBack,
}: {
  readonly interview: KeptInterview
  readonly onBack: () => void
}) {
  const { t, i18n } = useTranslation()
  const { saveAsNote } = useInterviewWork()
  const page = useRef<HTMLElement>(null)
  useEffect(() => page.current?.focus(), [])
  const date = new Intl.DateTimeFormat(i18n.language, { dateStyle: 'long' }).format(interview.startedAt)
  const title = t('interview.noteTitle', { date })
  return (
    <article ref={page} tabIndex={-1} className={styles.summary} aria-label={title}>
      <h1 className={styles.heading}>{title}</h1>
      <InterviewReport interview={interview} />
      <div className={styles.controls}>
        <Button tone="quiet" onClick={onBack}>
          {t('interview.backToSetup')}
        </Button>
        <span className={styles.space} />
        <Button onClick={() => void saveAsNote(interview)}>{t('interview.saveAsNote')}</Button>
      </div>
    </article>
  )
}
