import { AppError } from '../../shared/contract/app-error'
import type { EditionPair, EditionReport } from '../../shared/contract/list-edit-procedures'
import { matchEditions, type EditionMatch } from '../../shared/domain/editions/match-editions'
import { mergeEdition } from '../../shared/domain/editions/merge-edition'
import type {
  ImportedQuestion,
  ImportedQuestionList,
} from '../../shared/domain/import/imported-question-list'
import type { Question, QuestionList } from '../../shared/domain/question-list'
import { storeQuestionIds } from '../../shared/domain/store-question-ids'
import type { NotebookService } from '../notebook/notebook-service'
import type { OpenNotebook } from '../notebook/open-notebook'
import type { NoteService } from '../notes/note-service'
import type { CreatedNote, ListChanges } from './list-changes'
import type { StoredQuestionList } from './question-list-store'
import { readImportFile } from './read-import-file'
import { takenQuestionIds } from './taken-question-ids'

/** This share of a list's questions, found in another one, makes that a newer edition of it. */
const editionShare = 0.5

interface EditionInput {
  readonly file: { readonly name: string; readonly base64: string }
  readonly listId: string
  readonly keep: 'answered' | 'all' | 'none'
}

/** What a newer edition comes to: which questions are the same, and what it reports. */
interface PlannedEdition {
  readonly list: StoredQuestionList
  readonly newer: ImportedQuestionList
  /** By the place of a question among all of the newer edition. */
  readonly ids: ReadonlyMap<number, string>
  readonly isKept: (id: string) => boolean
  readonly report: EditionReport
}

/** Gives lists their newer editions: answers stay with their questions, by id and then by likeness. */
export class EditionService {
  readonly #notebooks: NotebookService
  readonly #notes: NoteService
  readonly #changes: ListChanges

  constructor(notebooks: NotebookService, notes: NoteService, changes: ListChanges) {
    this.#notebooks = notebooks
    this.#notes = notes
    this.#changes = changes
  }

  /** @throws AppError `questions/list-not-found` and as `readImportFile`. */
  preview(input: EditionInput): EditionReport & { hash: string } {
    const { report, list } = plan(this.#notebooks.notebook, input, [])
    return { ...report, hash: list.hash }
  }

  /** @throws AppError `questions/list-not-found`, `questions/list-changed`, `storage/…`, and as `readImportFile`. */
  async import(
    input: EditionInput & { hash: string; choices: readonly { index: number; id: string }[] },
    clientId: string,
  ): Promise<EditionReport & { undoId: string }> {
    const { notebook } = this.#notebooks
    notebook.assertWritable()
    const { list, newer, ids, isKept, report } = plan(notebook, input, input.choices)
    const taken = takenQuestionIds(notebook)
    for (const { id } of questionsOf(list)) taken.delete(id)
    const written = await this.#changes.replace({ path: list.path, hash: input.hash, clientId }, async file =>
      mergeEdition({
        earlier: list,
        earlierText: storeQuestionIds(file.text, file.name, file.others),
        newer,
        ids,
        isKept,
        taken,
      }),
    )
    const created: CreatedNote[] = []
    const undoId = this.#changes.remember({
      lists: [{ kind: 'changed', path: list.path, ...written }],
      created,
    })
    try {
      // Answers go by the list as it is now: were it not read again, they would go to other questions.
      await notebook.loadLists()
      await this.#addAnswers(notebook, { list, newer, ids }, created, clientId)
    } catch (error) {
      for (const { path } of created.splice(0))
        await this.#notes.discard(path, clientId).catch(() => undefined)
      await this.#changes.undo(undoId, clientId)
      throw error
    }
    return { ...report, answers: created.length, undoId }
  }

  /** Answers of the newer edition, for questions that have none. */
  async #addAnswers(
    notebook: OpenNotebook,
    { list: { id: listId }, newer }: Pick<PlannedEdition, 'list' | 'newer' | 'ids'>,
    created: CreatedNote[],
    clientId: string,
  ): Promise<void> {
    const list = notebook.lists.find(({ id }) => id === listId)
    for (const [at, section] of newer.sections.entries()) {
      for (const [index, { answer }] of section.questions.entries()) {
        const question = list?.sections[at]?.questions[index]
        if (answer === undefined || answer.trim() === '' || question === undefined) continue
        if (notebook.notes.answersOf(question.id).length > 0) continue
        const text = `${answer.trim()}\n`
        const { path, hash } = await this.#notes.createAnswer({ questionId: question.id, text }, clientId)
        created.push({ path, hash })
      }
    }
  }
}

/** The list of the notebook that an imported one is a newer edition of: it says so by its id, or most questions are there. */
export function seemsEditionOf(notebook: OpenNotebook, newer: ImportedQuestionList): string | undefined {
  const byId = notebook.lists.find(({ id }) => id.toLowerCase() === newer.id?.toLowerCase())
  if (byId !== undefined) return byId.id
  const shares = notebook.lists.map(list => {
    const { sure } = matchOf(list, newer)
    const size = Math.min(questionsOf(list).length, importedQuestionsOf(newer).length)
    return { id: list.id, share: size === 0 ? 0 : sure.length / size }
  })
  const best = shares.toSorted((a, b) => b.share - a.share)[0]
  return best !== undefined && best.share >= editionShare ? best.id : undefined
}

function plan(
  notebook: OpenNotebook,
  { file, listId, keep }: EditionInput,
  choices: readonly { index: number; id: string }[],
): PlannedEdition {
  const list = notebook.lists.find(({ id }) => id === listId)
  if (list === undefined) throw new AppError('questions/list-not-found', { id: listId })
  const newer = readImportFile({ name: file.name, bytes: Buffer.from(file.base64, 'base64') })
  const [earlierQuestions, newerQuestions] = [questionsOf(list), importedQuestionsOf(newer)]
  const { sure, unsure } = matchOf(list, newer)
  const pairOf = ({ earlier, newer: index, likeness }: EditionMatch['sure'][number]): EditionPair => ({
    index,
    id: earlierQuestions[earlier]?.id ?? '',
    before: earlierQuestions[earlier]?.text ?? '',
    after: newerQuestions[index]?.text ?? '',
    likeness: Math.round(likeness * 100) / 100,
  })
  const asked = unsure.map(pairOf).sort((a, b) => a.index - b.index)
  const chosen = choices.filter(choice =>
    asked.some(({ index, id }) => index === choice.index && id === choice.id),
  )
  const pairs = sure.map(pairOf).sort((a, b) => a.index - b.index)
  const ids = new Map([...pairs, ...chosen].map(({ index, id }) => [index, id]))
  const used = new Set(ids.values())
  const isKept = (id: string): boolean =>
    keep === 'all' || (keep === 'answered' && notebook.notes.answersOf(id).length > 0)
  return {
    list,
    newer,
    ids,
    isKept,
    report: {
      listId,
      title: newer.title,
      same: pairs.filter(({ before, after }) => before === after).length,
      changed: pairs.filter(({ before, after }) => before !== after),
      unsure: asked.filter(({ index }) => !ids.has(index)),
      added: newerQuestions.filter((_, index) => !ids.has(index)).map(({ text }) => text),
      gone: earlierQuestions
        .filter(({ id }) => !used.has(id))
        .map(({ id, text }) => ({ id, text, answers: notebook.notes.answersOf(id), isKept: isKept(id) })),
      answers: newerQuestions.filter(
        ({ answer }, index) =>
          answer !== undefined && notebook.notes.answersOf(ids.get(index) ?? '').length === 0,
      ).length,
      warnings: newer.warnings.map(warning => ({ ...warning })),
    },
  }
}

function matchOf(list: QuestionList, newer: ImportedQuestionList): EditionMatch {
  return matchEditions(questionsOf(list), importedQuestionsOf(newer))
}

function questionsOf({ sections }: QuestionList): Question[] {
  return sections.flatMap(section => section.questions)
}

function importedQuestionsOf({ sections }: ImportedQuestionList): ImportedQuestion[] {
  return sections.flatMap(section => section.questions)
}
