import { basename, dirname, join, relative, sep } from 'node:path'
import { z } from 'zod'
import { AppError } from '../../shared/contract/app-error'
import type { FilePort } from '../files/file-port'
import { MadePaths } from '../files/made-paths'
import { isNameTaken, storageError, withStorageErrors } from '../files/storage-error'
import { encodeText, readTextFile } from '../files/text-file'
import { createDurably } from '../files/write-durably'

/** The version of the notebook format that this program writes. */
export const notebookFormat = 1
export const notebookFileName = 'answerbook.json'

/** The folders that every notebook has. */
const parts = ['questions', 'notes', 'attachments']

/** What is a notebook's own in its folder. */
export const notebookParts: readonly string[] = [...parts, 'study', '.answerbook', notebookFileName]

const manifest = z.object({
  format: z.number().int().min(1),
  id: z.string().min(1),
  title: z.string(),
  createdAt: z.string().optional(),
})
export type NotebookManifest = z.output<typeof manifest>

/** Nobody knows what a newer format will say besides its number. */
const newerManifest = z.object({
  format: z
    .number()
    .int()
    .min(notebookFormat + 1),
  id: z.string().catch(''),
  title: z.string().catch(''),
})

/**
 * Reads `answerbook.json` of a folder.
 *
 * @throws AppError `notebook/not-found`, `notebook/not-a-folder`, `notebook/not-a-notebook`, `notebook/damaged`.
 */
export async function readManifest(files: FilePort, folder: string): Promise<NotebookManifest> {
  const info = await withStorageErrors(folder, () => files.info(folder))
  if (info === undefined) throw new AppError('notebook/not-found', { path: folder })
  if (info.kind !== 'folder') throw new AppError('notebook/not-a-folder', { path: folder })
  const path = join(folder, notebookFileName)
  if ((await withStorageErrors(path, () => files.info(path)))?.kind !== 'file') {
    throw new AppError('notebook/not-a-notebook', { path: folder })
  }
  const { text } = await readTextFile(files, path, 1024 * 1024).catch(error => {
    throw error instanceof AppError && error.code === 'notes/not-text' ? damaged(folder, 'no text') : error
  })
  const json = parseJson(text, folder)
  const parsed = manifest.safeParse(json)
  const newer = newerManifest.safeParse(json)
  if (!parsed.success && newer.success) return newer.data
  if (!parsed.success)
    throw damaged(folder, parsed.error.issues.map(issue => issue.path.join('.')).join(', '))
  return parsed.data
}

/** Whether `folder` looks like a notebook. */
export async function isNotebookFolder(files: FilePort, folder: string): Promise<boolean> {
  return (await files.info(join(folder, notebookFileName)).catch(() => undefined))?.kind === 'file'
}

/**
 * Makes a notebook in a folder that is empty or not there yet; on failure nothing is left behind.
 * `texts` maps paths below the folder, `questions/…` or `notes/…`, to what they hold. What it gives back takes away again what was made.
 *
 * @throws AppError `notebook/inside-notebook` for a place in the folders of another one, `notebook/…`, `storage/…`.
 */
export async function createNotebookFolder(
  files: FilePort,
  folder: string,
  content: { manifest: NotebookManifest; texts: ReadonlyMap<string, string> },
): Promise<() => Promise<void>> {
  await assertUsable(files, folder)
  const made = new MadePaths(files)
  const makeFile = async (name: string, text: string): Promise<void> => {
    const path = join(folder, name)
    await createDurably(files, path, encodeText(text))
    made.addFile(path)
  }
  try {
    for (const path of [folder, ...parts.map(name => join(folder, name))]) await made.makeFolder(path)
    for (const [name, text] of content.texts) await makeFile(name, text)
    await makeFile(notebookFileName, `${JSON.stringify(content.manifest, undefined, 2)}\n`)
    return () => made.takeBack()
  } catch (error) {
    await made.takeBack()
    throw isNameTaken(error)
      ? new AppError('notebook/folder-not-empty', { path: folder }, error)
      : storageError(error, folder)
  }
}

/** A title for a notebook in this folder. */
export function defaultTitle(folder: string): string {
  return basename(folder) || 'Notebook'
}

async function assertUsable(files: FilePort, folder: string): Promise<void> {
  await assertOutsideOfOthers(files, folder)
  const info = await withStorageErrors(folder, () => files.info(folder))
  if (info === undefined) return
  if (info.kind !== 'folder') throw new AppError('notebook/not-a-folder', { path: folder })
  if (await isNotebookFolder(files, folder))
    throw new AppError('notebook/already-a-notebook', { path: folder })
  const entries = await withStorageErrors(folder, () => files.list(folder))
  for (const { name } of entries) {
    const isKept = !name.startsWith('.') && !(await isEmptyPart(files, folder, name))
    if (isKept) throw new AppError('notebook/folder-not-empty', { path: folder })
  }
}

/** What lies in the folders of another notebook would be notes and files of that one too. */
async function assertOutsideOfOthers(files: FilePort, folder: string): Promise<void> {
  const nearest = await withStorageErrors(folder, () => nearestExisting(files, folder))
  const real = join(await withStorageErrors(folder, () => files.realPath(nearest)), relative(nearest, folder))
  for (let above = dirname(real); ; above = dirname(above)) {
    const [part = ''] = relative(above, real).split(sep)
    if (notebookParts.includes(part) && (await isNotebookFolder(files, above)))
      throw new AppError('notebook/inside-notebook', { path: folder, notebook: above })
    if (dirname(above) === above) return
  }
}

async function nearestExisting(files: FilePort, folder: string): Promise<string> {
  const parent = dirname(folder)
  const isThere = parent === folder || (await files.info(folder)) !== undefined
  return isThere ? folder : nearestExisting(files, parent)
}

/** An empty folder that a notebook has too: another try that failed may have left it. */
async function isEmptyPart(files: FilePort, folder: string, name: string): Promise<boolean> {
  if (!parts.includes(name)) return false
  const path = join(folder, name)
  if ((await withStorageErrors(path, () => files.info(path)))?.kind !== 'folder') return false
  return (await withStorageErrors(path, () => files.list(path))).length === 0
}

function parseJson(text: string, folder: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''))
  } catch (error) {
    throw damaged(folder, error instanceof Error ? error.message : String(error))
  }
}

function damaged(path: string, detail: string): AppError {
  return new AppError('notebook/damaged', { path, detail })
}
