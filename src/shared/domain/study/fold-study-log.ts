import type { QuestionStatus } from './question-status'
import { Scheduler, type Memory } from './scheduler'
import {
  compareEvents,
  defaultStudySettings,
  type Confidence,
  type Judgement,
  type StudyEvent,
  type StudyEventOf,
  type StudySettings,
} from './study-event'
import { dayMs } from './study-day'

/** What the log says of one question. */
export interface QuestionStudy {
  readonly status: QuestionStatus | undefined
  readonly confidence: Confidence | null
  readonly isStarred: boolean
  readonly ease: Judgement | null
  readonly importance: Judgement | null
  /** Undefined until its first review. */
  readonly memory: Memory | undefined
}

/** A review that counts, with what was expected of it. */
export interface FoldedReview {
  readonly event: StudyEventOf<'review'>
  /** How likely recall was before it, 0 to 1; undefined for a first review. */
  readonly expected: number | undefined
  readonly intervalBeforeDays: number | undefined
}

/** What the whole log says. */
export interface StudyState {
  readonly settings: StudySettings
  readonly scheduler: Scheduler
  readonly questions: ReadonlyMap<string, QuestionStudy>
  /** In order. */
  readonly reviews: readonly FoldedReview[]
  readonly writing: readonly StudyEventOf<'writing'>[]
  readonly sessions: readonly StudyEventOf<'session'>[]
}

export const unstudied: QuestionStudy = {
  status: undefined,
  confidence: null,
  isStarred: false,
  ease: null,
  importance: null,
  memory: undefined,
}

/** A clock may be wrong by this much before its events wait until their time has come. */
const toleratedAheadMs = dayMs

/**
 * Folds the log into what it says. Events may come in any order and more than once; the outcome is the same. Undone
 * events and those of a time more than a day after `now` (epoch milliseconds) don't count.
 */
export function foldStudyLog(log: Iterable<StudyEvent>, now: number): StudyState {
  const events = eventsInOrder(log).filter(({ at }) => at <= now + toleratedAheadMs)
  const undone = new Set(events.flatMap(event => (event.type === 'undo' ? [event.event] : [])))
  const counted = events.filter(({ id }) => !undone.has(id))
  const settings = foldSettings(counted)
  const scheduler = new Scheduler(settings)
  const questions = new Map<string, QuestionStudy>()
  const reviews: FoldedReview[] = []
  for (const event of counted) {
    if (!('question' in event)) continue
    const before = questions.get(event.question) ?? unstudied
    if (event.type === 'review') reviews.push(foldedReview(event, before.memory, scheduler))
    questions.set(event.question, foldEvent(before, event, scheduler))
  }
  return {
    settings,
    scheduler,
    questions,
    reviews,
    writing: counted.filter(event => event.type === 'writing'),
    sessions: counted.filter(event => event.type === 'session'),
  }
}

/** Each event once, in order. Of two that claim one id, the same one counts wherever they are met. */
export function eventsInOrder(log: Iterable<StudyEvent>): StudyEvent[] {
  const byId = new Map<string, StudyEvent>()
  for (const event of log) {
    const other = byId.get(event.id)
    if (other === undefined || (other !== event && JSON.stringify(event) < JSON.stringify(other)))
      byId.set(event.id, event)
  }
  return [...byId.values()].sort(compareEvents)
}

function foldSettings(events: readonly StudyEvent[]): StudySettings {
  const changes = events.flatMap(event => (event.type === 'settings' ? [definedOnly(event.settings)] : []))
  return Object.assign({ ...defaultStudySettings }, ...changes) as StudySettings
}

function foldEvent(
  before: QuestionStudy,
  event: Extract<StudyEvent, { question: string }>,
  scheduler: Scheduler,
): QuestionStudy {
  switch (event.type) {
    case 'status':
      return { ...before, status: event.status }
    case 'confidence':
      return { ...before, confidence: event.confidence }
    case 'star':
      return { ...before, isStarred: event.isStarred }
    case 'judgement':
      return { ...before, ease: event.ease, importance: event.importance }
    case 'review':
      return { ...before, memory: scheduler.next(before.memory, event, event.rating) }
    case 'writing':
      return before
  }
}

function foldedReview(
  event: StudyEventOf<'review'>,
  memory: Memory | undefined,
  scheduler: Scheduler,
): FoldedReview {
  return {
    event,
    expected: memory === undefined ? undefined : scheduler.retrievability(memory, event),
    intervalBeforeDays: memory?.intervalDays,
  }
}

function definedOnly(settings: object): object {
  return Object.fromEntries(Object.entries(settings).filter(([, value]) => value !== undefined))
}
