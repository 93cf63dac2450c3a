import { useEffect } from 'react'
import { useBackend } from '../../state/backend'
import { useEditorInfo } from '../../state/editor-info'
import { onLeaving } from '../../state/on-leaving'
import { WritingClock } from '../../state/writing-clock'

/** Shorter times are a correction and not the writing of an answer. */
const leastMs = 5000
const logEveryMs = 5 * 60_000

/** Logs how long the user writes at the answers of a question: from saves, so that no key costs anything. */
export function useWritingTime(questionId: string, isEnabled: boolean): void {
  const { client } = useBackend()
  const session = useEditorInfo(info => info.session)
  useEffect(() => {
    if (session === undefined || !isEnabled) return
    const clock = new WritingClock()
    let untold = 0
    const tell = (): void => {
      untold += clock.take()
      if (untold < leastMs) return
      // The pace is only an estimate: a time that can't be logged is not worth a message.
      void client['study.logWriting']({ id: questionId, ms: untold }).catch(() => undefined)
      untold = 0
    }
    const end = session.subscribe(() => {
      const { kind } = session.state
      if (kind === 'unsaved' || kind === 'saving') clock.wrote(Date.now())
    })
    const timer = setInterval(tell, logEveryMs)
    const stay = onLeaving(tell)
    return () => {
      end()
      stay()
      clearInterval(timer)
      tell()
    }
  }, [client, session, questionId, isEnabled])
}
