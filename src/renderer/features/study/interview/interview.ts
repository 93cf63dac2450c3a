import type { Rating } from '../../../../shared/domain/study/rating'
import type { InterviewEntry } from '../../../../shared/domain/study/study-event'

/** What the user chose before it began. */
export interface InterviewPlan {
  readonly mode: 'typed' | 'spoken'
  /** For all questions together; null for no limit. */
  readonly totalMs: number | null
  /** For each question; it is shown and not enforced. Null for no limit. */
  readonly perQuestionMs: number | null
}

/** A mock interview as far as it is. Times are epoch milliseconds. */
export interface Interview {
  readonly notebookId: string
  readonly plan: InterviewPlan
  readonly seed: number
  readonly questions: readonly string[]
  readonly startedAt: number
  /** Asking goes on while there are fewer entries than questions and there is time. */
  readonly entries: readonly InterviewEntry[]
  readonly questionStartedAt: number
  readonly text: string
  readonly isFlagged: boolean
  readonly phase: 'asking' | 'grading' | 'done'
  /** Which entry is being graded. */
  readonly gradeAt: number
  /** The event that keeps it in the study log, once it is there. */
  readonly event: string | null
}

export function startInterview(
  drawn: { readonly seed: number; readonly questions: readonly string[] },
  plan: InterviewPlan,
  notebookId: string,
  now: number,
): Interview {
  return {
    notebookId,
    plan,
    seed: drawn.seed,
    questions: drawn.questions,
    startedAt: now,
    entries: [],
    questionStartedAt: now,
    text: '',
    isFlagged: false,
    phase: 'asking',
    gradeAt: 0,
    event: null,
  }
}

/** The question at hand; undefined once all were asked. */
export function currentQuestion({ phase, questions, entries, gradeAt }: Interview): string | undefined {
  if (phase === 'asking') return questions[entries.length]
  return phase === 'grading' ? entries[gradeAt]?.question : undefined
}

/** Ends the question at hand and goes on to the next, or to grading after the last. */
export function endQuestion(
  interview: Interview,
  outcome: InterviewEntry['outcome'],
  now: number,
): Interview {
  const question = currentQuestion(interview)
  if (interview.phase !== 'asking' || question === undefined) return interview
  const entry: InterviewEntry = {
    question,
    ms: Math.max(0, now - interview.questionStartedAt),
    outcome,
    isFlagged: interview.isFlagged,
    text: interview.text.trim(),
    rating: null,
  }
  const entries = [...interview.entries, entry]
  const next = { ...interview, entries, questionStartedAt: now, text: '', isFlagged: false }
  return entries.length < interview.questions.length ? next : startGrading(next)
}

/** Time is up: the question at hand counts as far as it is, what was not asked does not. */
export function endAsking(interview: Interview, now: number): Interview {
  if (interview.phase !== 'asking') return interview
  const ended = endQuestion(interview, interview.text.trim() === '' ? 'skipped' : 'answered', now)
  return ended.phase === 'asking' ? startGrading(ended) : ended
}

function startGrading(interview: Interview): Interview {
  return { ...interview, phase: 'grading', gradeAt: 0 }
}

/** Grades the entry at hand, or leaves it without a grade; after the last one it is done. */
export function gradeEntry(interview: Interview, rating: Rating | null): Interview {
  if (interview.phase !== 'grading') return interview
  const entries = interview.entries.map((entry, at) =>
    at === interview.gradeAt ? { ...entry, rating } : entry,
  )
  const gradeAt = interview.gradeAt + 1
  return { ...interview, entries, gradeAt, phase: gradeAt < entries.length ? 'grading' : 'done' }
}

/** Goes back to the entry before, to grade it anew; also from the end, as long as nothing is kept. */
export function backToEntryBefore(interview: Interview): Interview {
  if (interview.event !== null || interview.phase === 'asking' || interview.gradeAt === 0) return interview
  return { ...interview, phase: 'grading', gradeAt: interview.gradeAt - 1 }
}

/** Milliseconds that are left; negative when it took longer. Null without a limit. */
export function timeLeft(
  { plan, startedAt, questionStartedAt }: Interview,
  now: number,
): { readonly total: number | null; readonly question: number | null } {
  return {
    total: plan.totalMs === null ? null : startedAt + plan.totalMs - now,
    question: plan.perQuestionMs === null ? null : questionStartedAt + plan.perQuestionMs - now,
  }
}
