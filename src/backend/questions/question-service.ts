import type { QuestionItem, QuestionListView } from '../../shared/contract/question-procedures'
import type { Question } from '../../shared/domain/question-list'
import type { StudyMarks } from '../../shared/contract/study-procedures'
import type { NoteIndex } from '../notes/note-index'
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
    const marksOf = this.#study.marks()
    return notebook.lists.map(list => ({
      id: list.id,
      path: list.path,
      hash: list.hash,
      title: list.title,
      language: list.language ?? null,
      source: list.source ?? null,
      sections: list.sections.map(section => ({
        number: section.number,
        title: section.title,
        questions: section.questions.map(question => ({
          ...itemOf(question, marksOf(question.id)),
          listId: list.id,
          sectionNumber: section.number,
          notes: notebook.notes.answersOf(question.id),
          tags: tagsOf(notebook.notes, question.id),
        })),
      })),
    }))
  }
}

function itemOf(
  question: Question,
  marks: StudyMarks,
): Omit<QuestionItem, 'listId' | 'sectionNumber' | 'notes' | 'tags'> {
  const { id, number, text, hint, body } = question
  return { id, number, text, hint: hint ?? null, body: body ?? null, ...marks }
}

function tagsOf(notes: NoteIndex, questionId: string): string[] {
  return [...new Set(notes.answersOf(questionId).flatMap(path => notes.get(path)?.tags ?? []))]
}
