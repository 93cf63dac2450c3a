import { useEffect, useRef } from 'react'
import { Button } from '../../../ui/button'
import type { Interview } from './interview'
import { changeInterview } from './interview-store'
import { InterviewStop } from './interview-stop'
import { useEndWords } from './use-end-words'
import { useTranslation } from '../../../ui/use-translation'

/**
 * Says that time is up, before anything is graded: whoever is typing then would else type into the grades. So it has the
 * focus itself, and not its button.
 */
export function TimeUpPage({ interview }: { readonly interview: Interview }) {
  const { t } = useTranslation()
  const page = useRef<HTMLElement>(null)
  useEffect(() => page.current?.focus(), [])
  return (
    <InterviewStop ref={page} title={t('interview.timeUp')} text={useEndWords()(interview) ?? ''}>
      <Button tone="primary" onClick={() => changeInterview(current => ({ ...current, timeUp: 'told' }))}>
        {t('interview.goOnToGrades')}
      </Button>
    </InterviewStop>
  )
}
