import type { NoteSummary } from '../../../shared/contract/note-procedures'

/** A visible line of the notes; `level`, `position` and `siblings` as WAI-ARIA counts them, from 1. */
export type NoteRow = {
  readonly key: string
  readonly level: number
  readonly position: number
  readonly siblings: number
  readonly parentKey: string | undefined
} & (
  | { readonly kind: 'folder'; readonly name: string; readonly count: number; readonly isOpen: boolean }
  | {
      readonly kind: 'note'
      readonly note: NoteSummary
      /** The name of the file where a note beside it has the same title. */
      readonly fileName: string | undefined
    }
)

interface Folder {
  /** Relative to the notebook, with a slash at its end. */
  readonly path: string
  readonly name: string
  readonly folders: Map<string, Folder>
  readonly notes: NoteSummary[]
  /** Of notes in it, at any depth. */
  count: number
}

const root = 'notes/'
const names = new Intl.Collator(undefined, { numeric: true, sensitivity: 'base' })

/**
 * The notes as the folders hold them, folders first and by name, notes in the order given; without what is in closed
 * folders. Words that a filter asks for open every folder with a match.
 */
export function noteRows(
  notes: readonly NoteSummary[],
  { filter, open }: { readonly filter: string; readonly open: ReadonlySet<string> },
): NoteRow[] {
  const words = filter
    .toLowerCase()
    .split(/\s+/)
    .filter(word => word !== '')
  const matching = notes.filter(({ title, path }) => {
    const searched = `${title} ${path}`.toLowerCase()
    return words.every(word => searched.includes(word))
  })
  const rows: NoteRow[] = []
  addRows(rows, inFolders(matching), {
    level: 1,
    parentKey: undefined,
    isOpen: path => words.length > 0 || open.has(path),
  })
  return rows
}

/** The folders that a note is in, from the outermost, as rows name them. */
export function foldersOf(path: string): string[] {
  const parts = path.slice(root.length).split('/').slice(0, -1)
  return parts.map((_part, index) => `${root}${parts.slice(0, index + 1).join('/')}/`)
}

/** The note to go to from one that goes away: the next in its folder, or the one before, or what stands beside it in the tree. */
export function noteBeside(path: string, notes: readonly NoteSummary[]): NoteSummary | undefined {
  const open = new Set(notes.flatMap(note => foldersOf(note.path)))
  const rows = noteRows(notes, { filter: '', open }).filter(row => row.kind === 'note')
  const index = rows.findIndex(row => row.key === path)
  if (index < 0) return undefined
  const beside = [rows[index + 1], rows[index - 1]].filter(row => row !== undefined)
  return (beside.find(row => row.parentKey === rows[index]?.parentKey) ?? beside[0])?.note
}

function inFolders(notes: readonly NoteSummary[]): Folder {
  const top = createFolder(root)
  for (const note of notes) {
    let folder = top
    folder.count += 1
    for (const path of foldersOf(note.path)) {
      const inner = folder.folders.get(path) ?? createFolder(path)
      folder.folders.set(path, inner)
      inner.count += 1
      folder = inner
    }
    folder.notes.push(note)
  }
  return top
}

function createFolder(path: string): Folder {
  return { path, name: path.split('/').at(-2) ?? '', folders: new Map(), notes: [], count: 0 }
}

interface Branch {
  readonly level: number
  readonly parentKey: string | undefined
  readonly isOpen: (path: string) => boolean
}

function addRows(rows: NoteRow[], { folders, notes }: Folder, { level, parentKey, isOpen }: Branch): void {
  const siblings = folders.size + notes.length
  const inner = [...folders.values()].sort((a, b) => names.compare(a.name, b.name))
  for (const [index, folder] of inner.entries()) {
    const { name, count, path: key } = folder
    const isFolderOpen = isOpen(key)
    rows.push({
      kind: 'folder',
      key,
      name,
      count,
      isOpen: isFolderOpen,
      level,
      position: index + 1,
      siblings,
      parentKey,
    })
    if (isFolderOpen) addRows(rows, folder, { level: level + 1, parentKey: key, isOpen })
  }
  const seen = new Set<string>()
  const shared = new Set(notes.map(({ title }) => title).filter(title => seen.size === seen.add(title).size))
  for (const [index, note] of notes.entries()) {
    const position = folders.size + index + 1
    const fileName = shared.has(note.title) ? /([^/]*)\.md$/i.exec(note.path)?.[1] : undefined
    rows.push({ kind: 'note', key: note.path, note, fileName, level, position, siblings, parentKey })
  }
}
