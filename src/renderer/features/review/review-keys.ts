import { ratings } from '../../../shared/domain/study/study-event'
import type { ReviewSession } from './review-session'

/** The keys of a review: Space or Enter reveals, 1 to 4 grade, W writes, Ctrl+Z or U takes back. */
export function reviewKeys(session: ReviewSession): (event: KeyboardEvent) => void {
  return event => {
    if (event.defaultPrevented || event.isComposing || event.altKey) return
    const isMod = event.ctrlKey || event.metaKey
    if (
      event.target instanceof HTMLElement &&
      event.target.closest('textarea, input, [role=dialog]') !== null
    ) {
      if (session.step === 'write' && isMod && event.key === 'Enter') session.reveal()
      return
    }
    const action = actionOf(event.key.toLowerCase(), isMod, session)
    if (action === undefined) return
    event.preventDefault()
    action()
  }
}

function actionOf(key: string, isMod: boolean, session: ReviewSession): (() => void) | undefined {
  if (isMod) return key === 'z' ? () => void session.undo() : undefined
  if (key === 'u') return () => void session.undo()
  if (session.step === 'recall' && key === ' ') return session.reveal
  if (session.step === 'recall' && key === 'w') return session.startWriting
  const rating = ratings.find(candidate => String(candidate) === key)
  return session.step === 'grade' && rating !== undefined ? () => void session.grade(rating) : undefined
}
