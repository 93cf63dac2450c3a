import { fileNameFor } from '../file-names'
import { plainInline } from '../markdown/parse-markdown'
import { encodePath, relativePath } from './encode-path'
import type { ExportChapter, ExportUnit } from './export-chapters'
import type { UnitTarget } from './unit-places'

/** How the files of a folder are called. */
export interface LayoutNames {
  /** The file that tells what is in a folder. */
  readonly index: string
  /** With its dot. */
  readonly extension: string
  /** Names of folders that are for something else, in lower case. */
  readonly reserved: readonly string[]
}

/** Code hosts show a README, and Obsidian opens it as a note. */
export const markdownNames: LayoutNames = { index: 'README.md', extension: '.md', reserved: ['attachments'] }

/** Web servers show an `index.html`. */
export const siteNames: LayoutNames = {
  index: 'index.html',
  extension: '.html',
  reserved: ['attachments', 'assets'],
}

/** Where each file of a folder goes: paths relative to it, with forward slashes. */
export interface FolderLayout {
  readonly fileOf: ReadonlyMap<ExportUnit, string>
  /** The index of a chapter. */
  readonly indexOf: ReadonlyMap<ExportChapter, string>
}

/** Gives every unit a file and every chapter a folder; names are valid on every system and differ without regard to case. */
export function folderLayout(
  chapters: readonly ExportChapter[],
  { index, extension, reserved }: LayoutNames,
): FolderLayout {
  const fileOf = new Map<ExportUnit, string>()
  const indexOf = new Map<ExportChapter, string>()
  const names = new UniqueNames()
  for (const name of reserved) names.name('', name, '')
  names.name('', index, '')
  const lists = new Map<string, string>()
  const listCount = new Set(chapters.flatMap(({ list }) => list?.id ?? [])).size
  for (const chapter of chapters) {
    const { list, section, units } = chapter
    let parent = ''
    if (list !== undefined && listCount > 1) {
      parent = lists.get(list.id) ?? names.name('', plainInline(list.title), '')
      lists.set(list.id, parent)
    }
    const title =
      section === undefined ? chapter.title : `${pad(section.number)} ${plainInline(section.title)}`
    const folder = names.name(parent, title, '')
    indexOf.set(chapter, `${folder}/${index}`)
    names.name(folder, index, '')
    for (const unit of units) fileOf.set(unit, names.name(folder, fileTitle(unit), extension))
  }
  return { fileOf, indexOf }
}

/** As `folderLayout` for what stands alone: all is at the top, without an index. */
export function flatLayout(
  chapters: readonly ExportChapter[],
  { index, extension, reserved }: LayoutNames,
): FolderLayout {
  const names = new UniqueNames()
  for (const name of [index, ...reserved]) names.name('', name, '')
  const units = chapters.flatMap(chapter => chapter.units)
  return {
    fileOf: new Map(units.map(unit => [unit, names.name('', unit.title, extension)])),
    indexOf: new Map(),
  }
}

/** The destination of a link to a unit or a chapter from the file `from`, percent-encoded. */
export function layoutDestination(layout: FolderLayout, target: UnitTarget, from: string): string {
  if (target.kind === 'chapter')
    return encodePath(relativePath(from, placed(layout.indexOf.get(target.chapter))))
  const { unit, heading } = target
  const anchor = heading?.id
  const file = placed(layout.fileOf.get(unit))
  if (anchor !== undefined && file === from) return `#${anchor}`
  return encodePath(relativePath(from, file)) + (anchor === undefined ? '' : `#${anchor}`)
}

/** What every unit and chapter of a layout has. @throws TypeError for one of another layout. */
export function placed(path: string | undefined): string {
  if (path === undefined) throw new TypeError('not in this layout')
  return path
}

/** Numbers in two digits, so that files stand in the order of the questions. */
function fileTitle({ asked, title }: ExportUnit): string {
  if (asked === undefined) return title
  const { section, question } = asked
  return `${pad(section.number)}.${pad(question.number)} ${plainInline(question.text)}`
}

function pad(number: number): string {
  return String(number).padStart(2, '0')
}

class UniqueNames {
  readonly #taken = new Set<string>()

  /** A path in `folder` that no other one has. */
  name(folder: string, title: string, extension: string): string {
    const prefix = folder === '' ? '' : `${folder}/`
    const key = (name: string): string => (prefix + name).normalize('NFC').toLowerCase()
    const name = fileNameFor(title, extension, lower => this.#taken.has(key(lower)))
    this.#taken.add(key(name))
    return prefix + name
  }
}
