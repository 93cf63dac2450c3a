import { AppError } from '../../shared/contract/app-error'
import type { NotebookInfo, VanishedNote } from '../../shared/contract/notebook-procedures'
import { linkKey } from '../../shared/domain/link-keys'
import { readNote } from '../../shared/domain/note'
import { fileTitle } from '../../shared/domain/file-title'
import type { Question, Section } from '../../shared/domain/question-list'
import { readConflictMarkers } from '../../shared/domain/sync/conflict-markers'
import type { LinkSpace } from '../../shared/domain/resolve-link'
import { confineFiles } from '../files/confined-files'
import type { FilePort } from '../files/file-port'
import { KeyedQueue } from '../files/keyed-queue'
import { mapConcurrently } from '../files/map-concurrently'
import { ReplacedFiles } from '../files/replaced-files'
import { removeLeftovers } from '../files/remove-leftovers'
import { withStorageErrors } from '../files/storage-error'
import { HistoryStore } from '../history/history-store'
import { NoteHistory } from '../history/note-history'
import { FoldersMadeForNotes } from '../notes/folders-made-for-notes'
import { NoteIndex, type IndexedNote } from '../notes/note-index'
import { NoteStore, type NoteFile } from '../notes/note-store'
import { withOwnStrings } from '../notes/own-strings'
import { RenameJournal } from '../notes/rename-journal'
import type { BackendPorts } from '../ports'
import { QuestionListStore, type StoredQuestionList } from '../questions/question-list-store'
import type { StudyEvent } from '../../shared/domain/study/study-event'
import { StudyStore } from '../study/study-store'
import { findVanishedSinceClosed } from './note-census'
import { notebookFormat, readManifest } from './notebook-store'

/** A question with its place. */
export interface PlacedQuestion {
  readonly question: Question
  readonly section: Section
  readonly list: StoredQuestionList
}

/** A notebook that is open: its files and what is known of them. Made by `openNotebook`. */
export class OpenNotebook implements LinkSpace {
  /** Names this machine in the study log. */
  readonly deviceId: string
  /** The files below its folder, and no others. */
  readonly files: FilePort
  readonly noteStore: NoteStore
  readonly listStore: QuestionListStore
  readonly studyStore: StudyStore
  readonly history: NoteHistory
  /** Files of notes that saves replaced a moment ago. */
  readonly replacedFiles: ReplacedFiles
  readonly madeFolders: FoldersMadeForNotes
  readonly notes = new NoteIndex()
  /** One writer at a time for each file. */
  readonly writes = new KeyedQueue()
  studyEvents: readonly StudyEvent[] = []
  #lists: readonly StoredQuestionList[] = []
  #questions = new Map<string, PlacedQuestion>()
  #listIds = new Map<string, string>()
  /** Notes that are gone in such numbers that the user has to say whether they were deleted; by path. */
  readonly vanished = new Map<string, VanishedNote>()
  readonly #info: NotebookInfo
  readonly #ports: BackendPorts

  /** `ports.files` are those that `confineFiles` gives. */
  constructor(ports: BackendPorts, info: NotebookInfo, deviceId: string) {
    this.#info = info
    this.deviceId = deviceId
    this.#ports = ports
    this.files = ports.files
    this.replacedFiles = new ReplacedFiles(ports)
    this.noteStore = new NoteStore(this.files, info.path, this.replacedFiles)
    this.madeFolders = new FoldersMadeForNotes(this.files, info.path)
    this.listStore = new QuestionListStore(this.files, info.path)
    this.studyStore = new StudyStore(this.files, info.path, deviceId)
    this.history = new NoteHistory({
      store: new HistoryStore(this.files, info.path, deviceId),
      device: deviceId,
      writes: this.writes,
      ports,
      isWritable: info.readOnly === null,
    })
  }

  get lists(): readonly StoredQuestionList[] {
    return this.#lists
  }

  get info(): NotebookInfo {
    const isUndecided = this.#info.readOnly === null && this.vanished.size > 0
    return isUndecided ? { ...this.#info, readOnly: 'notes-vanished' } : this.#info
  }

  /** @throws AppError `notebook/read-only`. */
  assertWritable(): void {
    const { path, readOnly } = this.info
    if (readOnly !== null) throw new AppError('notebook/read-only', { path, reason: readOnly })
  }

  /** As `assertWritable`, for text that isn't saved yet: it is kept also while vanished notes wait for a decision. */
  assertJournalable(): void {
    if (this.info.readOnly !== 'notes-vanished') this.assertWritable()
  }

  /** @throws AppError `questions/not-found`. */
  question(id: string): PlacedQuestion {
    const placed = this.#questions.get(id)
    if (placed === undefined) throw new AppError('questions/not-found', { id })
    return placed
  }

  hasQuestion(id: string): boolean {
    return this.#questions.has(id)
  }

  questions(): IterableIterator<PlacedQuestion> {
    return this.#questions.values()
  }

  listNamed(key: string): string | undefined {
    return this.#listIds.get(key)
  }

  notesNamed(key: string): readonly string[] {
    return this.notes.named(key)
  }

  /** Reads the lists anew; of several calls at once the last one reads last. */
  async loadLists(): Promise<void> {
    await this.writes.run('read questions/', async () => {
      this.#setLists(
        await this.listStore.readAll((path, error) => {
          this.#ports.log('warning', `a question list could not be read: ${path}`, error)
        }),
      )
    })
  }

  #setLists(lists: readonly StoredQuestionList[]): void {
    this.#lists = lists
    this.#questions = new Map()
    this.#listIds = new Map()
    for (const list of lists) this.#listIds.set(linkKey(fileTitle(list.path)), list.id)
    for (const list of lists) {
      this.#listIds.set(linkKey(list.id), list.id)
      for (const section of list.sections) {
        for (const question of section.questions) {
          this.#questions.set(question.id, { question, section, list })
        }
      }
    }
  }

  async loadNotes(): Promise<void> {
    const paths = await this.noteStore.list()
    await mapConcurrently(paths, 32, async path => {
      const file = await this.noteStore.read(path).catch((error: unknown) => {
        this.#ports.log('warning', `a note could not be read: ${path}`, error)
        return unreadable(path)
      })
      this.remember(file)
    })
  }

  async loadStudy(): Promise<void> {
    await this.writes.run('study/', async () => {
      this.studyEvents = await this.studyStore.read()
    })
  }

  /** Reads the study log anew when `names`, files of it, hold anything that is not known. */
  async takeStudy(names: readonly string[]): Promise<void> {
    await this.writes.run('study/', async () => {
      if (!(await this.studyStore.hasNews(names))) return
      const events = await this.studyStore.read()
      if (JSON.stringify(events) !== JSON.stringify(this.studyEvents)) this.studyEvents = events
    })
  }

  /** A note has another path, that of its file in the trash too: its versions go with it. */
  noteMoved(from: string, to: string): void {
    this.history.moved(from, to)
    this.replacedFiles.moved(from, to)
  }

  /** Takes a file's content into the index. */
  remember(file: NoteFile): IndexedNote {
    const note = withOwnStrings(readNote(file.path, file.text ?? ''))
    const { hash, modifiedAt, problem } = file
    const hasConflictMarkers = readConflictMarkers(file.text ?? '') !== undefined
    const indexed = { ...note, hash, modifiedAt, fileProblem: problem, hasConflictMarkers }
    this.notes.set(indexed)
    return indexed
  }
}

/**
 * Opens the notebook in a folder.
 *
 * Whatever a crash left half done is mended first, unless `isMended` is false. A newer format and a folder that can't be written open read-only.
 *
 * @throws AppError as `readManifest`, and `storage/…`.
 */
export async function openNotebook(
  ports: BackendPorts,
  folder: string,
  { deviceId, isMended = true }: { readonly deviceId: string; readonly isMended?: boolean },
): Promise<OpenNotebook> {
  const manifest = await readManifest(ports.files, folder)
  const files = await withStorageErrors(folder, () => confineFiles(ports.files, folder))
  const confined = { ...ports, files }
  const readOnly =
    manifest.format > notebookFormat
      ? 'newer-format'
      : (await withStorageErrors(folder, () => ports.files.canWrite(folder)))
        ? null
        : 'no-permission'
  const title = manifest.title.trim() || fileTitle(folder)
  if (readOnly === null && isMended) {
    await completeRenames(confined, folder)
    await removeLeftovers(files, folder, ports.now()).catch((error: unknown) =>
      ports.log('warning', 'temporary files of a crash stay', error),
    )
  }
  const notebook = new OpenNotebook(confined, { path: folder, id: manifest.id, title, readOnly }, deviceId)
  await Promise.all([notebook.loadLists(), notebook.loadNotes(), notebook.loadStudy()])
  if (readOnly === null) await findVanishedSinceClosed(notebook)
  return notebook
}

function unreadable(path: string): NoteFile {
  return { path, text: undefined, hash: '', modifiedAt: 0, problem: 'unreadable' }
}

/** What a crash left half done is completed before anything is read; what can't be is told to the log. */
async function completeRenames({ files, log }: BackendPorts, folder: string): Promise<void> {
  try {
    await new RenameJournal(files, folder).complete((message, data) => log('error', message, data))
  } catch (error) {
    log('error', 'an interrupted renaming could not be completed', error)
  }
}
