import { effectiveStatus, foldStatuses, type QuestionStatus } from '../../shared/domain/question-status'
import type { NotebookService } from '../notebook/notebook-service'
import type { BackendPorts } from '../ports'
import { storeQuestionId } from '../questions/store-question-id'

/** What the user has done with questions, from the study log. */
export class StudyService {
  readonly #notebooks: NotebookService
  readonly #ports: BackendPorts

  constructor(notebooks: NotebookService, ports: BackendPorts) {
    this.#notebooks = notebooks
    this.#ports = ports
  }

  /** A function that gives the status of a question as it is now. */
  statuses(): (questionId: string) => QuestionStatus {
    const { notebook } = this.#notebooks
    const logged = foldStatuses(notebook.studyEvents)
    return id => {
      const hasText = notebook.notes.answersOf(id).some(path => notebook.notes.get(path)?.hasText === true)
      return effectiveStatus(logged.get(id), hasText)
    }
  }

  async setStatus(questionId: string, status: QuestionStatus, clientId: string | null): Promise<void> {
    await storeQuestionId(this.#notebooks, questionId)
    const { notebook } = this.#notebooks
    const event = {
      id: this.#ports.newId(),
      at: this.#ports.now(),
      type: 'status',
      question: questionId,
      status,
    }
    await notebook.writes.run('study/', async () => {
      await notebook.studyStore.append(event)
      notebook.studyEvents = [...notebook.studyEvents, event]
    })
    this.#notebooks.questionsChanged(clientId)
  }

  /**
   * Moves a question to draft at its first text; a status that it has already stays. A failure is only logged:
   * the text is safe, and `statuses` says draft anyway.
   */
  async startDraft(questionId: string, clientId: string): Promise<void> {
    const logged = foldStatuses(this.#notebooks.notebook.studyEvents).get(questionId)
    if (logged !== undefined && logged !== 'not started') return
    await this.setStatus(questionId, 'draft', clientId).catch((error: unknown) => {
      this.#ports.log('error', `the status of ${questionId} could not be logged`, error)
    })
  }
}
