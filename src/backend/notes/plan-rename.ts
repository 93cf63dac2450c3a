import { join } from 'node:path'
import { AppError, isAppError } from '../../shared/contract/app-error'
import { fileNameFor } from '../../shared/domain/file-names'
import { linkKey, linkKeysTo } from '../../shared/domain/link-keys'
import { readNote } from '../../shared/domain/note'
import { fileTitle } from '../../shared/domain/file-title'
import { retitleNote } from '../../shared/domain/rename/retitle-note'
import { type Renaming, rewriteForRename } from '../../shared/domain/rename/rewrite-for-rename'
import { spaceAfterRename } from '../../shared/domain/rename/space-after-rename'
import type { FilePort } from '../files/file-port'
import { filesBelow } from '../files/files-below'
import { mapConcurrently } from '../files/map-concurrently'
import { readTextFile, type TextFile } from '../files/text-file'
import type { OpenNotebook } from '../notebook/open-notebook'
import { folderOfNotes } from './folder-of-notes'
import type { RenamePlan } from './rename-journal'

const noText = ['notes/not-text', 'storage/too-large', 'storage/not-found', 'storage/is-a-folder'] as const

export interface RenameWish {
  readonly path: string
  readonly newTitle?: string | undefined
  readonly newPath?: string | undefined
}

/** A plan, what its files held before, and what it amounts to. `files` of the plan are named as they are afterwards. */
export interface PlannedRename {
  readonly plan: RenamePlan
  readonly textsBefore: ReadonlyMap<string, string>
  /** The text that the renamed note has afterwards. */
  readonly ownText: string
  readonly title: string
  readonly links: number
  readonly linkingFiles: number
}

/**
 * Computes all texts that a renaming changes, and changes nothing.
 *
 * @throws AppError `notes/not-found`, `notes/bad-path`, `notes/not-text`, `notes/name-taken`, `storage/…`.
 */
export async function planRename(
  notebook: OpenNotebook,
  files: FilePort,
  wish: RenameWish & { readonly id: string },
): Promise<PlannedRename> {
  const from = wish.path
  const note = await notebook.noteStore.read(from)
  if (note.text === undefined) throw new AppError('notes/not-text', { path: from })
  const to = await newPathOf(notebook, wish)
  const retitled = wish.newTitle === undefined ? note.text : retitleNote(from, note.text, wish.newTitle)
  const renamed = readNote(to, retitled)
  const renaming: Renaming = { from, to, before: notebook, after: spaceAfterRename(notebook, from, renamed) }
  const own = rewriteForRename(retitled, from, renaming)
  const needles = needlesFor(notebook, from, renamed)
  const others = await mapConcurrently(await pathsToLookAt(notebook, files, from), 32, async path => {
    const file = await readIfText(files, join(notebook.info.path, path))
    if (file === undefined || !mentions(file.text, needles)) return undefined
    return { path, before: file, ...rewriteForRename(file.text, path, renaming) }
  })
  const changed = [
    { path: to, before: { text: note.text, hash: note.hash }, ...own },
    ...others.filter(other => other !== undefined),
  ].filter(({ text, before }) => text !== before.text)
  const linking = changed.filter(({ links }) => links > 0)
  return {
    plan: {
      version: 1,
      id: wish.id,
      from,
      to,
      files: changed.map(({ path, before, text }) => ({ path, before: before.hash, text })),
    },
    textsBefore: new Map(changed.map(({ path, before }) => [path, before.text])),
    ownText: own.text,
    title: renamed.title,
    links: linking.reduce((sum, { links }) => sum + links, 0),
    linkingFiles: linking.length,
  }
}

async function newPathOf(notebook: OpenNotebook, { path, newPath, newTitle }: RenameWish): Promise<string> {
  if (newPath === undefined) return newTitle === undefined ? path : freePathFor(notebook, path, newTitle)
  await notebook.noteStore.absolute(newPath)
  const { folder: ownFolder, name: ownName } = partsOf(path)
  const { folder: asked, name } = partsOf(newPath)
  if (name !== ownName && name !== fileNameFor(fileTitle(name), '.md', () => false))
    throw new AppError('notes/bad-path', { path: newPath })
  const folder = asked === ownFolder ? asked : await folderOfNotes(notebook.noteStore, asked)
  const others = (await notebook.noteStore.namesIn(folder)).filter(
    other => folder !== ownFolder || other !== ownName,
  )
  const lower = name.normalize('NFC').toLowerCase()
  if (others.some(other => other.normalize('NFC').toLowerCase() === lower))
    throw new AppError('notes/name-taken', { path: `${folder}/${name}` })
  return `${folder}/${name}`
}

async function freePathFor(notebook: OpenNotebook, path: string, title: string): Promise<string> {
  const { folder, name } = partsOf(path)
  const taken = await notebook.noteStore.takenNames(folder)
  taken.delete(name.normalize('NFC').toLowerCase())
  return `${folder}/${fileNameFor(title, '.md', lower => taken.has(lower.normalize('NFC')))}`
}

function partsOf(path: string): { readonly folder: string; readonly name: string } {
  const slash = path.lastIndexOf('/')
  return { folder: path.slice(0, slash), name: path.slice(slash + 1) }
}

/** From the folders and not from the index: links in a file that it doesn't know are rewritten too. */
async function pathsToLookAt(notebook: OpenNotebook, files: FilePort, from: string): Promise<string[]> {
  const lists = await filesBelow(files, notebook.info.path, 'questions')
  const notes = (await notebook.noteStore.list()).filter(path => path !== from)
  return [...notes, ...lists.filter(path => /^questions\/[^/]+\.md$/i.test(path))]
}

/** Undefined for what has no links: another kind of file, or none any more. */
async function readIfText(files: FilePort, path: string): Promise<TextFile | undefined> {
  try {
    return await readTextFile(files, path)
  } catch (error) {
    const isNoText = noText.some(code => isAppError(error, code))
    if (isNoText) return undefined
    throw error
  }
}

/**
 * Pieces of names, one of which every text with a link that may be concerned holds: parsing all notes of a large
 * notebook would take long.
 */
function needlesFor(
  notebook: OpenNotebook,
  from: string,
  renamed: { path: string; title: string },
): string[] {
  const old = notebook.notes.get(from) ?? { path: from, title: fileTitle(from) }
  const names = [...linkKeysTo(old), ...linkKeysTo(renamed), linkKey(fileTitle(from))]
  const pieces = names.map(name => name.split(/[^\p{L}\p{N}]+/u).reduce(longer, ''))
  return [...new Set(pieces.flatMap(piece => [piece, encodeURIComponent(piece).toLowerCase()]))]
}

function longer(left: string, right: string): string {
  return right.length > left.length ? right : left
}

function mentions(text: string, needles: readonly string[]): boolean {
  const lower = text.normalize('NFC').toLowerCase()
  return needles.some(needle => lower.includes(needle))
}
