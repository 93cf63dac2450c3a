import { basename, dirname, extname, isAbsolute, join, resolve, sep } from 'node:path'
import { AppError } from '../../shared/contract/app-error'
import type { ExportReport } from '../../shared/contract/exchange-procedures'
import { checkMarkdownLinks } from '../../shared/domain/export/check-markdown-links'
import {
  exportMarkdown,
  type ExportNote,
  type ExportSource,
} from '../../shared/domain/export/export-markdown'
import { fileNameFor } from '../../shared/domain/file-names'
import { splitFrontMatter } from '../../shared/domain/front-matter'
import type { FilePort } from '../files/file-port'
import { mapConcurrently } from '../files/map-concurrently'
import { withStorageErrors } from '../files/storage-error'
import { encodeText } from '../files/text-file'
import { writeDurably } from '../files/write-durably'
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
    const copied = new Set(result.attachments.values())
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
        ...check.files
          .filter(file => !copied.has(file) && !result.missingImages.some(image => image.target === file))
          .map(target => ({ path: basename(path), target })),
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
  const inside = ['questions', 'notes', 'attachments', 'study', '.answerbook'].map(
    name => join(notebook.info.path, name) + sep,
  )
  if (inside.some(folder => resolve(path).startsWith(folder)))
    throw new AppError('export/inside-notebook', { path })
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
    const { text } = await notebook.noteStore.read(path)
    bodies.set(path, { path, title, body: splitFrontMatter(text ?? '').body })
  })
  const otherNotes = [...notebook.notes.all()]
    .filter(note => !note.answers.some(id => notebook.hasQuestion(id)))
    .sort((a, b) => (a.path < b.path ? -1 : 1))
    .flatMap(note => bodies.get(note.path) ?? [])
  const present = new Set([
    ...(await filesBelow(files, notebook.info.path, 'attachments')),
    ...(await filesBelow(files, notebook.info.path, 'notes')),
  ])
  return {
    title: notebook.info.title,
    lists,
    answersOf: id => notebook.notes.answersOf(id).flatMap(path => bodies.get(path) ?? []),
    otherNotes: listId === undefined ? otherNotes : [],
    links: notebook,
    hasFile: path => present.has(path),
  }
}

async function filesBelow(files: FilePort, root: string, folder: string, depth = 0): Promise<string[]> {
  const absolute = join(root, folder)
  if (depth > 32 || (await files.info(absolute))?.kind !== 'folder') return []
  const entries = await withStorageErrors(absolute, () => files.list(absolute))
  const nested = await Promise.all(
    entries.map(async entry => {
      const path = `${folder}/${entry.name}`
      return entry.kind === 'folder'
        ? filesBelow(files, root, path, depth + 1)
        : entry.kind === 'file'
          ? [path]
          : []
    }),
  )
  return nested.flat()
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
      if ((await files.info(dirname(target))) === undefined) {
        await withStorageErrors(target, () => files.makeFolder(dirname(target)))
        made.unshift(dirname(target))
      }
      const isNew = (await files.info(target)) === undefined
      const bytes = await withStorageErrors(from, () => files.read(join(root, from)))
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
