import { useEffect, useRef } from 'react'
import { Button } from '../../../ui/button'
import { clockWords } from './clock-words'
import { resume, timeLeft, type Interview } from './interview'
import { changeInterview } from './interview-store'
import { InterviewStop } from './interview-stop'
import { useTranslation } from '../../../ui/use-translation'

/** A mock interview whose clock stands still; the question is hidden, so that a pause is no time to think. */
export function PausePage({ interview }: { readonly interview: Interview }) {
  const { t } = useTranslation()
  const goOn = useRef<HTMLButtonElement>(null)
  useEffect(() => goOn.current?.focus(), [])
  const { total } = timeLeft(interview, 0)
  const number = interview.entries.length + 1
  return (
    <InterviewStop
      title={t('interview.paused')}
      text={
        t('interview.pausedAt', { number, count: interview.questions.length }) +
        (total === null ? '' : ` ${t('interview.pausedLeft', { time: clockWords(total) })}`)
      }
    >
      <Button
        ref={goOn}
        tone="primary"
        onClick={() => changeInterview(current => resume(current, Date.now()))}
      >
        {t('interview.resume')}
      </Button>
    </InterviewStop>
  )
}
