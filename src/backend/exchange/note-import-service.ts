import { isAbsolute, resolve, sep } from 'node:path'
import { AppError, isAppError } from '../../shared/contract/app-error'
import type { NoteImportReport } from '../../shared/contract/import-procedures'
import { lackingStudy } from '../../shared/domain/export/exported-study'
import { parseQuestionList } from '../../shared/domain/parse-question-list'
import type { StudyEvent } from '../../shared/domain/study/study-event'
import type { NotebookService } from '../notebook/notebook-service'
import type { OpenNotebook } from '../notebook/open-notebook'
import type { BackendPorts } from '../ports'
import { encodeText, hashOf } from '../files/text-file'
import type { EventHub } from '../event-hub'
import { ImportRun } from './note-import-run'
import { NoteImportUndos, type MadeFile } from './note-import-undos'
import type { FilePort } from '../files/file-port'
import { readExportedFolder, type ExportedFolder } from './read-exported-folder'
import { readNotebookFolder } from './read-notebook-folder'
import { readVault, type VaultFile } from './read-vault'
import { createStepper } from './stepper'
import { isNameTaken } from '../files/storage-error'
import { whileNamesAreTaken } from '../files/while-names-are-taken'

/** Copies notes and what they link to from other folders into the notebook. */
export class NoteImportService {
  readonly #notebooks: NotebookService
  readonly #ports: BackendPorts
  readonly #events: EventHub
  readonly #undos: NoteImportUndos
  #stop: AbortController | undefined

  constructor(notebooks: NotebookService, ports: BackendPorts, events: EventHub) {
    this.#events = events
    this.#notebooks = notebooks
    this.#ports = ports
    this.#undos = new NoteImportUndos(notebooks, ports)
  }

  /**
   * Folders below a given one are kept below `notes/`; what notes link to goes to `attachments/`. Links are changed only
   * where they would no longer lead to their file. Of an exported folder the study log comes too. When a file can't be written, nothing of the import stays. One that is
   * under way is cancelled.
   *
   * @throws AppError `notebook/read-only`, `import/inside-notebook`, `import/too-many-files`, `import/cancelled`, `storage/…`.
   */
  async import(
    paths: readonly string[],
    isDryRun: boolean,
    clientId: string,
  ): Promise<NoteImportReport & { undoId: string | null }> {
    const { notebook } = this.#notebooks
    if (!isDryRun) notebook.assertWritable()
    const given = paths.map(path => givenPath(path, notebook))
    this.cancel()
    const stop = new AbortController()
    this.#stop = stop
    try {
      return await this.#import(notebook, given, { isDryRun, clientId, signal: stop.signal })
    } finally {
      if (this.#stop === stop) this.#stop = undefined
    }
  }

  /** Ends the import that is under way, if one is. */
  cancel(): void {
    this.#stop?.abort()
  }

  async #import(
    notebook: OpenNotebook,
    given: readonly string[],
    { isDryRun, clientId, signal }: { isDryRun: boolean; clientId: string; signal: AbortSignal },
  ): Promise<NoteImportReport & { undoId: string | null }> {
    const step = createStepper(
      signal,
      progress => this.#events.emit('import.progressed', progress),
      () => new AppError('import/cancelled', { path: given[0] ?? '' }),
    )
    const { files, left } = await readVault(this.#ports.files, given, () => step(0, 1))
    const [folder = '', ...others] = given
    const exported = others.length > 0 ? undefined : await readOwnFolder(this.#ports.files, folder, files)
    const study = lackingStudy(notebook.studyEvents, exported?.study ?? [])
    const { report, made } = await whileNamesAreTaken(async () => {
      const lists = exported === undefined ? [] : await newLists(notebook, exported)
      const run = new ImportRun(notebook, this.#ports, {
        files: exported?.files ?? files,
        isExported: exported !== undefined,
        isDryRun,
        step,
      })
      const planned = await run.plan([...left, ...(exported?.left ?? [])])
      const additions = { lists, study, studyName: `import-${this.#ports.newId()}` }
      return {
        report: { ...planned, lists: lists.map(({ path }) => path), studyEvents: study.length },
        made: isDryRun ? undefined : await writeAll(notebook, run, additions),
      }
    }, isPlaceTaken)
    if (made === undefined) return { ...report, undoId: null }
    await this.#tellOf(notebook, made, clientId)
    return { ...report, undoId: this.#undos.remember({ notebook, ...made }) }
  }

  async #tellOf(notebook: OpenNotebook, { lists, study, notes }: Made, clientId: string): Promise<void> {
    const before = notebook.lists
    if (study !== undefined) await notebook.loadStudy()
    if (lists.length > 0) {
      await notebook.loadLists()
      this.#notebooks.listsChanged(notebook, before, clientId)
    } else if (study !== undefined) this.#notebooks.questionsChanged(clientId)
    this.#notebooks.notesChanged(notebook, notes, clientId)
  }

  /** @throws AppError `notebook/read-only`, `storage/…`. */
  async undo(undoId: string, clientId: string): Promise<{ trashed: number; kept: string[] }> {
    return this.#undos.undo(undoId, clientId)
  }
}

/** A notebook, or the folder that one was exported to; undefined for any other. */
async function readOwnFolder(
  port: FilePort,
  folder: string,
  files: readonly VaultFile[],
): Promise<ExportedFolder | undefined> {
  return (await readNotebookFolder(port, folder, files)) ?? (await readExportedFolder(port, folder, files))
}

/** @throws AppError `storage/not-found` for a relative path, `import/inside-notebook`. */
function givenPath(path: string, { info }: OpenNotebook): string {
  if (!isAbsolute(path)) throw new AppError('storage/not-found', { path })
  const absolute = resolve(path)
  const isInside =
    absolute === info.path || absolute.startsWith(info.path + sep) || info.path.startsWith(absolute + sep)
  if (isInside) throw new AppError('import/inside-notebook', { path })
  return absolute
}

interface Made {
  readonly lists: MadeFile[]
  readonly study: MadeFile | undefined
  readonly notes: MadeFile[]
  readonly attachments: MadeFile[]
}

interface Additions {
  readonly lists: ExportedFolder['lists']
  readonly study: readonly StudyEvent[]
  /** Of the file of the log that they go to. */
  readonly studyName: string
}

/** Lists first, then what is known of them and what answers them. All of it, or nothing. */
async function writeAll(
  { listStore, studyStore }: OpenNotebook,
  run: ImportRun,
  { lists, study, studyName }: Additions,
): Promise<Made> {
  const made: MadeFile[] = []
  let log: MadeFile | undefined
  try {
    for (const { path, text } of lists) {
      await listStore.create(listName(path), text)
      made.push({ path, hash: hashOf(encodeText(text)) })
    }
    if (study.length > 0) log = await studyStore.create(studyName, study)
    return { lists: made, study: log, ...(await run.write()) }
  } catch (error) {
    if (log !== undefined) await studyStore.remove(log).catch(() => undefined)
    for (const { path } of made) await listStore.remove(listName(path)).catch(() => undefined)
    throw error
  }
}

/** Another program or window has made a file where one was to go. */
function isPlaceTaken(error: unknown): boolean {
  return isNameTaken(error) || (isAppError(error) && error.code === 'questions/list-exists')
}

function listName(path: string): string {
  return path.slice('questions/'.length).replace(/\.md$/i, '')
}

/** Lists that the notebook has under no name and no id. */
async function newLists(notebook: OpenNotebook, { lists }: ExportedFolder): Promise<ExportedFolder['lists']> {
  const names = new Set((await notebook.listStore.names()).map(name => `questions/${name}`.toLowerCase()))
  const ids = new Set(notebook.lists.map(({ id }) => id.toLowerCase()))
  return lists.filter(({ path, text }) => {
    const { id } = parseQuestionList(text, path.slice('questions/'.length))
    return !names.has(path.toLowerCase()) && !ids.has(id.toLowerCase())
  })
}
