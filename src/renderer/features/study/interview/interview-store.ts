import { create } from 'zustand'
import { persist } from 'zustand/middleware'
import type { Interview } from './interview'

interface InterviewState {
  readonly interview: Interview | undefined
}

/** The mock interview at hand. It is kept in this browser or app, so that going elsewhere or a crash loses no answer. */
export const useInterview = create<InterviewState>()(
  persist((): InterviewState => ({ interview: undefined }), { name: 'answerbook.interview', version: 1 }),
)

/** Replaces the interview by what `step` makes of it. */
export function changeInterview(step: (interview: Interview) => Interview): void {
  const { interview } = useInterview.getState()
  if (interview !== undefined) useInterview.setState({ interview: step(interview) })
}

export function beginInterview(interview: Interview): void {
  useInterview.setState({ interview })
}

export function leaveInterview(): void {
  useInterview.setState({ interview: undefined })
}
