import { create } from 'zustand'
import { persist } from 'zustand/middleware'

interface FirstRun {
  readonly isOver: boolean
}

/** Whether the first steps are done with, or were hidden; kept in this browser or app. */
export const useFirstRun = create<FirstRun>()(
  persist((): FirstRun => ({ isOver: false }), { name: 'answerbook.start', version: 1 }),
)

export function endFirstRun(): void {
  useFirstRun.setState({ isOver: true })
}
