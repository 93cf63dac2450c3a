import { fileNameFor, folderNameFor, folderSegments } from '../file-names'

/**
 * The path of a note under another title and in another folder, as the user types them; its file's name stays as long as its
 * title does. `paths` are those of all notes.
 */
export function pathForRename(
  { path, title }: { readonly path: string; readonly title: string },
  wish: { readonly title: string; readonly folder: string },
  paths: readonly string[],
): string {
  const slash = path.lastIndexOf('/')
  const folder =
    wish.folder.trim() === folderBelowNotes(path) ? path.slice(0, slash) : folderFor(wish.folder, paths)
  if (wish.title === title) return `${folder}/${path.slice(slash + 1)}`
  const others = new Set(paths.filter(other => other !== path).map(lowered))
  return `${folder}/${fileNameFor(wish.title, '.md', name => others.has(lowered(`${folder}/${name}`)))}`
}

/** The folder of a note without `notes/`; empty at the top. */
export function folderBelowNotes(path: string): string {
  return path.slice('notes/'.length, Math.max('notes/'.length, path.lastIndexOf('/')))
}

function folderFor(typed: string, paths: readonly string[]): string {
  return folderSegments(typed).reduce((folder, wanted) => {
    const below = paths.filter(path => path.startsWith(`${folder}/`))
    const names = below.map(path => path.slice(folder.length + 1).split('/', 2))
    const there = names.flatMap(([name = '', inner]) => (inner === undefined ? [] : [name]))
    return `${folder}/${folderNameFor(wanted, there)}`
  }, 'notes')
}

function lowered(path: string): string {
  return path.normalize('NFC').toLowerCase()
}
