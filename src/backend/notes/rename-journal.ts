import { dirname, join } from 'node:path'
import { z } from 'zod'
import type { FilePort } from '../files/file-port'
import { makeFolderDurably } from '../files/make-folder-durably'
import { pathInside } from '../files/path-inside'
import type { ReplacedFiles } from '../files/replaced-files'
import { withStorageErrors } from '../files/storage-error'
import { decodeText, encodeText, hashOf } from '../files/text-file'
import { writeDurably } from '../files/write-durably'

const renamePlan = z.object({
  version: z.literal(1),
  id: z.string().regex(/^[\w-]+$/),
  /** The note that is moved. */
  from: z.string().startsWith('notes/'),
  to: z.string().startsWith('notes/'),
  /** What files are to hold after the move, and the hash of what they held when it was planned. */
  files: z.array(
    z.object({
      path: z.string().regex(/^(?:notes|questions)\/.+\.md$/i),
      before: z.string(),
      text: z.string(),
    }),
  ),
})

/** All that a renaming does, known before anything is done. */
export type RenamePlan = z.output<typeof renamePlan>

type Report = (message: string, data: unknown) => void

/**
 * The files `rename-<id>.json` in `.answerbook/journal/`: each says what a renaming does, is there before it begins and
 * goes when it is complete. One that is still there when the notebook is opened is completed.
 */
export class RenameJournal {
  readonly #files: FilePort
  readonly #root: string
  readonly #replaced: ReplacedFiles | undefined

  /** What is rewritten in notes is watched by `replaced`. */
  constructor(files: FilePort, root: string, replaced?: ReplacedFiles) {
    this.#files = files
    this.#root = root
    this.#replaced = replaced
  }

  async write(plan: RenamePlan): Promise<void> {
    const path = this.#pathOf(plan.id)
    await withStorageErrors(path, () => makeFolderDurably(this.#files, dirname(path)))
    await writeDurably(this.#files, path, encodeText(JSON.stringify(plan)))
  }

  async remove(id: string): Promise<void> {
    const path = this.#pathOf(id)
    await withStorageErrors(path, () => this.#files.remove(path))
  }

  /** Moves a note's file, and makes the folders above the new place. */
  async move(from: string, to: string): Promise<void> {
    const [source, target] = [join(this.#root, from), join(this.#root, to)]
    await withStorageErrors(from, async () => {
      await makeFolderDurably(this.#files, dirname(target))
      await this.#files.rename(source, target)
      await this.#files.syncFolder(dirname(target))
      if (dirname(source) !== dirname(target)) await this.#files.syncFolder(dirname(source))
    })
  }

  /** @throws AppError `notes/conflict` when the file no longer holds what has the hash `before`, if one is given. */
  async writeText(path: string, text: string, before?: string): Promise<void> {
    const onReplaced = path.startsWith('notes/') ? this.#replaced?.watcherFor(path) : undefined
    const replacing = before === undefined ? undefined : { baseHash: before, onReplaced }
    await writeDurably(this.#files, join(this.#root, path), encodeText(text), replacing)
  }

  /**
   * Completes what a crash interrupted. A file that was changed since is left as it is and reported; so is a damaged
   * journal file, which stays.
   */
  async complete(report: Report): Promise<void> {
    for (const plan of await this.unfinished(report)) await this.completePlan(plan, report)
  }

  /** Renamings that were begun and neither completed nor taken back. One that can't be read is reported. */
  async unfinished(report: Report): Promise<RenamePlan[]> {
    const folder = join(this.#root, '.answerbook', 'journal')
    if ((await this.#files.info(folder))?.kind !== 'folder') return []
    const plans: RenamePlan[] = []
    const names = (await this.#files.list(folder)).map(({ name }) => name)
    for (const name of names.filter(each => /^rename-[\w-]+\.json$/.test(each)).sort()) {
      const plan = readPlan(await this.#files.read(join(folder, name)))
      if (plan === undefined) report('an interrupted renaming can not be read', name)
      else plans.push(plan)
    }
    return plans
  }

  /** Returns whether the note is at its new place now. */
  async completePlan({ id, from, to, files }: RenamePlan, report: Report): Promise<boolean> {
    for (const path of [from, to, ...files.map(file => file.path)]) {
      if ((await pathInside(this.#files, this.#root, path)) === undefined) {
        report('an interrupted renaming leads out of the notebook', { id, path })
        return false
      }
    }
    const [hasSource, hasTarget] = [await this.#has(from), await this.#has(to)]
    if (hasSource && !hasTarget) await this.move(from, to)
    else if (hasSource && (await this.#isCopy(from, to))) await this.#files.remove(join(this.#root, from))
    else if (hasSource || !hasTarget) {
      report('an interrupted renaming was given up: its note was changed since', { id, from, to })
      await this.remove(id)
      return false
    }
    for (const { path, before, text } of files) {
      const bytes = await this.#files.read(join(this.#root, path)).catch(() => undefined)
      const hash = bytes === undefined ? undefined : hashOf(bytes)
      if (hash === before) await this.writeText(path, text, before)
      else if (hash !== hashOf(encodeText(text)))
        report('links were not rewritten: the file was changed since', { id, path })
    }
    await this.remove(id)
    return true
  }

  /** Whether there is a file of just this name, also where the file system doesn't regard case. */
  async #has(path: string): Promise<boolean> {
    const absolute = join(this.#root, path)
    if ((await this.#files.info(absolute))?.kind !== 'file') return false
    const name = path.slice(path.lastIndexOf('/') + 1).normalize('NFC')
    const entries = await this.#files.list(dirname(absolute))
    return entries.some(entry => entry.name.normalize('NFC') === name)
  }

  /** Whether two files hold the same: a power cut can leave a file that was moved to another folder under both names. */
  async #isCopy(path: string, other: string): Promise<boolean> {
    const bytes = await this.#files.read(join(this.#root, path))
    return hashOf(bytes) === hashOf(await this.#files.read(join(this.#root, other)))
  }

  #pathOf(id: string): string {
    return join(this.#root, '.answerbook', 'journal', `rename-${id}.json`)
  }
}

function readPlan(bytes: Uint8Array): RenamePlan | undefined {
  try {
    return renamePlan.safeParse(JSON.parse(decodeText(bytes) ?? '')).data
  } catch {
    return undefined
  }
}
