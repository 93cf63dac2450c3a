import { useEffect, useEffectEvent, type RefObject } from 'react'
import { ratings } from '../../../../shared/domain/study/rating'
import { reviewKeys, studyKeyOf, type KeyPress, type ReviewKey } from '../../../app/study-keys'
import type { ReviewSession } from './review-session'

/**
 * Lets the keys of a review do what they do, while nothing outside of its page has the focus.
 *
 * @param edit opens the answer at hand; undefined while it is hidden.
 */
export function useReviewKeys(
  page: RefObject<HTMLElement | null>,
  session: ReviewSession,
  edit: (() => void) | undefined,
): void {
  const onKeyDown = useEffectEvent((event: KeyboardEvent) => {
    const { target } = event
    if (event.defaultPrevented || event.isComposing || !(target instanceof HTMLElement)) return
    if (target !== document.body && page.current?.contains(target) !== true) return
    const isWriting = target instanceof HTMLTextAreaElement
    // Space on what can be pressed presses that.
    if (event.key === ' ' && target.closest('button, a, summary') !== null) return
    const action = reviewAction(event, { session, isWriting, edit })
    if (action === undefined) return
    event.preventDefault()
    action()
  })
  useEffect(() => {
    const listen = (event: KeyboardEvent): void => onKeyDown(event)
    window.addEventListener('keydown', listen)
    return () => window.removeEventListener('keydown', listen)
  }, [])
}

/** What a key does in a review. */
export function reviewAction(
  press: KeyPress,
  {
    session,
    isWriting,
    edit,
  }: {
    readonly session: ReviewSession
    readonly isWriting: boolean
    readonly edit: (() => void) | undefined
  },
): (() => void) | undefined {
  const { current, step } = session
  const hasMod = press.ctrlKey || press.metaKey || press.altKey
  if (step === 'grade' && current !== undefined && !hasMod && !isWriting) {
    const rating = ratings.find(candidate => String(candidate) === press.key)
    if (rating !== undefined) return () => void session.grade(rating)
  }
  const key = studyKeyOf(reviewKeys, press, isWriting)
  return key === undefined ? undefined : actionsOf(session, edit)[key]
}

function actionsOf(
  session: ReviewSession,
  edit: (() => void) | undefined,
): Partial<Record<ReviewKey, (() => void) | undefined>> {
  const undo = session.done.length > 0 ? () => void session.undo() : undefined
  if (session.current === undefined) return { undo }
  if (session.step === 'grade') return { undo, edit }
  const { reveal, startWriting, stopWriting, toggleHint, skip } = session
  return session.step === 'write'
    ? { undo, reveal, stopWriting, skip }
    : { undo, reveal, write: startWriting, hint: toggleHint, skip }
}
