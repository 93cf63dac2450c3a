import { useEffect, useState, useSyncExternalStore } from 'react'
import type { QuestionItem } from '../../../shared/contract/question-procedures'
import { useBackend } from '../../state/backend'
import { focusEditor } from '../../state/editor-info'

const subscribeToNothing = () => () => undefined

/**
 * The note to show, undefined for an answer that is being written and has no note yet. A draft stays until its
 * own note is there, also when the lists say first that the question has one.
 */
export function useCurrentAnswer(item: QuestionItem, notePath: string | undefined) {
  'use no memo'
  const { sessions } = useBackend()
  const [addingTo, setAddingTo] = useState<string>()
  useEffect(
    () => sessions.onCreated(session => session.questionId === item.id && setAddingTo(undefined)),
    [sessions, item.id],
  )
  const isListed = item.notes.length > 0
  useEffect(() => {
    if (isListed) sessions.answersAreListed(item.id)
  }, [sessions, item.id, isListed])
  // One whose file another program took away stays until the user has seen it.
  const lost = sessions.lostAnswerOf(item.id)
  const path = lost !== undefined && !item.notes.includes(lost.path ?? '') ? lost.path : notePath
  useSyncExternalStore(lost?.subscribe ?? subscribeToNothing, () => lost?.isLostAnswerTo(item.id))
  const { stayed, setShown } = useStayingAnswer(item)
  const isKnown = path !== undefined && (item.notes.includes(path) || sessions.ofPath(path) !== undefined)
  const isDraft = addingTo === item.id || sessions.draftOf(item.id)?.isDirty === true
  const first = stayed ?? item.notes[0] ?? sessions.newAnswerOf(item.id)
  const current = isDraft ? undefined : isKnown ? path : first
  setShown(current)
  return {
    current,
    add: () => {
      focusEditor({ whenOpen: true })
      setAddingTo(item.id)
    },
    stopAdding: () => setAddingTo(undefined),
  }
}

/** The answer that is shown stays while the question has it, also under another path: one that comes may be first in order. */
function useStayingAnswer(item: QuestionItem) {
  'use no memo'
  const { sessions } = useBackend()
  const [shown, setShown] = useState<{ questionId: string; path: string; from?: string }>()
  useEffect(
    () =>
      sessions.onMoved((from, to) =>
        setShown(before => (before?.path === from ? { ...before, path: to, from } : before)),
      ),
    [sessions],
  )
  const isOfItem = shown?.questionId === item.id
  // The lists may not know yet that it has moved.
  const isListed = [shown?.path, shown?.from].some(path => path !== undefined && item.notes.includes(path))
  return {
    stayed: isOfItem && isListed ? shown.path : undefined,
    setShown: (path: string | undefined) => {
      if (path !== undefined && !(isOfItem && shown.path === path)) setShown({ questionId: item.id, path })
    },
  }
}
