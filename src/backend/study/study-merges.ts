import { questionStatuses, type QuestionStatus } from '../../shared/domain/study/question-status'
import type { StudyEvent, StudyEventOf } from '../../shared/domain/study/study-event'
import type { NewStudyEvent, StudyLog } from './study-log'
import type { StudiedQuestion, StudyService } from './study-service'

/** What the log got when a question took over what was known of another one. */
export interface StudyMerge {
  readonly added: readonly StudyEvent[]
  /** The reviews that it took over, as they were. */
  readonly reviews: readonly StudyEventOf<'review'>[]
}

/** Hands what the log says of a question over to another one, and back; the log only grows. */
export class StudyMerges {
  readonly #log: StudyLog
  readonly #study: StudyService

  constructor(log: StudyLog, study: StudyService) {
    this.#log = log
    this.#study = study
  }

  /**
   * `into` gets the further status of both, the star of either, and what was not said of it. Its own reviews count, or
   * else those of `id`, at the times when they were made.
   *
   * @throws AppError `notebook/read-only`, `storage/…`.
   */
  async merge({ id, into }: { id: string; into: string }, clientId: string): Promise<StudyMerge> {
    const studied = this.#study.questions()
    const [from, to] = [studied.find(each => each.id === id), studied.find(each => each.id === into)]
    if (from === undefined || to === undefined) return { added: [], reviews: [] }
    const takesReviews = to.memory === undefined
    const reviews = this.#log
      .state()
      .reviews.flatMap(({ event }) => (takesReviews && event.question === id ? [event] : []))
    return {
      added: await this.#append([...marksOfBoth(from, to), ...moved(reviews, into)], clientId),
      reviews,
    }
  }

  /** What was said since then of the question that took over stays with it. @throws as `merge`. */
  async takeBack({ added, reviews }: StudyMerge, clientId: string): Promise<void> {
    const taken = added
      .filter(({ type }) => type !== 'undo')
      .map((event): NewStudyEvent => ({ type: 'undo', event: event.id }))
    await this.#append([...taken, ...reviews.map(again)], clientId)
  }

  async #append(events: readonly NewStudyEvent[], clientId: string): Promise<StudyEvent[]> {
    return events.length === 0 ? [] : this.#log.append(events, clientId)
  }
}

function marksOfBoth(from: StudiedQuestion, to: StudiedQuestion): NewStudyEvent[] {
  const question = to.id
  const isReviewed = from.memory !== undefined && to.memory === undefined
  const [first, second] = isReviewed ? [from, to] : [to, from]
  const status = further(from.status, to.status)
  const confidence = first.confidence ?? second.confidence
  const ease = first.ease ?? second.ease
  const importance = first.importance ?? second.importance
  return [
    ...(status === to.status ? [] : [{ type: 'status', question, status } as const]),
    ...(confidence === to.confidence ? [] : [{ type: 'confidence', question, confidence } as const]),
    ...(from.isStarred && !to.isStarred ? [{ type: 'star', question, isStarred: true } as const] : []),
    ...(ease === to.ease && importance === to.importance
      ? []
      : [{ type: 'judgement', question, ease, importance } as const]),
  ]
}

function further(one: QuestionStatus, other: QuestionStatus): QuestionStatus {
  return questionStatuses.indexOf(one) > questionStatuses.indexOf(other) ? one : other
}

/** Each review counts once: for the question that has it now. */
function moved(reviews: readonly StudyEventOf<'review'>[], into: string): NewStudyEvent[] {
  return reviews.flatMap((review): NewStudyEvent[] => [
    { type: 'undo', event: review.id },
    { ...again(review), question: into },
  ])
}

function again({
  type,
  at,
  offset,
  question,
  rating,
  mode,
  ms,
  session,
}: StudyEventOf<'review'>): Extract<NewStudyEvent, { type: 'review' }> {
  return { type, at, offset, question, rating, mode, ms, ...(session === undefined ? {} : { session }) }
}
