import { z } from 'zod'
import { questionStatuses } from '../domain/study/question-status'
import {
  calendarDay,
  confidence,
  interviewEntry,
  judgement,
  rating,
  reviewMode,
  studySettings,
  studySettingsChange,
} from '../domain/study/study-event'
import { command, query } from './define'

/** What the study log says of a question, as it is now. */
export const studyMarks = z.object({
  status: z.enum(questionStatuses),
  confidence: confidence.nullable(),
  isStarred: z.boolean(),
  /** As the user judged it before writing. */
  ease: judgement.nullable(),
  importance: judgement.nullable(),
  /** Epoch milliseconds; null before its first review. */
  dueAt: z.number().nullable(),
  isDue: z.boolean(),
})
export type StudyMarks = z.output<typeof studyMarks>

/** Why a question is in today's reviews: again on the same day, due, for the date, ahead of time, never tried. */
export const reviewReason = z.enum(['again', 'due', 'target', 'ahead', 'new'])
export type ReviewReason = z.output<typeof reviewReason>

export const queuedReview = z.object({
  id: z.string(),
  reason: reviewReason,
  /** How likely recall is now, 0 to 1; null for what was never tried. */
  retrievability: z.number().nullable(),
})
export type QueuedReview = z.output<typeof queuedReview>

export const todayView = z.object({
  day: calendarDay,
  /** In the order in which they are best done; answers that were never tried are among them. */
  reviews: z.array(queuedReview),
  /** Whether they are chosen for a date; what is due then is something else. */
  isForDate: z.boolean(),
  /** Questions to write an answer to, drafts first. */
  writes: z.array(z.string()),
  /** Epoch milliseconds at which the next answer comes back, if none is due. */
  nextDueAt: z.number().nullable(),
  /** Epoch milliseconds at which the next day of study begins. */
  nextDayAt: z.number(),
  done: z.object({ reviews: z.number(), reviewMs: z.number(), writingMs: z.number() }),
})
export type TodayView = z.output<typeof todayView>

const range = z.object({ mean: z.number(), low: z.number(), high: z.number() })

/** The plan for the day of the interview, as it is today. */
export const studyPlan = z.object({
  interviewOn: calendarDay,
  /** Days of study until then, without today's night; 0 on the day itself. */
  daysLeft: z.int(),
  /** The day of the plan, from 1, and how many it has. */
  day: z.int(),
  days: z.int(),
  /** Recall below this is reviewed today, 0 to 1. */
  bar: z.number(),
  pace: z.object({
    /** Minutes. */
    write: z.number(),
    review: z.number(),
    lapse: z.number(),
    /** How many answers and reviews they were measured on; 0 where the usual time stands in. */
    writesMeasured: z.int(),
    reviewsMeasured: z.int(),
  }),
  minutes: z.object({ perDay: z.number(), doneToday: z.number() }),
  /** Ids, in the order in which they are best done; what does not fit into today's minutes is not among them. */
  today: z.object({
    reviews: z.array(z.string()),
    writes: z.array(z.string()),
    ahead: z.array(z.string()),
    /** Of all three together. */
    minutes: z.number(),
  }),
  /** By a simulation of the days that are left: answers that are written, and that are recalled on the day. */
  forecast: z.object({ runs: z.int(), questions: z.int(), written: range, recalled: range }),
  /** Questions that can't be written by then at this pace: the last ones in the order of writing. */
  leaveOut: z.array(z.string()),
})
export type StudyPlan = z.output<typeof studyPlan>

/** How far studying has come; days are calendar days, shares 0 to 1. */
export const studyProgress = z.object({
  day: calendarDay,
  questions: z.int(),
  answered: z.int(),
  drafts: z.int(),
  due: z.int(),
  sections: z.array(
    z.object({
      listId: z.string(),
      number: z.int(),
      title: z.string(),
      questions: z.int(),
      answered: z.int(),
      drafts: z.int(),
      due: z.int(),
      confidence: z.number().nullable(),
      recall: z.number().nullable(),
    }),
  ),
  /** Today and the 29 days after it. */
  dueForecast: z.array(z.object({ day: calendarDay, answers: z.int() })),
  activity: z.array(z.object({ day: calendarDay, reviews: z.int(), minutes: z.number() })),
  streak: z.object({ current: z.int(), longest: z.int() }),
  retention: z.object({
    target: z.number(),
    weeks: z.array(
      z.object({ from: calendarDay, reviews: z.int(), recalled: z.number(), expected: z.number() }),
    ),
  }),
  time: z.object({ reviewMinutes: z.number(), writingMinutes: z.number(), interviews: z.int() }),
  weakest: z.array(z.object({ id: z.string(), recall: z.number(), lapses: z.int() })),
})
export type StudyProgress = z.output<typeof studyProgress>

/** What fitting the scheduling to the user's own reviews would bring. */
export const optimisation = z.discriminatedUnion('outcome', [
  /** Reviews count that came a day or more after another one of the same answer. */
  z.object({ outcome: z.literal('tooFew'), reviews: z.int(), needed: z.int() }),
  z.object({
    outcome: z.enum(['better', 'notBetter']),
    reviews: z.int(),
    /** The latest ones, which nothing was fitted to and by which both are judged. */
    heldOut: z.int(),
    /** Mean log loss of the defaults and of `weights` on those; less is better. */
    lossBefore: z.number(),
    lossAfter: z.number(),
    /** For `settings.weights`. */
    weights: z.array(z.number()).length(21),
  }),
])
export type Optimisation = z.output<typeof optimisation>

/** What a rating would lead to. */
export const reviewOutcome = z.object({
  rating,
  dueAt: z.number(),
  /** 0 when it comes back on the same day. */
  intervalDays: z.number(),
})
export type ReviewOutcome = z.output<typeof reviewOutcome>

/** A term of an answer that tells much of it. */
export const keyTerm = z.object({
  /** As the answer spells it. */
  words: z.string(),
  /** How much it tells: the logarithm of how often it occurs in the answer, times how rare it is in the notebook. */
  weight: z.number(),
  isRecalled: z.boolean(),
})
export type KeyTerm = z.output<typeof keyTerm>

/** A stretch of a text that the other one has too, or lacks. */
export const comparedPiece = z.object({ text: z.string(), isMissing: z.boolean() })
export type ComparedPiece = z.output<typeof comparedPiece>

export const answerComparison = z.object({
  /** The answer without Markdown. */
  own: z.array(comparedPiece),
  written: z.array(comparedPiece),
  /** The heaviest first. */
  terms: z.array(keyTerm),
})
export type AnswerComparison = z.output<typeof answerComparison>

/** A mock interview that is kept in the study log. */
export const keptInterview = z.object({
  /** Names it, for `study.undo`. */
  event: z.string(),
  /** Epoch milliseconds. */
  startedAt: z.number(),
  seed: z.number(),
  entries: z.array(interviewEntry),
})
export type KeptInterview = z.output<typeof keptInterview>

const id = z.string().min(1)
const done = z.object({})

export const studyProcedures = {
  'study.today': query(z.object({}), todayView),
  /** Answers that were reviewed, but not today, and are not to be reviewed now; the most likely forgotten first. */
  'study.ahead': query(z.object({}), z.array(queuedReview)),
  /** Null without a date, or when it is past. */
  'study.plan': query(z.object({}), studyPlan.nullable()),
  'study.progress': query(z.object({}), studyProgress),
  'study.settings': query(z.object({}), studySettings),
  /** Changes nothing; weights that are better are taken by `study.updateSettings`. */
  'study.optimise': query(z.object({}), optimisation),
  'study.updateSettings': command(studySettingsChange, studySettings),
  'study.setConfidence': command(z.object({ id, confidence: confidence.nullable() }), done),
  'study.setStar': command(z.object({ id, isStarred: z.boolean() }), done),
  'study.setJudgement': command(
    z.object({ id, ease: judgement.nullable(), importance: judgement.nullable() }),
    done,
  ),
  /** Time spent writing at an answer, in milliseconds without pauses. */
  'study.logWriting': command(z.object({ id, ms: z.number().min(0).max(86_400_000) }), done),
  'study.preview': query(z.object({ id }), z.object({ outcomes: z.array(reviewOutcome) })),
  /** What an answer in the notebook has, and which of its key terms a text written from memory has too. */
  'study.compare': query(
    z.object({ path: z.string(), written: z.string().max(1_000_000) }),
    answerComparison,
  ),
  'study.review': command(
    z.object({ id, rating, mode: reviewMode, ms: z.number().min(0).nullable() }),
    z.object({ event: z.string(), outcome: reviewOutcome }),
  ),
  /** Takes a review back, or a whole session with its reviews. */
  'study.undo': command(z.object({ event: z.string() }), done),
  /** Draws the questions of a mock interview; the same seed draws the same ones. */
  'study.drawInterview': query(
    z.object({
      count: z.int().min(1).max(200),
      /** Questions to draw from; null for all. */
      from: z.array(z.string()).nullable(),
      seed: z.int().nullable(),
    }),
    z.object({ seed: z.int(), questions: z.array(z.string()) }),
  ),
  /** Those in the study log, the latest first. */
  'study.interviews': query(z.object({}), z.array(keptInterview)),
  'study.finishInterview': command(
    z.object({ startedAt: z.number(), seed: z.int(), entries: z.array(interviewEntry).min(1).max(200) }),
    z.object({ event: z.string() }),
  ),
} as const
