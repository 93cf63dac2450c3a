import type { QuestionItem, QuestionListView } from '../../shared/contract/question-procedures'
import type { Question } from '../../shared/domain/question-list'
import type { QuestionStatus } from '../../shared/domain/question-status'
import type { NotebookService } from '../notebook/notebook-service'
import type { StudyService } from '../study/study-service'

/** The question lists with what is known of each question. */
export class QuestionService {
  readonly #notebooks: NotebookService
  readonly #study: StudyService

  constructor(notebooks: NotebookService, study: StudyService) {
    this.#notebooks = notebooks
    this.#study = study
  }

  lists(): QuestionListView[] {
    const { notebook } = this.#notebooks
    const statusOf = this.#study.statuses()
    return notebook.lists.map(list => ({
      id: list.id,
      path: list.path,
      title: list.title,
      language: list.language ?? null,
      source: list.source ?? null,
      sections: list.sections.map(section => ({
        number: section.number,
        title: section.title,
        questions: section.questions.map(question => ({
          ...itemOf(question, statusOf(question.id)),
          listId: list.id,
          sectionNumber: section.number,
          notes: notebook.notes.answersOf(question.id),
        })),
      })),
    }))
  }
}

function itemOf(
  question: Question,
  status: QuestionStatus,
): Omit<QuestionItem, 'listId' | 'sectionNumber' | 'notes'> {
  const { id, number, text, hint, body } = question
  return { id, number, text, hint: hint ?? null, body: body ?? null, status, confidence: null, dueAt: null }
}
