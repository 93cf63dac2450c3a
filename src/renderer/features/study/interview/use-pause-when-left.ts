import { useEffect } from 'react'
import { pause, type InterviewPlan } from './interview'
import { changeInterview } from './interview-store'

/** Stops the clock of an interview that nothing else ends, when its page or the window is left. */
export function usePauseWhenLeft({ totalMs }: InterviewPlan): void {
  useEffect(() => {
    if (totalMs !== null) return
    const leave = (): void => changeInterview(current => pause(current, Date.now()))
    window.addEventListener('pagehide', leave)
    return () => {
      window.removeEventListener('pagehide', leave)
      leave()
    }
  }, [totalMs])
}
