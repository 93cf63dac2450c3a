import { useQuery } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import type { KeptInterview } from '../../../../shared/contract/study-procedures'
import { useBackend } from '../../../state/backend'
import { useToday } from '../../../state/queries'
import { InterviewSetup } from './interview-setup'
import styles from './interview.module.css'
import { PastInterview } from './past-interview'
import { PastInterviews } from './past-interviews'

/** Where a mock interview begins, and where past ones are looked up. */
export function InterviewStart() {
  const [looked, setLooked] = useState<string>()
  const past = usePastInterviews()
  const interview = past.find(({ event }) => event === looked)
  if (interview !== undefined)
    return <PastInterview interview={interview} onBack={() => setLooked(undefined)} />
  return <Start past={past} onOpen={setLooked} />
}

function Start({
  past,
  onOpen,
}: {
  readonly past: readonly KeptInterview[]
  readonly onOpen: (event: string) => void
}) {
  const page = useRef<HTMLDivElement>(null)
  useEffect(() => {
    // What led here from an interview is gone, and the focus with it.
    if (document.activeElement === document.body) page.current?.focus()
  }, [])
  return (
    <div ref={page} tabIndex={-1} className={styles.start}>
      <InterviewSetup />
      <PastInterviews interviews={past} onOpen={onOpen} />
    </div>
  )
}

function usePastInterviews(): readonly KeptInterview[] {
  const { client } = useBackend()
  const { dataUpdatedAt } = useToday()
  const { data } = useQuery({
    queryKey: ['interviews', dataUpdatedAt],
    queryFn: () => client['study.interviews']({}),
    placeholderData: before => before,
    gcTime: 0,
  })
  return data ?? []
}
