import { dirname, join } from 'node:path'
import { AppError, isAppError } from '../../shared/contract/app-error'
import type { KeyedQueue } from '../files/keyed-queue'
import { withStorageErrors } from '../files/storage-error'
import { encodeText, hashOf, readTextFile } from '../files/text-file'
import type { JournalService } from '../journal/journal-service'
import type { NotebookService } from '../notebook/notebook-service'
import type { OpenNotebook } from '../notebook/open-notebook'
import type { BackendPorts } from '../ports'
import type { DoneRename } from './done-rename'
import { planRename, type PlannedRename, type RenameWish } from './plan-rename'
import type { NoteFile } from './note-store'
import { RenameJournal, type RenamePlan } from './rename-journal'

const mostAttempts = 3

interface Told {
  readonly clientId: string
  readonly listsBefore: OpenNotebook['lists']
  /** What the renamed note holds; it is read where it is not known. */
  readonly ownText?: string
}

interface Renamed {
  readonly path: string
  readonly title: string
  readonly links: number
  readonly files: number
}

/** Renames and moves notes, and rewrites every link to them: all of it or nothing. */
export class RenameService {
  readonly #notebooks: NotebookService
  readonly #ports: BackendPorts
  readonly #journal: JournalService
  /** The last renaming in a notebook. */
  readonly #done = new WeakMap<OpenNotebook, DoneRename>()

  constructor(notebooks: NotebookService, ports: BackendPorts, journal: JournalService) {
    this.#notebooks = notebooks
    this.#ports = ports
    this.#journal = journal
  }

  /** @throws AppError as `planRename`, and `notes/conflict` when files change again and again meanwhile. */
  async rename(wish: RenameWish, clientId: string): Promise<Renamed> {
    const { notebook } = this.#notebooks
    notebook.assertWritable()
    return notebook.writes.run('rename', async () => {
      const path = await this.#finishEarlier(notebook, wish.path, clientId)
      for (let attempt = 1; attempt <= mostAttempts; attempt += 1) {
        const task = { ...wish, path, id: this.#ports.newId(), last: this.#done.get(notebook) }
        const planned = await planRename(notebook, notebook.files, task)
        if (!(await this.#carryOut(notebook, planned, clientId))) continue
        this.#done.set(notebook, planned.done)
        return resultOf(planned)
      }
      throw new AppError('notes/conflict', { path: wish.path })
    })
  }

  /**
   * Completes what could be neither done nor taken back: at the next start it would be carried out over what is done now.
   * Returns where the note at `path` is then.
   */
  async #finishEarlier(notebook: OpenNotebook, path: string, clientId: string): Promise<string> {
    const journal = new RenameJournal(notebook.files, notebook.info.path, notebook.replacedFiles)
    const report = (message: string, data: unknown): void => this.#ports.log('error', message, data)
    let at = path
    for (const plan of await withStorageErrors(path, () => journal.unfinished(report))) {
      const listsBefore = notebook.lists
      const isDone = await runWithAll(notebook.writes, keysOf(plan), async () => {
        try {
          return await withStorageErrors(plan.from, () => journal.completePlan(plan, report))
        } finally {
          await this.#takeIn(notebook, plan)
        }
      })
      if (!isDone) continue
      await this.#tell(notebook, plan, { clientId, listsBefore })
      if (at === plan.from) at = plan.to
    }
    return at
  }

  /** Returns whether it was done: not when a file is no longer what it was when it was planned. */
  async #carryOut(notebook: OpenNotebook, planned: PlannedRename, clientId: string): Promise<boolean> {
    const { plan } = planned
    const { from, to, files } = plan
    if (from === to && files.length === 0) return true
    const listsBefore = notebook.lists
    const isDone = await runWithAll(notebook.writes, keysOf(plan), async () => {
      if (!(await this.#isUpToDate(notebook, planned))) return false
      keepVersions(notebook, planned)
      try {
        await this.#apply(notebook, planned)
      } finally {
        await this.#takeIn(notebook, plan, planned.ownText)
      }
      if (dirname(from) !== dirname(to)) await notebook.madeFolders.noteLeft(from)
      return true
    })
    if (isDone) await this.#tell(notebook, plan, { clientId, listsBefore, ownText: planned.ownText })
    return isDone
  }

  async #apply(notebook: OpenNotebook, { plan, textsBefore }: PlannedRename): Promise<void> {
    const journal = new RenameJournal(notebook.files, notebook.info.path, notebook.replacedFiles)
    const undo: (() => Promise<void>)[] = []
    try {
      undo.push(() => journal.remove(plan.id).catch(notThere))
      await journal.write(plan)
      if (plan.from !== plan.to) {
        if (dirname(plan.from) !== dirname(plan.to)) {
          undo.push(() => notebook.madeFolders.noteLeft(plan.to))
          await withStorageErrors(plan.to, () => notebook.madeFolders.noteComes(plan.to))
        }
        undo.push(() => journal.move(plan.to, plan.from).catch(notThere))
        await journal.move(plan.from, plan.to)
      }
      for (const { path, text } of plan.files) {
        undo.push(async () => {
          const before = textsBefore.get(path)
          const isAsBefore = (await this.#textOf(notebook, path)) === before
          if (before !== undefined && !isAsBefore) await journal.writeText(path, before)
        })
        const before = textsBefore.get(path)
        await journal.writeText(path, text, before === undefined ? undefined : hashOf(encodeText(before)))
      }
    } catch (error) {
      await this.#takeBack(undo.toReversed(), plan)
      throw error
    }
    await journal
      .remove(plan.id)
      .catch((error: unknown) => this.#ports.log('warning', 'the journal of a renaming stays', error))
  }

  /** Undoes steps, the last first. Where that fails the journal stays, and the renaming is completed at the next start. */
  async #takeBack(steps: readonly (() => Promise<void>)[], plan: PlannedRename['plan']): Promise<void> {
    try {
      for (const step of steps) await step()
    } catch (error) {
      this.#ports.log('error', 'a renaming is half done; it is completed when the notebook is opened next', {
        plan: plan.id,
        error,
      })
    }
  }

  async #isUpToDate(notebook: OpenNotebook, { plan, textsBefore }: PlannedRename): Promise<boolean> {
    const { files, from, to } = plan
    const [folder, name] = [to.slice(0, to.lastIndexOf('/')), to.slice(to.lastIndexOf('/') + 1)]
    if (from !== to && (await notebook.noteStore.namesIn(folder)).includes(name)) return false
    for (const { path } of files) {
      if ((await this.#textOf(notebook, path === to ? from : path)) !== textsBefore.get(path)) return false
    }
    return true
  }

  async #textOf(notebook: OpenNotebook, path: string): Promise<string | undefined> {
    const file = await readTextFile(notebook.files, join(notebook.info.path, path)).catch(() => undefined)
    return file?.text
  }

  /** Reads again what was written, also after a failure: the index says what the files hold. */
  async #takeIn(notebook: OpenNotebook, { files, from, to }: RenamePlan, ownText?: string): Promise<void> {
    const texts = new Map([
      ...(ownText === undefined ? [] : [[to, ownText] as const]),
      ...files.map(({ path, text }) => [path, text] as const),
    ])
    for (const path of new Set([from, to, ...texts.keys()])) {
      if (!path.startsWith('notes/')) continue
      try {
        const file = await notebook.noteStore.read(path)
        notebook.history.wrote(path, file)
        notebook.remember(file)
        // What was known of the old path is no longer what the note holds: links in it are rewritten as it moves.
        if (path === to && from !== to) notebook.history.left(from)
      } catch (error) {
        const text = texts.get(path)
        if (isAppError(error, 'notes/not-found')) notebook.notes.delete(path)
        else if (text !== undefined) notebook.remember(fileOf(path, text, this.#ports.now()))
      }
    }
    if (!files.some(({ path }) => path.startsWith('questions/'))) return
    await notebook
      .loadLists()
      .catch((error: unknown) => this.#ports.log('error', 'question lists could not be read', error))
  }

  async #tell(
    notebook: OpenNotebook,
    { files, from, to }: RenamePlan,
    { clientId, listsBefore, ownText }: Told,
  ): Promise<void> {
    if (from !== to) {
      // Also where it could not be looked at just now.
      notebook.notes.delete(from)
      notebook.noteMoved(from, to)
      this.#notebooks.noteRenamed(notebook, { from, to }, clientId)
      await this.#journal.noteRenamed(from, to)
    }
    const notes = files.filter(({ path }) => path.startsWith('notes/'))
    const others = notes.filter(({ path }) => path !== to)
    const text = ownText ?? (await this.#textOf(notebook, to))
    const own = { path: to, ...(text === undefined ? {} : { text }) }
    const changes = [own, ...others, ...(from === to ? [] : [{ path: from }])]
    this.#notebooks.notesChanged(notebook, changes, clientId)
    if (notes.length < files.length) this.#notebooks.listsChanged(notebook, listsBefore, clientId)
  }
}

function keysOf({ from, to, files }: RenamePlan): string[] {
  return ['notes/', from, to, ...files.map(({ path }) => path)]
}

/** Links in notes are about to be rewritten; the note that is moved is still at its old path. */
function keepVersions({ history }: OpenNotebook, { plan, textsBefore }: PlannedRename): void {
  for (const { path } of plan.files) {
    const text = textsBefore.get(path)
    if (text !== undefined && path.startsWith('notes/'))
      history.beforeChange(path === plan.to ? plan.from : path, text, 'rename')
  }
}

/** What a file holds that was written, but can't be read at the moment. */
function fileOf(path: string, text: string, modifiedAt: number): NoteFile {
  return { path, text, hash: hashOf(encodeText(text)), modifiedAt, problem: undefined }
}

/** What wasn't done needs no undoing. */
function notThere(error: unknown): void {
  if (!isAppError(error, 'storage/not-found')) throw error
}

function resultOf({ plan, title, links, linkingFiles }: PlannedRename): Renamed {
  return { path: plan.to, title, links, files: linkingFiles }
}

/** Runs a task when it has the queue to itself for all keys, which are waited for in one order everywhere. */
function runWithAll<T>(queue: KeyedQueue, keys: readonly string[], task: () => Promise<T>): Promise<T> {
  const ordered = [...new Set(keys)].sort()
  return ordered.reduceRight<() => Promise<T>>((next, key) => () => queue.run(key, next), task)()
}
