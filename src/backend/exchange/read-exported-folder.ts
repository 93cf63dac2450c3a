import { join } from 'node:path'
import type { NoteImportReport } from '../../shared/contract/import-procedures'
import { addToFrontMatterList } from '../../shared/domain/front-matter-list'
import { exportedStudyName } from '../../shared/domain/export/exported-study'
import {
  changedBack,
  folderManifest,
  manifestName,
  type FolderManifest,
  type ManifestFile,
} from '../../shared/domain/export/folder-manifest'
import { moveLinks, type MovedFile } from '../../shared/domain/import-notes/move-links'
import type { StudyEvent } from '../../shared/domain/study/study-event'
import { readStudyLines } from '../../shared/domain/study/study-lines'
import type { FilePort } from '../files/file-port'
import { decodeText, encodeText, hashOf, readTextFile } from '../files/text-file'
import type { VaultFile } from './read-vault'

/** More than a million events. */
const largestStudyBytes = 200 * 1024 * 1024

/** A folder that Answerbook exported, as the notebook that it was. */
export interface ExportedFolder {
  readonly lists: FolderManifest['lists']
  /** With the paths that they had in the notebook. */
  readonly files: readonly VaultFile[]
  /** The study log of its questions. */
  readonly study: readonly StudyEvent[]
  readonly left: NoteImportReport['left']
}

/**
 * Makes of an exported folder what it was: files that nobody has changed get their text of before the export, changed ones keep
 * theirs with links that lead to where things were. Undefined for a folder without a manifest.
 *
 * @param files of the folder, by paths relative to it
 */
export async function readExportedFolder(
  port: FilePort,
  folder: string,
  files: readonly VaultFile[],
): Promise<ExportedFolder | undefined> {
  const manifest = files.some(({ path }) => path === manifestName)
    ? await readManifest(port, join(folder, manifestName))
    : undefined
  if (manifest === undefined) return undefined
  const entries = new Map(manifest.files.map(entry => [entry.path, entry]))
  const attachments = new Map(manifest.attachments.map(({ path, from }) => [path, from]))
  const links: Links = {
    placeOf: path => entries.get(path)?.note ?? attachments.get(path),
    fileCalled: fileFinder([...entries.keys(), ...attachments.keys()]),
  }
  const restored: VaultFile[] = []
  const left: NoteImportReport['left'][number][] = []
  let study: StudyEvent[] = []
  for (const file of files) {
    if (file.path === exportedStudyName) {
      const log = await readStudy(port, file)
      if ('reason' in log) left.push({ path: file.absolute, reason: log.reason })
      else study = log.events
      continue
    }
    const entry = entries.get(file.path)
    const restoredFile =
      entry === undefined ? otherFile(file, attachments) : await restoredNote(port, file, { entry, links })
    if (restoredFile === undefined) left.push({ path: file.absolute, reason: 'export-index' })
    else restored.push(restoredFile)
  }
  return { lists: manifest.lists.filter(({ path }) => isListPath(path)), files: restored, study, left }
}

async function readManifest(port: FilePort, path: string): Promise<FolderManifest | undefined> {
  try {
    return folderManifest.parse(JSON.parse((await readTextFile(port, path)).text))
  } catch {
    // A file of this name that is no manifest makes the folder one like any other.
    return undefined
  }
}

/** The events of a study log. Lines that can't be read are passed over, as in a notebook. */
export async function readStudy(
  port: FilePort,
  { absolute, size }: VaultFile,
): Promise<{ events: StudyEvent[] } | { reason: 'too-large' | 'unreadable' }> {
  if (size > largestStudyBytes) return { reason: 'too-large' }
  const bytes = await port.read(absolute).catch(() => undefined)
  if (bytes === undefined) return { reason: 'unreadable' }
  return { events: readStudyLines(new TextDecoder().decode(bytes)) }
}

function otherFile(file: VaultFile, attachments: ReadonlyMap<string, string>): VaultFile | undefined {
  if (file.path === manifestName) return undefined
  const from = attachments.get(file.path)
  if (from !== undefined) return { ...file, path: from }
  return /\.(?:md|markdown)$/i.test(file.path) ? { ...file, path: `notes/${file.path}` } : file
}

type Links = Omit<MovedFile, 'path'>

/** Finds the files of an export by their path without `.md`, or by a name that only one has. */
function fileFinder(paths: readonly string[]): Links['fileCalled'] {
  const called = new Map<string, string | undefined>()
  for (const path of paths) {
    const name = path.slice(path.lastIndexOf('/') + 1).replace(/\.md$/, '')
    called.set(name, called.has(name) ? undefined : path)
  }
  for (const path of paths) called.set(path.replace(/\.md$/, ''), path)
  return target => called.get(target)
}

/** Undefined for what the export made itself. */
async function restoredNote(
  port: FilePort,
  file: VaultFile,
  { entry, links }: { entry: ManifestFile; links: Links },
): Promise<VaultFile | undefined> {
  const bytes = await port.read(file.absolute).catch(() => undefined)
  const text = bytes === undefined ? undefined : decodeText(bytes)
  if (bytes === undefined || text === undefined) return file
  const isSame = hashOf(bytes) === entry.hash
  if (entry.note !== null) {
    const path = entry.note
    return withText(
      file,
      path,
      isSame ? changedBack(text, entry.changes) : moveLinks(text, file.path, { path, ...links }),
    )
  }
  if (isSame || entry.question === null) return undefined
  const path = `notes/${file.path}`
  const moved = moveLinks(text, file.path, { path, ...links })
  return withText(file, path, addToFrontMatterList(moved, 'answers', entry.question))
}

function withText(file: VaultFile, path: string, text: string): VaultFile {
  return { ...file, path, text, size: encodeText(text).byteLength }
}

/** Whether a path of a notebook is one that a question list may have. */
export function isListPath(path: string): boolean {
  return /^questions\/[^/\\:.][^/\\:]*\.md$/i.test(path)
}
