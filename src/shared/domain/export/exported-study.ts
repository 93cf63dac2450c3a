import { eventsInOrder } from '../study/fold-study-log'
import type { StudyEvent } from '../study/study-event'

/** The file of an exported folder that has the study log of its questions. */
export const exportedStudyName = 'answerbook-study.jsonl'

export interface StudyPart {
  /** Whether all of the notebook is exported, so that its settings are too. */
  readonly isWholeNotebook: boolean
  readonly hasQuestion: (id: string) => boolean
}

/**
 * The events that belong to an export, each once, in order. Of a part of the notebook those are what was said of its questions,
 * interviews that asked nothing else, and what takes one of these back.
 */
export function exportedStudy(
  log: readonly StudyEvent[],
  { isWholeNotebook, hasQuestion }: StudyPart,
): StudyEvent[] {
  const events = eventsInOrder(log)
  if (isWholeNotebook) return events
  const own = events.filter(event => isOfQuestions(event, hasQuestion))
  const ids = new Set(own.map(({ id }) => id))
  return events.filter(event => ids.has(event.type === 'undo' ? event.event : event.id))
}

/**
 * The events of `exported` that a log lacks. Settings are left where the log has some that the export doesn't know, since they
 * would be those of another notebook.
 */
export function lackingStudy(log: readonly StudyEvent[], exported: readonly StudyEvent[]): StudyEvent[] {
  const known = new Set(log.map(({ id }) => id))
  const given = new Set(exported.map(({ id }) => id))
  const hasOwnSettings = log.some(({ id, type }) => type === 'settings' && !given.has(id))
  return eventsInOrder(exported).filter(
    ({ id, type }) => !known.has(id) && !(hasOwnSettings && type === 'settings'),
  )
}

function isOfQuestions(event: StudyEvent, hasQuestion: (id: string) => boolean): boolean {
  if (event.type === 'session') return event.entries.every(({ question }) => hasQuestion(question))
  return 'question' in event && hasQuestion(event.question)
}
