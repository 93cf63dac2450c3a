import { fileNameFor } from '../file-names'
import { plainInline } from '../markdown/parse-markdown'
import type { ExportChapter, ExportUnit } from './export-chapters'

/** The name of the file that tells what is in a folder: code hosts show it, and Obsidian opens it as a note. */
export const indexName = 'README.md'

/** Where each file of a Markdown folder goes: paths relative to it, with forward slashes. */
export interface FolderLayout {
  readonly fileOf: ReadonlyMap<ExportUnit, string>
  /** The index of a chapter. */
  readonly indexOf: ReadonlyMap<ExportChapter, string>
}

/** Gives every unit a file and every chapter a folder; names are valid on every system and differ without regard to case. */
export function folderLayout(chapters: readonly ExportChapter[]): FolderLayout {
  const fileOf = new Map<ExportUnit, string>()
  const indexOf = new Map<ExportChapter, string>()
  const names = new UniqueNames()
  names.name('', 'attachments', '')
  names.name('', indexName, '')
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
      section === undefined ? 'Other notes' : `${pad(section.number)} ${plainInline(section.title)}`
    const folder = names.name(parent, title, '')
    indexOf.set(chapter, `${folder}/${indexName}`)
    names.name(folder, indexName, '')
    for (const unit of units) fileOf.set(unit, names.name(folder, fileTitle(unit), '.md'))
  }
  return { fileOf, indexOf }
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
