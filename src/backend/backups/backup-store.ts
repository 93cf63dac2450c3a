import { createHash } from 'node:crypto'
import { join } from 'node:path'
import type { Backup } from '../../shared/contract/backup-procedures'
import { fileNameFor } from '../../shared/domain/file-names'
import type { FilePort } from '../files/file-port'
import { withStorageErrors } from '../files/storage-error'
import { isTemporaryName } from '../files/write-durably'

/** Whose backups they are: a copy of a notebook elsewhere has backups of its own. */
export interface BackedUpNotebook {
  readonly id: string
  readonly title: string
  /** Absolute path of its folder. */
  readonly path: string
}

/** The backups of notebooks in a folder: for each notebook a folder with zip files, named for when they were begun. */
export class BackupStore {
  readonly #files: FilePort
  readonly #folder: string

  constructor(files: FilePort, folder: string) {
    this.#files = files
    this.#folder = folder
  }

  /** The folder of a notebook's backups, which may not be there yet. Another title of the notebook doesn't change it. */
  async folderOf({ id, title, path }: BackedUpNotebook): Promise<string> {
    const key = createHash('sha256').update(`${id}\n${path}`).digest('hex').slice(0, 12)
    const names = (await this.#list(this.#folder)).map(({ name }) => name)
    const known = names.find(name => name.endsWith(` ${key}`))
    return join(this.#folder, known ?? `${fileNameFor(title, '', () => false)} ${key}`)
  }

  /** The complete backups of a notebook, the newest first. */
  async list(notebook: BackedUpNotebook): Promise<Backup[]> {
    const folder = await this.folderOf(notebook)
    const backups: Backup[] = []
    for (const { name } of await this.#list(folder)) {
      const at = timeOf(name)
      if (at === undefined) continue
      const path = join(folder, name)
      const info = await withStorageErrors(path, () => this.#files.info(path))
      if (info?.kind === 'file') backups.push({ path, at, bytes: info.size })
    }
    return backups.sort((a, b) => b.at - a.at)
  }

  /** Removes what a backup left that was cut off. */
  async removeIncomplete(notebook: BackedUpNotebook): Promise<void> {
    const folder = await this.folderOf(notebook)
    for (const { name } of await this.#list(folder)) {
      const path = join(folder, name)
      if (isTemporaryName(name)) await withStorageErrors(path, () => this.#files.remove(path))
    }
  }

  async #list(folder: string) {
    const info = await withStorageErrors(folder, () => this.#files.info(folder))
    return info?.kind === 'folder' ? withStorageErrors(folder, () => this.#files.list(folder)) : []
  }
}

/** The name of a backup that is begun at a moment. */
export function backupName(at: number): string {
  return `${new Date(at).toISOString().replace(/[:.]/g, '-')}.zip`
}

function timeOf(name: string): number | undefined {
  const [, date, hours, minutes, seconds, milliseconds] =
    /^(\d{4}-\d\d-\d\d)T(\d\d)-(\d\d)-(\d\d)-(\d{3})Z\.zip$/.exec(name) ?? []
  const time = Date.parse(`${date}T${hours}:${minutes}:${seconds}.${milliseconds}Z`)
  return Number.isNaN(time) ? undefined : time
}
