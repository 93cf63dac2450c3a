/** How far an answer is. */
export type QuestionStatus = 'not started' | 'draft' | 'answered'

/** What the study log says about statuses; other events are passed over. */
export interface StatusEvent {
  readonly type: string
  readonly question?: string | undefined
  readonly status?: string | undefined
}

/** The last status that the log gives each question; `events` are in order. */
export function foldStatuses(events: Iterable<StatusEvent>): Map<string, QuestionStatus> {
  const statuses = new Map<string, QuestionStatus>()
  for (const { type, question, status } of events) {
    if (type === 'status' && question !== undefined && isQuestionStatus(status))
      statuses.set(question, status)
  }
  return statuses
}

/** A question is a draft from the first text on, also when another program wrote the note. */
export function effectiveStatus(logged: QuestionStatus | undefined, hasAnswerText: boolean): QuestionStatus {
  return logged ?? (hasAnswerText ? 'draft' : 'not started')
}

function isQuestionStatus(value: unknown): value is QuestionStatus {
  return value === 'not started' || value === 'draft' || value === 'answered'
}
