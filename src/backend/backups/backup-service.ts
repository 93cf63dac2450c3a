import { isAbsolute, join, resolve, sep } from 'node:path'
import { AppError, type AppErrorCode } from '../../shared/contract/app-error'
import type { Backup, BackupStatus } from '../../shared/contract/backup-procedures'
import { backupDayOf, backupsToRemove } from '../../shared/domain/backups/backups-to-remove'
import type { EventHub } from '../event-hub'
import { storageError, withStorageErrors } from '../files/storage-error'
import type { NotebookService } from '../notebook/notebook-service'
import type { OpenNotebook } from '../notebook/open-notebook'
import type { BackendPorts } from '../ports'
import { BackupPreferences } from './backup-preferences'
import { BackupStore } from './backup-store'
import { makeBackup } from './make-backup'
import { restoreBackup } from './restore-backup'

interface Run {
  readonly notebook: OpenNotebook
  readonly backup: Promise<Backup>
  readonly stop: AbortController
}

/** Backups of the open notebook, outside of it. */
export class BackupService {
  readonly #notebooks: NotebookService
  readonly #ports: BackendPorts
  readonly #events: EventHub
  readonly #preferences: BackupPreferences
  readonly #failures = new WeakMap<OpenNotebook, { readonly code: AppErrorCode; readonly at: number }>()
  #run: Run | undefined

  constructor(notebooks: NotebookService, ports: BackendPorts, events: EventHub) {
    this.#notebooks = notebooks
    this.#ports = ports
    this.#events = events
    this.#preferences = new BackupPreferences(ports.settings)
  }

  /** @throws AppError `notebook/none-open`, `storage/…`. */
  async status(): Promise<BackupStatus> {
    const { notebook } = this.#notebooks
    const { isOn, folder } = this.#preferences.get()
    return {
      isOn,
      folder: this.#folder(),
      isOwnFolder: folder === null,
      isRunning: this.#run?.notebook === notebook,
      last: (await this.list())[0] ?? null,
      failure: this.#failures.get(notebook) ?? null,
    }
  }

  async list(): Promise<Backup[]> {
    const { notebook } = this.#notebooks
    return this.#store().list(notebook.info)
  }

  /** Makes a backup when none has been made on this day, and daily backups are wanted. Tells failures in the status. */
  async runIfDue(): Promise<void> {
    const { info } = this.#notebooks
    if (info === null || !this.#preferences.get().isOn) return
    const last = await this.list().then(
      backups => backups[0],
      () => undefined,
    )
    const day = this.#dayOf(this.#ports.now())
    if (last === undefined || this.#dayOf(last.at) < day) await this.run().catch(() => undefined)
  }

  /**
   * Makes a backup now, then removes those that are no longer needed.
   *
   * @throws AppError as `makeBackup`, and `backup/folder-missing`.
   */
  async run(): Promise<Backup> {
    const { notebook } = this.#notebooks
    if (this.#run?.notebook === notebook) return this.#run.backup
    await this.#stop()
    const stop = new AbortController()
    const run = { notebook, stop, backup: this.#make(notebook, stop.signal) }
    this.#run = run
    this.#events.emit('backups.changed', {})
    try {
      const backup = await run.backup
      this.#failures.delete(notebook)
      return backup
    } catch (error) {
      const { code } = storageError(error, notebook.info.path)
      if (code !== 'backup/stopped') this.#failures.set(notebook, { code, at: this.#ports.now() })
      this.#ports.log('error', 'the backup failed', error)
      throw error
    } finally {
      if (this.#run === run) this.#run = undefined
      this.#events.emit('backups.changed', {})
    }
  }

  /** @throws AppError `backup/folder-missing`, `backup/inside-notebook`. */
  async configure(change: {
    isOn?: boolean | undefined
    folder?: string | null | undefined
  }): Promise<BackupStatus> {
    const { isOn, folder } = change
    if (typeof folder === 'string') await this.#assertFolder(folder)
    this.#preferences.update({
      ...(isOn === undefined ? {} : { isOn }),
      ...(folder === undefined ? {} : { folder: folder === null ? null : resolve(folder) }),
    })
    this.#events.emit('backups.changed', {})
    return this.status()
  }

  /** @throws AppError as `restoreBackup`, and `storage/not-found` for a path that isn't absolute. */
  async restore(path: string, folder: string): Promise<{ folder: string; files: number }> {
    for (const each of [path, folder]) {
      if (!isAbsolute(each)) throw new AppError('storage/not-found', { path: each })
    }
    const target = resolve(folder)
    return { folder: target, files: await restoreBackup(this.#ports, path, target) }
  }

  /** Ends a backup that is being made; nothing of it stays. */
  async dispose(): Promise<void> {
    await this.#stop()
  }

  async #make(notebook: OpenNotebook, signal: AbortSignal): Promise<Backup> {
    const { folder: chosen } = this.#preferences.get()
    if (chosen !== null) await this.#assertFolder(chosen)
    const store = this.#store()
    await store.removeIncomplete(notebook.info)
    const backup = await makeBackup(this.#ports, notebook, await store.folderOf(notebook.info), signal)
    const dated = (await store.list(notebook.info)).map(each => ({ ...each, day: this.#dayOf(each.at) }))
    for (const { path } of backupsToRemove(dated))
      await this.#ports.files
        .remove(path)
        .catch((error: unknown) => this.#ports.log('warning', 'an old backup stays', error))
    return backup
  }

  async #stop(): Promise<void> {
    const run = this.#run
    run?.stop.abort()
    await run?.backup.catch(() => undefined)
  }

  async #assertFolder(folder: string): Promise<void> {
    const info = isAbsolute(folder)
      ? await withStorageErrors(folder, () => this.#ports.files.info(folder))
      : undefined
    if (info?.kind !== 'folder') throw new AppError('backup/folder-missing', { path: folder })
    const root = this.#notebooks.info?.path
    const path = await withStorageErrors(folder, () => this.#ports.files.realPath(folder))
    const notebook = root === undefined ? undefined : await this.#ports.files.realPath(root)
    if (path === notebook || (notebook !== undefined && path.startsWith(notebook + sep)))
      throw new AppError('backup/inside-notebook', { path: folder })
  }

  #store(): BackupStore {
    return new BackupStore(this.#ports.files, this.#folder())
  }

  #folder(): string {
    return this.#preferences.get().folder ?? join(this.#ports.dataFolder, 'backups')
  }

  #dayOf(at: number): number {
    return backupDayOf(at, -new Date(at).getTimezoneOffset())
  }
}
