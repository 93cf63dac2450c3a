import { useState } from 'react'
import { AppError } from '../../../../shared/contract/app-error'
import { useErrorWords } from '../../../app/error-words'
import { useBackend } from '../../../state/backend'
import { goTo } from '../../../state/place'
import { usePlacedQuestions } from '../../../state/queries'
import { showToast } from '../../../state/view'
import type { Interview } from './interview'
import { interviewNote } from './interview-note'
import { changeInterview } from './interview-store'
import { useTranslation } from '../../../ui/use-translation'

/** Keeping a mock interview in the log, taking that back, and saving one as a note; a failure is told. */
export function useInterviewWork() {
  const { t, i18n } = useTranslation()
  const { client } = useBackend()
  const { byId } = usePlacedQuestions()
  const errorWords = useErrorWords()
  const [isBusy, setIsBusy] = useState(false)
  const attempt = async (work: () => Promise<void>): Promise<void> => {
    if (isBusy) return
    setIsBusy(true)
    try {
      await work()
    } catch (error) {
      showToast(errorWords(error instanceof AppError ? error.code : 'internal'))
    } finally {
      setIsBusy(false)
    }
  }
  return {
    keep: ({ startedAt, seed, entries }: Interview) =>
      attempt(async () => {
        const { event } = await client['study.finishInterview']({ startedAt, seed, entries: [...entries] })
        changeInterview(current => ({ ...current, event }))
      }),
    takeBack: ({ event }: Interview) =>
      attempt(async () => {
        if (event === null) return
        await client['study.undo']({ event })
        changeInterview(current => ({ ...current, event: null }))
      }),
    saveAsNote: (interview: Pick<Interview, 'startedAt' | 'entries'>) =>
      attempt(async () => {
        const { title, text } = interviewNote(interview, byId, t, i18n.language)
        const note = await client['notes.create']({ title, text })
        goTo({ kind: 'note', path: note.path })
      }),
  }
}
