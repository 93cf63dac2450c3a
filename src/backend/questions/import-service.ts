import { AppError, isAppError } from '../../shared/contract/app-error'
import type { ImportDone, ImportPreview, ImportReport } from '../../shared/contract/question-procedures'
import { formatQuestionList } from '../../shared/domain/import/format-question-list'
import type { ImportedQuestionList, ImportWarning } from '../../shared/domain/import/imported-question-list'
import { isReservedOnWindows } from '../../shared/domain/file-names'
import { toNewListId } from '../../shared/domain/list-id'
import { parseQuestionList } from '../../shared/domain/parse-question-list'
import type { QuestionId } from '../../shared/domain/question-id'
import type { NotebookService } from '../notebook/notebook-service'
import type { OpenNotebook } from '../notebook/open-notebook'
import type { NoteService } from '../notes/note-service'
import { seemsEditionOf } from './edition-service'
import type { CreatedNote, ListChange, ListChanges } from './list-changes'
import { readImportFile, type ImportFile } from './read-import-file'
import { whileNamesAreTaken } from '../files/while-names-are-taken'

interface PlannedImport {
  readonly list: ImportedQuestionList
  readonly id: string
  readonly text: string
}

/** Adds question lists to the notebook. */
export class ImportService {
  readonly #notebooks: NotebookService
  readonly #notes: NoteService
  readonly #changes: ListChanges

  constructor(notebooks: NotebookService, notes: NoteService, changes: ListChanges) {
    this.#notebooks = notebooks
    this.#notes = notes
    this.#changes = changes
  }

  /** What an import would do; nothing is written. */
  async preview(files: readonly ImportFile[], listId: string | undefined): Promise<ImportPreview> {
    const planned = await plan(this.#notebooks.notebook, files, listId)
    const outlines = planned.map(({ list }) =>
      list.sections.map(section => ({
        title: section.title,
        questions: section.questions.map(({ text, answer }) => ({ text, hasAnswer: answer !== undefined })),
      })),
    )
    const editionOf = planned.map(({ list }) => seemsEditionOf(this.#notebooks.notebook, list) ?? null)
    return { ...reportOf(planned), editionOf, outlines }
  }

  /** Adds the lists, and their answers as notes; a failure takes back what was added. */
  async import(
    files: readonly ImportFile[],
    listId: string | undefined,
    clientId: string,
  ): Promise<ImportDone> {
    const { notebook } = this.#notebooks
    notebook.assertWritable()
    const before = notebook.lists
    const { planned, created } = await whileNamesAreTaken(
      () => this.#write({ files, listId }, clientId),
      // An id that was asked for is not another one the next time.
      error => listId === undefined && isAppError(error) && error.code === 'questions/list-exists',
    )
    this.#notebooks.listsChanged(notebook, before, clientId)
    const paths = planned.map(({ id }) => `questions/${id}.md`)
    const lists = notebook.lists.flatMap(({ path, hash }): ListChange[] =>
      paths.includes(path) ? [{ kind: 'made', path, hash }] : [],
    )
    return { ...reportOf(planned), undoId: this.#changes.remember({ lists, created }) }
  }

  /** All of it, or nothing. */
  async #write(
    { files, listId }: { readonly files: readonly ImportFile[]; readonly listId: string | undefined },
    clientId: string,
  ): Promise<{ planned: readonly PlannedImport[]; created: readonly CreatedNote[] }> {
    const { notebook } = this.#notebooks
    await notebook.loadLists()
    const planned = await plan(notebook, files, listId)
    const undo: (() => Promise<unknown>)[] = []
    const created: CreatedNote[] = []
    try {
      for (const { id, text } of planned) {
        await notebook.listStore.create(id, text)
        undo.push(() => notebook.listStore.remove(id))
      }
      await notebook.loadLists()
      for (const item of planned) {
        for await (const note of this.#addAnswers(item, clientId)) {
          created.push(note)
          undo.push(() => this.#notes.discard(note.path, clientId))
        }
      }
      return { planned, created }
    } catch (error) {
      for (const step of undo.reverse()) await step().catch(() => undefined)
      await notebook.loadLists()
      throw error
    }
  }

  async *#addAnswers({ list, id, text }: PlannedImport, clientId: string): AsyncGenerator<CreatedNote> {
    const written = parseQuestionList(text, `${id}.md`).sections.flatMap(section => section.questions)
    const imported = list.sections.flatMap(section => section.questions)
    for (const [index, { answer }] of imported.entries()) {
      const question = written[index]
      if (answer === undefined || answer.trim() === '' || question === undefined) continue
      yield await this.#notes.createAnswer({ questionId: question.id, text: `${answer.trim()}\n` }, clientId)
    }
  }
}

async function plan(
  notebook: OpenNotebook,
  files: readonly ImportFile[],
  listId: string | undefined,
): Promise<PlannedImport[]> {
  const takenIds = new Set([...notebook.questions()].map(({ question }) => question.id as string))
  const takenLists = new Set(notebook.lists.map(({ id }) => id.toLowerCase()))
  for (const name of await notebook.listStore.takenNames()) takenLists.add(name.slice(0, -'.md'.length))
  return files.map((file, index) => {
    const list = readImportFile(file)
    const id = chooseListId(
      { list, file, wanted: files.length > 1 && index > 0 ? undefined : listId },
      takenLists,
    )
    takenLists.add(id.toLowerCase())
    const text = formatQuestionList({ ...list, id }, takenIds)
    const written = parseQuestionList(text, `${id}.md`).sections.flatMap(section => section.questions)
    for (const question of written) takenIds.add(question.id)
    const warnings = [...list.warnings, ...otherIds(list, written)]
    return { list: { ...list, warnings }, id, text }
  })
}

const mostIdsNamed = 5

/** Links to an id lead elsewhere when its question got another one. */
function otherIds(
  list: ImportedQuestionList,
  written: readonly { readonly id: QuestionId }[],
): ImportWarning[] {
  const changed = list.sections
    .flatMap(section => section.questions)
    .flatMap(({ id, line }, index) => {
      const now = written[index]?.id
      return id === undefined || now === undefined || id === now ? [] : [{ line, words: `${id} → ${now}` }]
    })
  const [first] = changed
  if (first === undefined) return []
  const named = changed.slice(0, mostIdsNamed).map(({ words }) => words)
  const ids = [...named, ...(changed.length > mostIdsNamed ? ['…'] : [])].join(', ')
  const count = changed.length
  const what = count === 1 ? '1 question got another id' : `${count} questions got other ids`
  const message = `${what}, because theirs are taken or can't be ids: ${ids}`
  return [{ line: first.line, message, code: 'other-ids', values: { count, ids } }]
}

function chooseListId(
  { list, file, wanted }: { list: ImportedQuestionList; file: ImportFile; wanted: string | undefined },
  taken: ReadonlySet<string>,
): string {
  if (wanted !== undefined) {
    const suggestion = toNewListId(wanted)
    const reason = isReservedOnWindows(wanted) ? 'reserved' : 'characters'
    if (suggestion !== wanted) throw new AppError('questions/bad-list-id', { id: wanted, reason, suggestion })
    if (taken.has(wanted.toLowerCase())) throw new AppError('questions/list-exists', { id: wanted })
    return wanted
  }
  const base = toNewListId(list.id ?? file.name.replace(/\.[^.]*$/, '')).toLowerCase()
  for (let count = 1; ; count += 1) {
    const id = count === 1 ? base : `${base}-${count}`
    if (!taken.has(id.toLowerCase())) return id
  }
}

function reportOf(planned: readonly PlannedImport[]): ImportReport {
  return {
    lists: planned.map(({ list, id }) => {
      const questions = list.sections.flatMap(section => section.questions)
      return {
        id,
        title: list.title,
        sections: list.sections.map(({ title, questions: { length } }) => ({ title, questions: length })),
        questions: questions.length,
        answers: questions.filter(question => question.answer !== undefined).length,
        warnings: list.warnings.map(warning => ({ ...warning })),
      }
    }),
  }
}
