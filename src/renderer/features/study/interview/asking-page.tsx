import { Flag, Mic } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { usePlacedQuestions } from '../../../state/queries'
import { Button } from '../../../ui/button'
import { QuestionHead } from '../question-head'
import { askingAction, type AskingActions } from './asking-keys'
import { Clocks } from './clocks'
import { EndDialog } from './end-dialog'
import { currentQuestion, endAsking, endQuestion, pause, timeLeft, type Interview } from './interview'
import { changeInterview } from './interview-store'
import styles from './interview.module.css'
import { useClock } from './use-clock'
import { usePauseWhenLeft } from './use-pause-when-left'
import { useTranslation } from '../../../ui/use-translation'

const actions: AskingActions = {
  next: () => changeInterview(current => endQuestion(current, 'answered', Date.now())),
  skip: () => changeInterview(current => endQuestion(current, 'skipped', Date.now())),
  flag: () => changeInterview(current => ({ ...current, isFlagged: !current.isFlagged })),
  pause: () => changeInterview(current => pause(current, Date.now())),
}

/** One question at a time, against the clock. */
export function AskingPage({ interview }: { readonly interview: Interview }) {
  const { t } = useTranslation()
  const { byId } = usePlacedQuestions()
  const now = useClock()
  const left = timeLeft(interview, now)
  const id = currentQuestion(interview)
  const placed = id === undefined ? undefined : byId.get(id)
  const isTimeUp = left.total !== null && left.total <= 0
  const page = useRef<HTMLElement>(null)
  usePauseWhenLeft(interview.plan)
  useEffect(() => {
    if (isTimeUp) changeInterview(current => endAsking(current, Date.now()))
  }, [isTimeUp])
  useEffect(() => {
    // A question that is no longer in the notebook is passed over.
    if (placed === undefined) actions.skip()
    else if (interview.plan.mode === 'spoken') page.current?.focus()
  }, [placed, interview.plan.mode])
  if (placed === undefined || isTimeUp) return null
  return (
    <article
      ref={page}
      tabIndex={-1}
      className={styles.page}
      aria-label={t('interview.title')}
      onKeyDown={event => {
        const action = askingAction(event, actions)
        if (action === undefined) return
        event.preventDefault()
        action()
      }}
    >
      <div className={styles.asked}>
        <QuestionHead
          key={placed.item.id}
          placed={placed}
          aside={<Clocks interview={interview} left={left} />}
        />
        {interview.plan.mode === 'typed' ? (
          <textarea
            key={`answer ${placed.item.id}`}
            className={styles.answer}
            aria-label={t('interview.answer')}
            placeholder={t('interview.answerPlaceholder')}
            value={interview.text}
            autoFocus
            onChange={event => changeInterview(current => ({ ...current, text: event.target.value }))}
          />
        ) : (
          <p className={styles.spoken}>
            <Mic size={18} /> {t('interview.spoken')}
          </p>
        )}
      </div>
      <AskingFooter interview={interview} />
    </article>
  )
}

function AskingFooter({ interview }: { readonly interview: Interview }) {
  const { t } = useTranslation()
  const [isEnding, setIsEnding] = useState(false)
  const endButton = useRef<HTMLButtonElement>(null)
  const left = interview.questions.length - interview.entries.length - 1
  const end = (): void => changeInterview(current => endAsking(current, Date.now()))
  return (
    <footer className={styles.footer} data-is-bottom-bar>
      <div className={styles.controls}>
        <Button ref={endButton} tone="quiet" onClick={left > 0 ? () => setIsEnding(true) : end}>
          {t('interview.end')}
        </Button>
        <Button tone="quiet" onClick={actions.pause} title={t('interview.pauseKey')}>
          {t('interview.pause')}
        </Button>
        <span className={styles.space} />
        <Button aria-pressed={interview.isFlagged} onClick={actions.flag} title={t('interview.flagKey')}>
          <Flag size={14} fill={interview.isFlagged ? 'currentColor' : 'none'} /> {t('interview.flag')}
        </Button>
        <Button onClick={actions.skip} title={t('interview.skipKey')}>
          {t('interview.skip')}
        </Button>
        <Button tone="primary" onClick={actions.next} title={t('interview.nextKey')}>
          {left === 0 ? t('interview.finish') : t('interview.next')}
        </Button>
      </div>
      {isEnding && (
        <EndDialog
          title={t('interview.endTitle')}
          text={t('interview.endText', { count: left })}
          endLabel={t('interview.end')}
          onEnd={end}
          onClose={() => setIsEnding(false)}
          onClosed={() => endButton.current?.focus()}
        />
      )}
    </footer>
  )
}
