import { Flag, Mic } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { usePlacedQuestions } from '../../../state/queries'
import { Button } from '../../../ui/button'
import { QuestionHead } from '../question-head'
import { clockWords } from './clock-words'
import { currentQuestion, endAsking, endQuestion, timeLeft, type Interview } from './interview'
import { changeInterview } from './interview-store'
import styles from './interview.module.css'
import { useTranslation } from '../../../ui/use-translation'

/** One question at a time, against the clock. */
export function AskingPage({ interview }: { readonly interview: Interview }) {
  const { t } = useTranslation()
  const { byId } = usePlacedQuestions()
  const now = useNow()
  const left = timeLeft(interview, now)
  const id = currentQuestion(interview)
  const placed = id === undefined ? undefined : byId.get(id)
  const isTimeUp = left.total !== null && left.total <= 0
  const page = useRef<HTMLElement>(null)
  useEffect(() => {
    if (isTimeUp) changeInterview(current => endAsking(current, Date.now()))
  }, [isTimeUp])
  useEffect(() => {
    // A question that is no longer in the notebook is passed over.
    if (placed === undefined) changeInterview(current => endQuestion(current, 'skipped', Date.now()))
    else if (interview.plan.mode === 'spoken') page.current?.focus()
  }, [placed, interview.plan.mode])
  if (placed === undefined) return null
  const next = (): void => changeInterview(current => endQuestion(current, 'answered', Date.now()))
  const skip = (): void => changeInterview(current => endQuestion(current, 'skipped', Date.now()))
  const flag = (): void => changeInterview(current => ({ ...current, isFlagged: !current.isFlagged }))
  const number = interview.entries.length + 1
  const isLast = number === interview.questions.length
  return (
    <article
      ref={page}
      tabIndex={-1}
      className={styles.page}
      aria-label={t('interview.title')}
      onKeyDown={event => {
        if (event.nativeEvent.isComposing) return
        const isMod = event.ctrlKey || event.metaKey
        const isTyping = event.target instanceof HTMLTextAreaElement
        const key = event.key.toLowerCase()
        const action =
          key === 'enter' && (isMod || (!isTyping && event.target === event.currentTarget))
            ? next
            : (event.altKey || !isTyping) && !isMod && key === 's'
              ? skip
              : (event.altKey || !isTyping) && !isMod && key === 'f'
                ? flag
                : undefined
        if (action === undefined) return
        event.preventDefault()
        action()
      }}
    >
      <QuestionHead
        key={placed.item.id}
        placed={placed}
        aside={<Clocks interview={interview} left={left} number={number} />}
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
      <footer className={styles.footer} data-is-bottom-bar>
        <div className={styles.controls}>
          <Button tone="quiet" onClick={() => changeInterview(current => endAsking(current, Date.now()))}>
            {t('interview.end')}
          </Button>
          <span className={styles.space} />
          <Button aria-pressed={interview.isFlagged} onClick={flag} title={t('interview.flagKey')}>
            <Flag size={14} fill={interview.isFlagged ? 'currentColor' : 'none'} /> {t('interview.flag')}
          </Button>
          <Button onClick={skip} title={t('interview.skipKey')}>
            {t('interview.skip')}
          </Button>
          <Button tone="primary" onClick={next} title={t('interview.nextKey')}>
            {isLast ? t('interview.finish') : t('interview.next')}
          </Button>
        </div>
      </footer>
    </article>
  )
}

function Clocks({
  interview,
  left,
  number,
}: {
  readonly interview: Interview
  readonly left: ReturnType<typeof timeLeft>
  readonly number: number
}) {
  const { t } = useTranslation()
  return (
    <span className={styles.clocks}>
      {left.question !== null && (
        <span
          className={styles.clock}
          data-over={left.question < 0}
          role="timer"
          aria-label={t('interview.questionTime')}
        >
          {clockWords(left.question)}
        </span>
      )}
      {left.total !== null && (
        <span className={styles.total} title={t('interview.totalTime')}>
          {t('interview.ofTotal', { time: clockWords(left.total) })}
        </span>
      )}
      <span className={styles.total}>
        {t('interview.number', { number, count: interview.questions.length })}
      </span>
    </span>
  )
}

/** The time, four times a second. */
function useNow(): number {
  const [now, setNow] = useState(Date.now)
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 250)
    return () => clearInterval(timer)
  }, [])
  return now
}
