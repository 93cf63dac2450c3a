import { basename, isAbsolute, join, resolve } from 'node:path'
import { AppError } from '../../shared/contract/app-error'
import type { NotebookInfo, RecentNotebook } from '../../shared/contract/notebook-procedures'
import type { EventHub } from '../event-hub'
import { readTextFile } from '../files/text-file'
import type { BackendPorts, FolderWatch } from '../ports'
import { documentOfNote, documentsOfList, documentsOfNotebook } from '../search/search-documents'
import { SearchService } from '../search/search-service'
import type { Preferences } from '../settings/preferences'
import { createNotebookFolder, defaultTitle, notebookFormat } from './notebook-store'
import { openNotebook, type OpenNotebook } from './open-notebook'
import { takeChangesFromDisk } from './take-changes-from-disk'

interface Current {
  readonly notebook: OpenNotebook
  readonly search: SearchService
  readonly watch: FolderWatch | undefined
}

/** The one notebook that is open, and the ones opened before. */
export class NotebookService {
  readonly #ports: BackendPorts
  readonly #events: EventHub
  readonly #preferences: Preferences
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

  async create(
    path: string,
    { title, list }: { title?: string | undefined; list: 'llm' | 'none' },
  ): Promise<NotebookInfo> {
    const folder = absolute(path)
    const listFiles = new Map<string, string>()
    if (list === 'llm') {
      const file = await readTextFile(this.#ports.files, join(this.#ports.builtInListsFolder, 'llm.md'))
      listFiles.set('llm.md', file.text)
    }
    await createNotebookFolder(this.#ports.files, folder, {
      manifest: {
        format: notebookFormat,
        id: this.#ports.newId(),
        title: title?.trim() || defaultTitle(folder),
        createdAt: new Date(this.#ports.now()).toISOString(),
      },
      listFiles,
    })
    return this.open(folder)
  }

  async open(path: string): Promise<NotebookInfo> {
    const folder = absolute(path)
    const notebook = await openNotebook(this.#ports, folder, this.#preferences.deviceId())
    await this.#closeCurrent()
    const search = new SearchService(
      this.#ports,
      () => documentsOfNotebook(notebook),
      indexed => this.#events.emit('search.changed', { indexed, indexable: indexableCount(notebook) }),
    )
    const watch = this.#ports.watchFolder?.(folder, paths => void this.#takeChanges(notebook, paths))
    this.#current = { notebook, search, watch }
    if (watch !== undefined)
      void search.start().catch((error: unknown) => this.#ports.log('error', 'indexing failed', error))
    const { title } = notebook.info
    this.#preferences.rememberNotebook({ path: folder, title, openedAt: this.#ports.now() })
    this.#emitChanged()
    return notebook.info
  }

  async close(): Promise<void> {
    await this.#closeCurrent()
    this.#emitChanged()
  }

  recent(): RecentNotebook[] {
    return this.#preferences.recentNotebooks()
  }

  forget(path: string): RecentNotebook[] {
    return this.#preferences.forgetNotebook(path)
  }

  /** Tells everyone that notes changed, and the index. Paths of notes that are gone are removed from it. */
  async notesChanged(paths: readonly string[], clientId: string | null): Promise<void> {
    const { notebook, search } = this.#open()
    const gone = paths.filter(path => notebook.notes.get(path) === undefined)
    search.remove(gone)
    for (const path of paths) {
      const note = notebook.notes.get(path)
      if (note === undefined) continue
      const { text } = await notebook.noteStore.read(path)
      search.upsert([documentOfNote(notebook, note, text ?? '')])
    }
    this.#events.emit('notes.changed', { paths: [...paths], revision: this.#events.nextRevision() }, clientId)
  }

  questionsChanged(clientId: string | null): void {
    const { notebook, search } = this.#open()
    for (const list of notebook.lists) search.upsert(documentsOfList(list))
    this.#events.emit('questions.changed', { revision: this.#events.nextRevision() }, clientId)
  }

  async dispose(): Promise<void> {
    await this.#closeCurrent()
  }

  async #takeChanges(notebook: OpenNotebook, paths: readonly string[]): Promise<void> {
    try {
      const changed = await takeChangesFromDisk(notebook, paths)
      if (this.#current?.notebook !== notebook) return
      if (changed.notes.length > 0) await this.notesChanged(changed.notes, null)
      if (changed.questions) this.questionsChanged(null)
    } catch (error) {
      this.#ports.log('error', 'changes on disk could not be read', error)
    }
  }

  #open(): Current {
    if (this.#current === undefined) throw new AppError('notebook/none-open')
    return this.#current
  }

  async #closeCurrent(): Promise<void> {
    const current = this.#current
    this.#current = undefined
    await current?.watch?.close()
    await current?.notebook.writes.idle()
    await current?.search.stop()
  }

  #emitChanged(): void {
    this.#events.emit('notebook.changed', { notebook: this.info, revision: this.#events.nextRevision() })
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
