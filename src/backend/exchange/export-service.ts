import { basename, dirname, extname, isAbsolute, join, resolve, sep } from 'node:path'
import { AppError, isAppError } from '../../shared/contract/app-error'
import type { ExportReport } from '../../shared/contract/exchange-procedures'
import { checkMarkdownLinks } from '../../shared/domain/export/check-markdown-links'
import { exportMarkdown } from '../../shared/domain/export/export-markdown'
import type { ExportNote, ExportSource } from '../../shared/domain/export/export-source'
import { fileNameFor } from '../../shared/domain/file-names'
import { splitFrontMatter } from '../../shared/domain/front-matter'
import { decodePath } from '../../shared/domain/link-keys'
import type { FilePort } from '../files/file-port'
import { filesBelow } from '../files/files-below'
import { makeFolderDurably } from '../files/make-folder-durably'
import { mapConcurrently } from '../files/map-concurrently'
import { pathInside } from '../files/path-inside'
import { withStorageErrors } from '../files/storage-error'
import { encodeText } from '../files/text-file'
import { writeDurably } from '../files/write-durably'
import { notebookFileName } from '../notebook/notebook-store'
import type { NotebookService } from '../notebook/notebook-service'
import type { OpenNotebook } from '../notebook/open-notebook'
import type { BackendPorts } from '../ports'

export interface MarkdownExportOptions {
  /** Absolute path of the file to write. */
  readonly path: string
  readonly include: 'all' | 'answered'
  readonly listId?: string | undefined
  /** Whether a file that is there may be replaced. */
  readonly overwrite: boolean
}

/** Writes notebooks out. */
export class ExportService {
  readonly #notebooks: NotebookService
  readonly #ports: BackendPorts

  constructor(notebooks: NotebookService, ports: BackendPorts) {
    this.#notebooks = notebooks
    this.#ports = ports
  }

  /** Where an export goes unless the user says otherwise: beside the notebook. */
  defaultPath(): string {
    const { path, title } = this.#notebooks.notebook.info
    return join(
      dirname(path),
      fileNameFor(`${title} export`, '.md', () => false),
    )
  }

  /**
   * Writes one Markdown file and copies what it embeds to a folder beside it, then reads the result and checks
   * its links and images.
   *
   * @throws AppError `export/would-overwrite`, `export/inside-notebook`, `storage/…`; nothing half-written stays.
   */
  async markdown({ path, include, listId, overwrite }: MarkdownExportOptions): Promise<ExportReport> {
    const { notebook } = this.#notebooks
    const { files } = this.#ports
    await assertTarget(files, notebook, { path, overwrite })
    const stem = basename(path, extname(path))
    const source = await gatherSource(files, notebook, listId)
    const result = exportMarkdown(source, { include, filesFolder: `${stem} files` })
    const written = await writeAll(files, notebook.info.path, path, result)
    const check = checkMarkdownLinks(result.markdown)
    const known = new Set([
      ...result.attachments.values(),
      ...result.missingImages.map(({ target }) => decodePath(target.split('#')[0] ?? '')),
    ])
    return {
      written,
      questions: result.questions,
      answered: result.answered,
      brokenLinks: [
        ...result.brokenLinks,
        ...check.missingAnchors.map(target => ({ path: basename(path), target })),
      ],
      missingImages: [
        ...result.missingImages,
        ...check.files.filter(file => !known.has(file)).map(target => ({ path: basename(path), target })),
      ],
    }
  }
}

async function assertTarget(
  files: FilePort,
  notebook: OpenNotebook,
  { path, overwrite }: { path: string; overwrite: boolean },
): Promise<void> {
  if (!isAbsolute(path)) throw new AppError('storage/not-found', { path })
  const info = await withStorageErrors(path, () => files.info(path))
  if (info?.kind === 'folder') throw new AppError('storage/is-a-folder', { path })
  if (info !== undefined && !overwrite) throw new AppError('export/would-overwrite', { path })
  const root = await withStorageErrors(notebook.info.path, () => files.realPath(notebook.info.path))
  const folder = await files.realPath(dirname(path)).catch(() => resolve(dirname(path)))
  const own = ['questions', 'notes', 'attachments', 'study', '.answerbook'].map(name => join(root, name))
  const isInside =
    own.some(name => folder === name || folder.startsWith(name + sep)) ||
    join(folder, basename(path)) === join(root, notebookFileName)
  if (isInside) throw new AppError('export/inside-notebook', { path })
}

async function gatherSource(
  files: FilePort,
  notebook: OpenNotebook,
  listId: string | undefined,
): Promise<ExportSource> {
  const lists = listId === undefined ? notebook.lists : notebook.lists.filter(list => list.id === listId)
  if (listId !== undefined && lists.length === 0)
    throw new AppError('questions/list-not-found', { id: listId })
  const bodies = new Map<string, ExportNote>()
  await mapConcurrently([...notebook.notes.all()], 32, async ({ path, title }) => {
    const file = await notebook.noteStore.read(path).catch((error: unknown) => {
      if (isAppError(error, 'notes/not-found')) return undefined
      throw error
    })
    if (file !== undefined) bodies.set(path, { path, title, body: splitFrontMatter(file.text ?? '').body })
  })
  const otherNotes = [...notebook.notes.all()]
    .filter(note => !note.answers.some(id => notebook.hasQuestion(id)))
    .sort((a, b) => (a.path < b.path ? -1 : 1))
    .flatMap(note => bodies.get(note.path) ?? [])
  const present = await embeddableFiles(files, notebook.info.path)
  return {
    title: notebook.info.title,
    lists,
    answersOf: id => notebook.notes.answersOf(id).flatMap(path => bodies.get(path) ?? []),
    otherNotes: listId === undefined ? otherNotes : [],
    links: notebook,
    hasFile: path => present.has(path),
  }
}

/** Files that texts may embed; a symbolic link to a file outside of the notebook is none. */
async function embeddableFiles(files: FilePort, root: string): Promise<Set<string>> {
  const folders = ['attachments', 'notes', 'questions']
  const paths = (await Promise.all(folders.map(folder => filesBelow(files, root, folder)))).flat()
  const inside = await mapConcurrently(
    paths.filter(path => !/\.md$/i.test(path)),
    32,
    async path => {
      const inside = await withStorageErrors(path, () => pathInside(files, root, path))
      return inside === undefined ? [] : [path]
    },
  )
  return new Set(inside.flat())
}

async function writeAll(
  files: FilePort,
  root: string,
  path: string,
  { markdown, attachments }: { markdown: string; attachments: ReadonlyMap<string, string> },
): Promise<string[]> {
  const written: string[] = []
  const made: string[] = []
  try {
    if ((await withStorageErrors(path, () => files.info(dirname(path)))) === undefined) {
      throw new AppError('storage/not-found', { path: dirname(path) })
    }
    for (const [from, to] of attachments) {
      const target = join(dirname(path), to)
      await withStorageErrors(target, async () => {
        if ((await files.info(dirname(target))) !== undefined) return
        made.unshift(dirname(target))
        await makeFolderDurably(files, dirname(target))
      })
      const isNew = (await withStorageErrors(target, () => files.info(target))) === undefined
      const bytes = await withStorageErrors(from, async () => {
        const source = await pathInside(files, root, from)
        if (source === undefined) throw new AppError('storage/no-permission', { path: from })
        return files.read(source)
      })
      await writeDurably(files, target, bytes)
      if (isNew) made.unshift(target)
      written.push(target)
    }
    await writeDurably(files, path, encodeText(markdown))
  } catch (error) {
    for (const item of made)
      await files
        .remove(item)
        .catch(() => files.removeEmptyFolder(item))
        .catch(() => undefined)
    throw error
  }
  return [path, ...written]
}
