/** How far an answer is. */
export const questionStatuses = ['not started', 'draft', 'answered'] as const
export type QuestionStatus = (typeof questionStatuses)[number]

/** A question is a draft from the first text on, also when another program wrote the note. */
export function effectiveStatus(logged: QuestionStatus | undefined, hasAnswerText: boolean): QuestionStatus {
  return logged ?? (hasAnswerText ? 'draft' : 'not started')
}
