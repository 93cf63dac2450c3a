import { fileNameFor } from '../../shared/domain/file-names'

/** A path below `notes/` that no other note has; folders keep their names as far as every system allows them. */
export function freePath(path: string, taken: Set<string>): string {
  const parts = path.split('/')
  const name = (parts.pop() ?? '').replace(/\.(?:md|markdown)$/i, '')
  const folders = parts.map(part => fileNameFor(part, '', () => false))
  const folder = ['notes', ...folders, ''].join('/')
  const isTaken = (candidate: string): boolean =>
    taken.has(`${folder}${candidate}`.normalize('NFC').toLowerCase())
  const free = `${folder}${fileNameFor(name, '.md', isTaken)}`
  taken.add(free.toLowerCase())
  return free
}

/** A file name of `attachments/` that no other file has. */
export function freeName(path: string, extension: string, taken: Set<string>): string {
  const name = path.slice(path.lastIndexOf('/') + 1)
  const stem = extension === '' ? name : name.slice(0, -extension.length)
  const free = fileNameFor(stem, extension, candidate => taken.has(candidate))
  taken.add(free.toLowerCase())
  return free
}

/** How many numbers behind a name may be missing, and how many notes are looked at. */
const [widestGap, mostPlaces] = [2, 20]

/** Notes that `freePath` may have made of a path when others had its name. */
export function numberedPaths(path: string, isThere: (place: string) => boolean): string[] {
  const places: string[] = []
  const taken = new Set<string>()
  for (let gap = 0; gap < widestGap && places.length < mostPlaces;) {
    const place = freePath(path, taken)
    const isFound = isThere(place)
    if (isFound) places.push(place)
    gap = isFound ? 0 : gap + 1
  }
  return places
}

/** Whether a path that a file names is one that every system allows, below `folder`. */
export function isSafe(path: string, folder: string): boolean {
  const parts = path.startsWith(folder) ? path.slice(folder.length).split('/') : []
  return parts.length > 0 && parts.every(part => safeName.test(part))
}

const safeName = /^[^.\s\\:*?"<>|\p{Cc}][^\\:*?"<>|\p{Cc}]*(?<![\s.])$/u
