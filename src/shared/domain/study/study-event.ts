import { z } from 'zod'
import { questionStatuses } from './question-status'
import { ratings } from './rating'

export const rating = z.literal(ratings)

export const confidence = z.literal([1, 2, 3, 4, 5])
export type Confidence = z.output<typeof confidence>

/** Of 3, as the user judges a question before writing: how easy its answer will be, how much it matters. */
export const judgement = z.literal([1, 2, 3])
export type Judgement = z.output<typeof judgement>

/** How an answer was tried: recalled in the head, written from memory, or in a mock interview. */
export const reviewMode = z.enum(['recall', 'written', 'interview'])
export type ReviewMode = z.output<typeof reviewMode>

/** A day of the calendar: `2027-01-31`. */
export const calendarDay = z.iso.date()

/** What the user has chosen for studying; each event that changes some of it leaves the rest. */
export const studySettings = z.object({
  /** The share of due answers that is to be recalled. */
  retention: z.number().min(0.7).max(0.97),
  /** Whether an answer that was not recalled comes back within minutes. */
  hasSameDaySteps: z.boolean(),
  /** Hour of the clock at which a new day of study begins. */
  dayStartsAt: z.int().min(0).max(12),
  /** Parameters of FSRS from the user's own reviews; null for the defaults. */
  weights: z.array(z.number()).length(21).nullable(),
  /** The day to be ready for. */
  interviewOn: calendarDay.nullable(),
  /** The first day of the plan for that day. */
  planStartedOn: calendarDay.nullable(),
  minutesPerDay: z.int().min(5).max(600),
})
export type StudySettings = z.output<typeof studySettings>
export const studySettingsChange = studySettings.partial()
export type StudySettingsChange = z.output<typeof studySettingsChange>

export const defaultStudySettings: StudySettings = {
  retention: 0.9,
  hasSameDaySteps: false,
  dayStartsAt: 4,
  weights: null,
  interviewOn: null,
  planStartedOn: null,
  minutesPerDay: 30,
}

/** One question of a mock interview, as it went. */
export const interviewEntry = z.object({
  question: z.string(),
  /** Milliseconds spent on it. */
  ms: z.number().min(0),
  outcome: z.enum(['answered', 'skipped']),
  isFlagged: z.boolean(),
  /** What was typed, if anything was. */
  text: z.string(),
  rating: rating.nullable(),
})
export type InterviewEntry = z.output<typeof interviewEntry>

const base = {
  id: z.string().min(1),
  /** Epoch milliseconds. */
  at: z.number(),
  /** Minutes that the clock was ahead of UTC. */
  offset: z.number().min(-1440).max(1440).default(0),
  /** Names the machine that wrote it. */
  device: z.string().default(''),
}
const ofQuestion = { ...base, question: z.string() }

/** One line of the study log. */
export const studyEvent = z.discriminatedUnion('type', [
  z.object({ ...ofQuestion, type: z.literal('status'), status: z.enum(questionStatuses) }),
  z.object({ ...ofQuestion, type: z.literal('confidence'), confidence: confidence.nullable() }),
  z.object({ ...ofQuestion, type: z.literal('star'), isStarred: z.boolean() }),
  z.object({
    ...ofQuestion,
    type: z.literal('judgement'),
    ease: judgement.nullable(),
    importance: judgement.nullable(),
  }),
  z.object({
    ...ofQuestion,
    type: z.literal('review'),
    rating,
    mode: reviewMode,
    /** Milliseconds from the question to the grade; null where nobody measured. */
    ms: z.number().min(0).nullable(),
    /** The session that it belongs to, if any. */
    session: z.string().optional(),
  }),
  z.object({ ...base, type: z.literal('undo'), event: z.string() }),
  z.object({ ...base, type: z.literal('settings'), settings: studySettingsChange }),
  z.object({
    ...ofQuestion,
    type: z.literal('writing'),
    /** Milliseconds of writing at the answer, without pauses. */
    ms: z.number().min(0),
  }),
  z.object({
    ...base,
    type: z.literal('session'),
    kind: z.enum(['interview']),
    startedAt: z.number(),
    /** What drew the questions. */
    seed: z.number(),
    entries: z.array(interviewEntry),
  }),
])
export type StudyEvent = z.output<typeof studyEvent>
export type StudyEventOf<T extends StudyEvent['type']> = Extract<StudyEvent, { type: T }>

/** The order in which events count: by time, then device, then id. */
export function compareEvents(a: StudyEvent, b: StudyEvent): number {
  return a.at - b.at || compareText(a.device, b.device) || compareText(a.id, b.id)
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
