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
  /** Since when its clock stands still; undefined while it runs. */
  readonly pausedAt?: number | undefined
  /** Milliseconds of the pauses that are over. */
  readonly pausedMs?: number | undefined
  /** Whether its time was up before all was asked and answered, and whether the user has been told. */
  readonly timeUp?: 'untold' | 'told' | undefined
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

/** Ends the question at hand and goes on to the next, or to grading after the last, or when time is up. */
export function endQuestion(
  interview: Interview,
  outcome: InterviewEntry['outcome'],
  now: number,
): Interview {
  const question = currentQuestion(interview)
  if (interview.phase !== 'asking' || question === undefined) return interview
  const running = resume(interview, now)
  const isTimeUp = now >= deadlineOf(running)
  const endedAt = Math.min(now, deadlineOf(running))
  const entry: InterviewEntry = {
    question,
    ms: Math.max(0, endedAt - running.questionStartedAt),
    outcome,
    isFlagged: interview.isFlagged,
    text: interview.text.trim(),
    rating: null,
  }
  const entries = [...interview.entries, entry]
  const next = { ...running, entries, questionStartedAt: endedAt, text: '', isFlagged: false }
  if (isTimeUp) return startGrading({ ...next, timeUp: 'untold' })
  return entries.length < interview.questions.length ? next : startGrading(next)
}

/** Ends it, or finds that time is up: the question at hand counts as far as it is, what was not asked does not. */
export function endAsking(interview: Interview, now: number): Interview {
  if (interview.phase !== 'asking') return interview
  const ended = endQuestion(interview, interview.text.trim() === '' ? 'skipped' : 'answered', now)
  return ended.phase === 'asking' ? startGrading(ended) : ended
}

/** Stops the clock. */
export function pause(interview: Interview, now: number): Interview {
  const isRunning = interview.phase === 'asking' && interview.pausedAt === undefined
  return isRunning && now < deadlineOf(interview) ? { ...interview, pausedAt: now } : interview
}

/** Lets the clock go on; a pause counts as no time. */
export function resume(interview: Interview, now: number): Interview {
  const { pausedAt, pausedMs = 0, questionStartedAt } = interview
  if (pausedAt === undefined) return interview
  const ms = Math.max(0, now - pausedAt)
  return {
    ...interview,
    pausedAt: undefined,
    pausedMs: pausedMs + ms,
    questionStartedAt: questionStartedAt + ms,
  }
}

/** When its time is up, in epoch milliseconds; infinite without a limit. */
function deadlineOf({ plan, startedAt, pausedMs = 0 }: Interview): number {
  return plan.totalMs === null ? Infinity : startedAt + plan.totalMs + pausedMs
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

/** Milliseconds that are left, on its clock; negative when a question took longer. Null without a limit. */
export function timeLeft(
  interview: Interview,
  now: number,
): { readonly total: number | null; readonly question: number | null } {
  const { plan, questionStartedAt } = interview
  const at = interview.pausedAt ?? now
  return {
    total: plan.totalMs === null ? null : deadlineOf(interview) - at,
    question: plan.perQuestionMs === null ? null : questionStartedAt + plan.perQuestionMs - at,
  }
}

/** How many questions were drawn and not asked. */
export function unaskedCount({ questions, entries }: Interview): number {
  return questions.length - entries.length
}
