import { ratings } from '../../../../shared/domain/study/rating'
import type { ReviewSession } from './review-session'

/**
 * The keys of a review: Space reveals, 1 to 4 grade, W writes, H shows the hint, S skips, U or Ctrl+Z takes back; while
 * writing, Ctrl+Enter reveals and Escape goes back to recalling.
 */
export function reviewKeys(session: ReviewSession): (event: KeyboardEvent) => void {
  return event => {
    if (event.defaultPrevented || event.isComposing || event.altKey) return
    const action = isTyping(event.target) ? actionWhileTyping(event, session) : actionOf(event, session)
    if (action === undefined) return
    event.preventDefault()
    action()
  }
}

function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.closest('textarea, input, select, [role=dialog]') !== null
}

function actionWhileTyping(event: KeyboardEvent, session: ReviewSession): (() => void) | undefined {
  if (session.step !== 'write') return undefined
  if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) return session.reveal
  return event.key === 'Escape' ? session.stopWriting : undefined
}

function actionOf(event: KeyboardEvent, session: ReviewSession): (() => void) | undefined {
  const key = event.key.toLowerCase()
  if (event.ctrlKey || event.metaKey) return key === 'z' ? () => void session.undo() : undefined
  if (key === 'u') return () => void session.undo()
  if (session.step === 'grade') {
    const rating = ratings.find(candidate => String(candidate) === key)
    return rating === undefined ? undefined : () => void session.grade(rating)
  }
  // Space on a button that has the focus presses that button.
  if (key === ' ') return event.target instanceof HTMLButtonElement ? undefined : session.reveal
  const actions: Readonly<Record<string, () => void>> = {
    w: session.startWriting,
    h: session.toggleHint,
    s: session.skip,
  }
  return actions[key]
}
