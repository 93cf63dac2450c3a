import { join } from 'node:path'
import { AppError, isAppError } from '../../shared/contract/app-error'
import { fileNameFor } from '../../shared/domain/file-names'
import { linkKey, linkKeysTo } from '../../shared/domain/link-keys'
import { readNote } from '../../shared/domain/note'
import { fileTitle } from '../../shared/domain/file-title'
import { retitleNote } from '../../shared/domain/rename/retitle-note'
import {
  type Renaming,
  rewriteForRename,
  type Rewritten,
} from '../../shared/domain/rename/rewrite-for-rename'
import { spaceAfterRename } from '../../shared/domain/rename/space-after-rename'
import type { FilePort } from '../files/file-port'
import { filesBelow } from '../files/files-below'
import { mapConcurrently } from '../files/map-concurrently'
import { readTextFile, type TextFile } from '../files/text-file'
import type { OpenNotebook } from '../notebook/open-notebook'
import { type DoneRename, takesBack, textBefore, withOldTitle } from './done-rename'
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
  /** What is known of it once it is carried out. */
  readonly done: DoneRename
}

/** What is to be planned; `last` is the renaming before, which may be taken back. */
export interface RenameTask extends RenameWish {
  readonly id: string
  readonly last: DoneRename | undefined
}

/**
 * Computes all texts that a renaming changes, and changes nothing.
 *
 * @throws AppError `notes/not-found`, `notes/bad-path`, `notes/not-text`, `notes/name-taken`, `storage/…`.
 */
export async function planRename(
  notebook: OpenNotebook,
  files: FilePort,
  task: RenameTask,
): Promise<PlannedRename> {
  const from = task.path
  const undone = task.last !== undefined && takesBack(task, task.last) ? task.last : undefined
  const note = await notebook.noteStore.read(from)
  if (note.text === undefined) throw new AppError('notes/not-text', { path: from })
  const before = { text: note.text, hash: note.hash }
  const to = undone === undefined ? await newPathOf(notebook, task) : await oldPathOf(notebook, undone)
  const retitled = retitledText(note.text, { to, title: task.newTitle, undone })
  const renamed = readNote(to, retitled)
  const renaming: Renaming = { from, to, before: notebook, after: spaceAfterRename(notebook, from, renamed) }
  const rewritten = rewriteForRename(retitled, from, renaming)
  const own = { path: to, before, ...rewritten, text: textBefore(undone?.own, note.text) ?? rewritten.text }
  const others = await rewriteOthers(notebook, files, {
    renaming,
    needles: needlesFor(notebook, from, renamed),
    undone,
  })
  const done = {
    from,
    to,
    titleBefore: readNote(from, note.text).title,
    own: { before: note.text, after: own.text },
    ownUntitled: retitled === note.text ? own.text : rewriteForRename(note.text, from, renaming).text,
    others: new Map(others.map(({ path, before: { text }, text: after }) => [path, { before: text, after }])),
  }
  return { ...planOf(task.id, { from, to }, [own, ...others]), ownText: own.text, title: renamed.title, done }
}

function planOf(
  id: string,
  { from, to }: { readonly from: string; readonly to: string },
  files: readonly ChangedFile[],
): Pick<PlannedRename, 'plan' | 'textsBefore' | 'links' | 'linkingFiles'> {
  const changed = files.filter(({ text, before }) => text !== before.text)
  const linking = changed.filter(({ links }) => links > 0)
  return {
    plan: {
      version: 1,
      id,
      from,
      to,
      files: changed.map(({ path, before, text }) => ({ path, before: before.hash, text })),
    },
    textsBefore: new Map(changed.map(({ path, before }) => [path, before.text])),
    links: linking.reduce((sum, { links }) => sum + links, 0),
    linkingFiles: linking.length,
  }
}

interface Retitling {
  readonly to: string
  readonly title: string | undefined
  readonly undone: DoneRename | undefined
}

function retitledText(text: string, { to, title: asked, undone }: Retitling): string {
  if (asked === undefined) return text
  const old = undone === undefined ? undefined : withOldTitle(undone, text)
  if (old !== undefined && readNote(to, old).title === asked) return old
  return retitleNote(to, text, asked.normalize('NFC').replace(/\s+/g, ' ').trim())
}

interface ChangedFile extends Rewritten {
  readonly path: string
  readonly before: { readonly text: string; readonly hash: string }
}

interface Rewriting {
  readonly renaming: Renaming
  readonly needles: readonly string[]
  readonly undone: DoneRename | undefined
}

/** The other files with links that are rewritten, and what they say then. */
async function rewriteOthers(
  notebook: OpenNotebook,
  files: FilePort,
  { renaming, needles, undone }: Rewriting,
): Promise<ChangedFile[]> {
  const paths = await pathsToLookAt(notebook, files, renaming.from)
  const found = await mapConcurrently(paths, 32, async path => {
    const file = await readIfText(files, join(notebook.info.path, path))
    if (file === undefined || !mentions(file.text, needles)) return undefined
    const { text, links } = rewriteForRename(file.text, path, renaming)
    return { path, before: file, links, text: textBefore(undone?.others.get(path), file.text) ?? text }
  })
  return found.filter(file => file !== undefined).filter(file => file.text !== file.before.text)
}

async function newPathOf(notebook: OpenNotebook, { path, newPath, newTitle }: RenameWish): Promise<string> {
  if (newPath === undefined) return newTitle === undefined ? path : freePathFor(notebook, path, newTitle)
  await notebook.noteStore.absolute(newPath)
  const { folder: ownFolder, name: ownName } = partsOf(path)
  const { folder: asked, name } = partsOf(newPath)
  if (name !== ownName && name !== fileNameFor(fileTitle(name), '.md', () => false))
    throw new AppError('notes/bad-path', { path: newPath })
  const folder = asked === ownFolder ? asked : await folderOfNotes(notebook.noteStore, asked)
  return freePlace(notebook, path, `${folder}/${name}`)
}

/** A note goes back to its path also where none would be moved to. */
async function oldPathOf(notebook: OpenNotebook, { from, to }: DoneRename): Promise<string> {
  await notebook.noteStore.absolute(from)
  return freePlace(notebook, to, from)
}

/** @throws AppError `notes/name-taken`. */
async function freePlace(notebook: OpenNotebook, path: string, newPath: string): Promise<string> {
  const own = partsOf(path)
  const { folder, name } = partsOf(newPath)
  const others = (await notebook.noteStore.namesIn(folder)).filter(
    other => folder !== own.folder || other !== own.name,
  )
  const lower = name.normalize('NFC').toLowerCase()
  if (others.some(other => other.normalize('NFC').toLowerCase() === lower))
    throw new AppError('notes/name-taken', { path: newPath })
  return newPath
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
