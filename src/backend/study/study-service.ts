import type { StudyMarks } from '../../shared/contract/study-procedures'
import type { Memory } from '../../shared/domain/study/scheduler'
import { calendarOfDay, studyDay } from '../../shared/domain/study/study-day'
import { effectiveStatus, type QuestionStatus } from '../../shared/domain/study/question-status'
import type {
  Confidence,
  Judgement,
  StudySettings,
  StudySettingsChange,
} from '../../shared/domain/study/study-event'
import type { NotebookService } from '../notebook/notebook-service'
import type { BackendPorts } from '../ports'
import { storeQuestionId } from '../questions/store-question-id'
import type { NewStudyEvent, StudyLog } from './study-log'

/** A question with what is known of it. */
export interface StudiedQuestion extends StudyMarks {
  readonly id: string
  readonly memory: Memory | undefined
}

/** What the user says of questions, and how studying is set. */
export class StudyService {
  readonly #notebooks: NotebookService
  readonly #ports: BackendPorts
  readonly #log: StudyLog

  constructor(notebooks: NotebookService, log: StudyLog, ports: BackendPorts) {
    this.#notebooks = notebooks
    this.#log = log
    this.#ports = ports
  }

  /** A function that gives the marks of a question as they are now. */
  marks(): (questionId: string) => StudyMarks {
    const { notebook } = this.#notebooks
    const { questions, scheduler } = this.#log.state()
    const now = this.#log.now()
    return id => {
      const study = questions.get(id)
      const hasText = notebook.notes.answersOf(id).some(path => notebook.notes.get(path)?.hasText === true)
      const memory = study?.memory
      return {
        status: effectiveStatus(study?.status, hasText),
        confidence: study?.confidence ?? null,
        isStarred: study?.isStarred ?? false,
        ease: study?.ease ?? null,
        importance: study?.importance ?? null,
        dueAt: memory?.dueAt ?? null,
        isDue: memory !== undefined && scheduler.isDue(memory, now),
      }
    }
  }

  /** All questions in order, with what is known of each. */
  questions(): StudiedQuestion[] {
    const marksOf = this.marks()
    const { questions } = this.#log.state()
    return [...this.#notebooks.notebook.questions()].map(({ question: { id } }) => ({
      id,
      ...marksOf(id),
      memory: questions.get(id)?.memory,
    }))
  }

  settings(): StudySettings {
    return this.#log.state().settings
  }

  /** A new date begins a new plan, today. */
  async updateSettings(settings: StudySettingsChange, clientId: string | null): Promise<StudySettings> {
    const { interviewOn } = settings
    const before = this.settings()
    const isNewDate = interviewOn !== undefined && interviewOn !== before.interviewOn
    const today = calendarOfDay(studyDay(this.#log.now(), before.dayStartsAt))
    const plan = isNewDate ? { planStartedOn: interviewOn === null ? null : today } : {}
    await this.#log.append([{ type: 'settings', settings: { ...plan, ...settings } }], clientId)
    return this.settings()
  }

  async setStatus(question: string, status: QuestionStatus, clientId: string | null): Promise<void> {
    await this.#add(question, { type: 'status', question, status }, clientId)
  }

  async setConfidence(
    question: string,
    confidence: Confidence | null,
    clientId: string | null,
  ): Promise<void> {
    await this.#add(question, { type: 'confidence', question, confidence }, clientId)
  }

  async setStar(question: string, isStarred: boolean, clientId: string | null): Promise<void> {
    await this.#add(question, { type: 'star', question, isStarred }, clientId)
  }

  async setJudgement(
    question: string,
    judgement: { ease: Judgement | null; importance: Judgement | null },
    clientId: string | null,
  ): Promise<void> {
    await this.#add(question, { type: 'judgement', question, ...judgement }, clientId)
  }

  /** Notes that `ms` milliseconds were spent writing at an answer. */
  async logWriting(question: string, ms: number, clientId: string | null): Promise<void> {
    await this.#add(question, { type: 'writing', question, ms }, clientId)
  }

  /**
   * Moves a question to draft at its first text; a status that it has already stays. A failure is only logged:
   * the text is safe, and `marks` says draft anyway.
   */
  async startDraft(questionId: string, clientId: string): Promise<void> {
    const { status } = this.#log.question(questionId)
    if (status !== undefined && status !== 'not started') return
    await this.setStatus(questionId, 'draft', clientId).catch((error: unknown) => {
      this.#ports.log('error', `the status of ${questionId} could not be logged`, error)
    })
  }

  async #add(questionId: string, event: NewStudyEvent, clientId: string | null): Promise<void> {
    await storeQuestionId(this.#notebooks, questionId)
    await this.#log.append([event], clientId)
  }
}
