import { execFile } from 'node:child_process'
import { appendFile, mkdir, rm, statfs } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { temporaryFolder } from '../../support/temporary-folder'

const run = promisify(execFile)
const pieceBytes = 4096

/** A real file system of a few megabytes in memory, which can be filled up and made read-only. */
export class SmallDisk {
  readonly path: string
  readonly #remove: () => Promise<void>

  private constructor(path: string, remove: () => Promise<void>) {
    this.path = path
    this.#remove = remove
  }

  /** @returns undefined where none can be mounted: it takes Linux and the rights to. */
  static async mount(megabytes: number): Promise<SmallDisk | undefined> {
    const { path, remove } = await temporaryFolder()
    const disk = join(path, 'disk')
    await mkdir(disk)
    try {
      await run('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m`, 'tmpfs', disk])
    } catch {
      await remove()
      return undefined
    }
    return new SmallDisk(disk, remove)
  }

  /** Takes all space but a few bytes. */
  async fill(): Promise<void> {
    const filler = join(this.path, 'filler')
    for (;;) {
      const { bavail, bsize } = await statfs(this.path)
      if (bavail === 0) return
      await appendFile(filler, new Uint8Array(Math.max(pieceBytes, bavail * bsize - pieceBytes))).catch(
        () => undefined,
      )
    }
  }

  async free(): Promise<void> {
    await rm(join(this.path, 'filler'), { force: true })
  }

  async setReadOnly(isReadOnly: boolean): Promise<void> {
    await run('mount', ['-o', `remount,${isReadOnly ? 'ro' : 'rw'}`, this.path])
  }

  async unmount(): Promise<void> {
    await run('umount', ['--lazy', this.path])
    await this.#remove()
  }
}
