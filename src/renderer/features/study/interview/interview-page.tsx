import { useLists, useNotebook } from '../../../state/queries'
import { AskingPage } from './asking-page'
import { GradingPage } from './grading-page'
import { useInterview } from './interview-store'
import { InterviewSetup } from './interview-setup'
import { InterviewSummary } from './interview-summary'

/** A mock interview: chosen, asked, graded, looked back on. */
export function InterviewPage() {
  const interview = useInterview(state => state.interview)
  const notebookId = useNotebook().data?.id
  // Questions that are not there yet are not questions that are gone.
  if (useLists().data === undefined) return null
  if (interview === undefined || interview.notebookId !== notebookId) return <InterviewSetup />
  switch (interview.phase) {
    case 'asking':
      return <AskingPage interview={interview} />
    case 'grading':
      return <GradingPage interview={interview} />
    case 'done':
      return <InterviewSummary interview={interview} />
  }
}
