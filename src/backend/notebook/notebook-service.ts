import { basename, isAbsolute, resolve } from 'node:path'
import { AppError } from '../../shared/contract/app-error'
import type { NotebookInfo, RecentNotebook, StartingContent } from '../../shared/contract/notebook-procedures'
import type { EventHub } from '../event-hub'
import { KeyedQueue } from '../files/keyed-queue'
import { pathInside } from '../files/path-inside'
import type { LateWrite } from '../files/replaced-files'
import { withStorageErrors } from '../files/storage-error'
import { takeLateWrite } from '../notes/take-late-write'
import type { BackendPorts, FolderWatch } from '../ports'
import { changedDocuments, documentOfNote, documentsOfNotebook } from '../search/search-documents'
import type { StoredQuestionList } from '../questions/question-list-store'
import { SearchService } from '../search/search-service'
import type { Preferences } from '../settings/preferences'
import { storeCensus } from './note-census'
import { createNotebookFolder, defaultTitle, notebookFormat } from './notebook-store'
import { readStartingTexts } from './read-starting-texts'
import { openNotebook, type OpenNotebook } from './open-notebook'
import { VanishedNotes } from './vanished-notes'
import { takeChangesFromDisk } from './take-changes-from-disk'

interface Current {
  readonly notebook: OpenNotebook
  readonly search: SearchService
  readonly vanished: VanishedNotes
  readonly watch: FolderWatch | undefined
}

/** The one notebook that is open, and the ones opened before. */
export class NotebookService {
  readonly #ports: BackendPorts
  readonly #events: EventHub
  readonly #preferences: Preferences
  /** One notebook is opened or closed at a time. */
  readonly #switching = new KeyedQueue()
  #current: Current | undefined

  constructor(ports: BackendPorts, events: EventHub, preferences: Preferences) {
    this.#ports = ports
    this.#events = events
    this.#preferences = preferences
  }

  get info(): NotebookInfo | null {
    return this.#current?.notebook.info ?? null
  }

  /** @throws AppError `notebook/none-open`. */
  get notebook(): OpenNotebook {
    return this.#open().notebook
  }

  /** @throws AppError `notebook/none-open`. */
  get search(): SearchService {
    return this.#open().search
  }

  /** What decides about notes that are missing. @throws AppError `notebook/none-open`. */
  get vanished(): VanishedNotes {
    return this.#open().vanished
  }

  async create(
    path: string,
    { title, list }: { title?: string | undefined; list: StartingContent },
    clientId: string | null,
  ): Promise<NotebookInfo> {
    const folder = absolute(path)
    const { files, builtInListsFolder } = this.#ports
    const texts = await readStartingTexts(files, builtInListsFolder, list)
    const undo = await createNotebookFolder(files, folder, {
      manifest: {
        format: notebookFormat,
        id: this.#ports.newId(),
        title: title?.trim() || defaultTitle(folder),
        createdAt: new Date(this.#ports.now()).toISOString(),
      },
      texts,
    })
    try {
      return await this.open(folder, clientId)
    } catch (error) {
      // Else another try would be told that there is a notebook already.
      await undo()
      throw error
    }
  }

  async open(path: string, clientId: string | null): Promise<NotebookInfo> {
    const folder = absolute(path)
    return this.#switching.run('open', async () => {
      const notebook = await openNotebook(this.#ports, folder, { deviceId: this.#preferences.deviceId() })
      const cacheFolder = await this.#cacheFolder(notebook)
      await this.#closeCurrent()
      this.#current = this.#start(notebook, cacheFolder)
      const { title } = notebook.info
      this.#ports.onNotebookOpened?.(folder)
      this.#preferences.rememberNotebook({ path: folder, title, openedAt: this.#ports.now() })
      this.#emitChanged(clientId)
      return notebook.info
    })
  }

  async close(clientId: string | null): Promise<void> {
    await this.#switching.run('open', () => this.#closeCurrent())
    this.#emitChanged(clientId)
  }

  recent(): RecentNotebook[] {
    return this.#preferences.recentNotebooks()
  }

  forget(path: string): RecentNotebook[] {
    return this.#preferences.forgetNotebook(path)
  }

  /** Tells everyone that notes of a notebook changed, and the index. Notes that it no longer has are gone. */
  notesChanged(
    notebook: OpenNotebook,
    changes: readonly { readonly path: string; readonly text?: string | undefined }[],
    clientId: string | null,
  ): void {
    if (this.#current?.notebook !== notebook) return
    const { search } = this.#current
    search.remove(
      changes.filter(({ path }) => notebook.notes.get(path) === undefined).map(({ path }) => path),
    )
    search.upsert(
      changes.flatMap(({ path, text }) => {
        const note = notebook.notes.get(path)
        return note === undefined ? [] : [documentOfNote(notebook, note, text ?? '')]
      }),
    )
    const paths = changes.map(({ path }) => path)
    this.#events.emit('notes.changed', { paths, revision: this.#events.nextRevision() }, clientId)
  }

  /** Tells everyone that a note has another path; `notesChanged` is to follow. */
  noteRenamed(
    notebook: OpenNotebook,
    { from, to }: { from: string; to: string },
    clientId: string | null,
  ): void {
    if (this.#current?.notebook === notebook) this.#events.emit('notes.renamed', { from, to }, clientId)
  }

  /** Tells everyone that question lists changed, and the index what is other than in `before`. */
  listsChanged(notebook: OpenNotebook, before: readonly StoredQuestionList[], clientId: string | null): void {
    if (this.#current?.notebook !== notebook) return
    const { changed, gone } = changedDocuments(before, notebook.lists)
    this.#current.search.remove(gone)
    this.#current.search.upsert(changed)
    this.questionsChanged(clientId)
  }

  /** Tells everyone that what is known of questions changed, such as a status; their words are as they were. */
  questionsChanged(clientId: string | null): void {
    this.#events.emit('questions.changed', { revision: this.#events.nextRevision() }, clientId)
  }

  async dispose(): Promise<void> {
    await this.#switching.run('open', () => this.#closeCurrent())
  }

  /** None for a notebook that can't be written, or whose cache is a link to somewhere else. */
  async #cacheFolder({ info, files }: OpenNotebook): Promise<string | undefined> {
    if (info.readOnly !== null) return undefined
    return withStorageErrors(info.path, () => pathInside(files, info.path, '.answerbook/cache/search'))
  }

  #start(notebook: OpenNotebook, cacheFolder: string | undefined): Current {
    notebook.history.onChanged(path => this.#events.emit('history.changed', { path }))
    notebook.replacedFiles.onLateWrite(write => this.#takeLateWrite(notebook, write))
    const search = new SearchService({
      ports: this.#ports,
      source: documentsOfNotebook(notebook),
      cacheFolder,
      onProgress: indexed =>
        this.#events.emit('search.changed', { indexed, indexable: indexableCount(notebook) }),
    })
    const vanished = new VanishedNotes({
      notebook,
      now: this.#ports.now,
      onNotes: changes => this.notesChanged(notebook, changes, null),
      onMoved: moved => this.noteRenamed(notebook, moved, null),
      onWritable: () => this.#current?.notebook === notebook && this.#emitChanged(null),
      onProblem: error => this.#ports.log('error', 'missing notes could not be looked at', error),
    })
    const watch = this.#ports.watchFolder?.(
      notebook.info.path,
      paths => void this.#takeChanges(notebook, paths),
    )
    if (watch !== undefined)
      void search.start().catch((error: unknown) => this.#ports.log('error', 'indexing failed', error))
    return { notebook, search, vanished, watch }
  }

  async #takeChanges(notebook: OpenNotebook, paths: readonly string[]): Promise<void> {
    try {
      const changes = await takeChangesFromDisk(notebook, paths)
      const { notes, missing, listsBefore, study, attachments, problems } = changes
      for (const problem of problems) this.#ports.log('error', 'a change on disk could not be read', problem)
      if (this.#current?.notebook !== notebook) return
      this.#current.vanished.appeared(notes.filter(({ isNew }) => isNew).map(({ path }) => path))
      this.#current.vanished.missing(missing)
      if (notebook.vanished.size > 0) await this.#current.vanished.lookAgain()
      if (notes.length > 0) this.notesChanged(notebook, notes, null)
      if (listsBefore !== undefined) this.listsChanged(notebook, listsBefore, null)
      else if (study) this.questionsChanged(null)
      if (attachments.length > 0) this.#events.emit('attachments.changed', { paths: [...attachments] }, null)
    } catch (error) {
      this.#ports.log('error', 'changes on disk could not be read', error)
    }
  }

  async #takeLateWrite(notebook: OpenNotebook, write: LateWrite): Promise<boolean> {
    const { path } = write
    const taken = await takeLateWrite(notebook, write)
    if (taken.kind === 'merged') this.notesChanged(notebook, [{ path, text: taken.text }], null)
    if (taken.kind === 'kept')
      this.#ports.log(
        'warning',
        `what was written into a note too late is in its history: ${path}`,
        taken.reason,
      )
    return taken.kind !== 'kept'
  }

  #open(): Current {
    if (this.#current === undefined) throw new AppError('notebook/none-open')
    return this.#current
  }

  async #closeCurrent(): Promise<void> {
    const current = this.#current
    this.#current = undefined
    current?.vanished.dispose()
    await current?.watch?.close()
    await current?.notebook.writes.idle()
    await current?.notebook.replacedFiles.close()
    await current?.notebook.writes.idle()
    if (current !== undefined && current.watch !== undefined) await this.#storeCensus(current.notebook)
    await current?.search.stop()
  }

  async #storeCensus(notebook: OpenNotebook): Promise<void> {
    await storeCensus(notebook).catch((error: unknown) =>
      this.#ports.log('warning', 'which notes there are could not be written down', error),
    )
  }

  #emitChanged(clientId: string | null): void {
    const payload = { notebook: this.info, revision: this.#events.nextRevision() }
    this.#events.emit('notebook.changed', payload, clientId)
  }
}

/** How many documents the search of a notebook has when it is complete. */
export function indexableCount(notebook: OpenNotebook): number {
  return notebook.notes.size + [...notebook.questions()].length
}

function absolute(path: string): string {
  if (!isAbsolute(path)) throw new AppError('notebook/not-found', { path })
  const folder = resolve(path)
  return basename(folder) === 'answerbook.json' ? resolve(folder, '..') : folder
}
