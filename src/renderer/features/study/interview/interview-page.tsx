import { useLists, useNotebook } from '../../../state/queries'
import { AskingPage } from './asking-page'
import { GradingPage } from './grading-page'
import { useInterview } from './interview-store'
import { InterviewStart } from './interview-start'
import { InterviewSummary } from './interview-summary'
import { PausePage } from './pause-page'
import { TimeUpPage } from './time-up-page'

/** A mock interview: chosen, asked, graded, looked back on. */
export function InterviewPage() {
  const interview = useInterview(state => state.interview)
  const notebookId = useNotebook().data?.id
  // Questions that are not there yet are not questions that are gone.
  if (useLists().data === undefined) return null
  if (interview === undefined || interview.notebookId !== notebookId) return <InterviewStart />
  switch (interview.phase) {
    case 'asking':
      return interview.pausedAt === undefined ? (
        <AskingPage interview={interview} />
      ) : (
        <PausePage interview={interview} />
      )
    case 'grading':
      return interview.timeUp === 'untold' ? (
        <TimeUpPage interview={interview} />
      ) : (
        <GradingPage interview={interview} />
      )
    case 'done':
      return <InterviewSummary interview={interview} />
  }
}
