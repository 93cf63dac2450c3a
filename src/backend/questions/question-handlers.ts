import type { AnswerbookHandlers } from '../../shared/contract/contract'
import type { questionProcedures } from '../../shared/contract/question-procedures'
import type { StudyService } from '../study/study-service'
import type { ImportService } from './import-service'
import type { QuestionService } from './question-service'

/** The contract's `questions.*`. */
export function createQuestionHandlers(
  questions: QuestionService,
  study: StudyService,
  imports: ImportService,
): Pick<AnswerbookHandlers, keyof typeof questionProcedures> {
  return {
    'questions.lists': async () => questions.lists(),
    'questions.setStatus': async ({ id, status }, { clientId }) => {
      await study.setStatus(id, status, clientId)
      return {}
    },
    'questions.previewImport': async ({ files, listId }) => imports.preview(files.map(toBytes), listId),
    'questions.import': async ({ files, listId }, { clientId }) =>
      imports.import(files.map(toBytes), listId, clientId),
  }
}

function toBytes({ name, base64 }: { name: string; base64: string }): { name: string; bytes: Uint8Array } {
  return { name, bytes: Buffer.from(base64, 'base64') }
}
