import { useEffect, useRef, useState } from 'react'
import { Button } from '../../../ui/button'
import { EndDialog } from './end-dialog'
import { backToEntryBefore, type Interview } from './interview'
import { InterviewReport } from './interview-report'
import { changeInterview, leaveInterview } from './interview-store'
import styles from './interview.module.css'
import { useEndWords } from './use-end-words'
import { useInterviewWork } from './use-interview-work'
import { useTranslation } from '../../../ui/use-translation'

/** A mock interview to look back on; it is kept in the study log from here. */
export function InterviewSummary({ interview }: { readonly interview: Interview }) {
  const { t } = useTranslation()
  const endWords = useEndWords()
  const page = useRef<HTMLElement>(null)
  const isKept = interview.event !== null
  useEffect(() => {
    // Whoever keeps it by Enter, and presses it once more, is not to leave it by that.
    if (isKept) page.current?.focus()
  }, [isKept])
  return (
    <article ref={page} tabIndex={-1} className={styles.summary} aria-label={t('interview.summary')}>
      <h1 className={styles.heading}>{t('interview.summary')}</h1>
      <InterviewReport interview={interview} endWords={endWords(interview)} />
      <p role="status" className={styles.keptWords}>
        {isKept && t('interview.kept')}
      </p>
      {isKept ? <KeptActions interview={interview} /> : <OpenActions interview={interview} />}
    </article>
  )
}

function OpenActions({ interview }: { readonly interview: Interview }) {
  const { t } = useTranslation()
  const { keep } = useInterviewWork()
  const [isDiscarding, setIsDiscarding] = useState(false)
  const discardButton = useRef<HTMLButtonElement>(null)
  return (
    <div className={styles.controls}>
      <Button tone="quiet" onClick={() => changeInterview(backToEntryBefore)}>
        {t('interview.back')}
      </Button>
      <span className={styles.space} />
      <Button ref={discardButton} tone="quiet" onClick={() => setIsDiscarding(true)}>
        {t('interview.discard')}
      </Button>
      <Button tone="primary" autoFocus onClick={() => void keep(interview)}>
        {t('interview.keep')}
      </Button>
      {isDiscarding && (
        <EndDialog
          title={t('interview.discardTitle')}
          text={t('interview.discardText', { count: interview.entries.length })}
          endLabel={t('interview.discard')}
          onEnd={leaveInterview}
          onClose={() => setIsDiscarding(false)}
          onClosed={() => discardButton.current?.focus()}
        />
      )}
    </div>
  )
}

function KeptActions({ interview }: { readonly interview: Interview }) {
  const { t } = useTranslation()
  const { takeBack, saveAsNote } = useInterviewWork()
  return (
    <div className={styles.controls}>
      <Button tone="quiet" onClick={() => void takeBack(interview)}>
        {t('interview.takeBack')}
      </Button>
      <span className={styles.space} />
      <Button onClick={() => void saveAsNote(interview)}>{t('interview.saveAsNote')}</Button>
      <Button tone="primary" onClick={leaveInterview}>
        {t('interview.another')}
      </Button>
    </div>
  )
}
