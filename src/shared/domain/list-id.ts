import { isReservedOnWindows } from './file-names'

const maxLength = 60

/**
 * The id of a question list made from a name: letters, digits and hyphens, at most 60, so that question ids
 * can start with it. A name without any Latin letter or digit gives `list-` and a number of its own.
 */
export function toListId(name: string): string {
  const slug = name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[^A-Za-z0-9]+/g, '-')
    .slice(0, maxLength)
    .replace(/^-+|-+$/g, '')
  return slug === '' ? `list-${hash(name)}` : slug
}

/** As `toListId`, for a list that is to get a file: one whose name no system refuses. */
export function toNewListId(name: string): string {
  const id = toListId(name)
  return isReservedOnWindows(id) ? `list-${id}` : id
}

/** FNV-1a, 32 bits: names that differ get ids that (nearly always) differ, and always the same ones. */
function hash(text: string): string {
  let value = 0x811c9dc5
  for (let index = 0; index < text.length; index += 1) {
    value = Math.imul(value ^ text.charCodeAt(index), 0x01000193)
  }
  return (value >>> 0).toString(36)
}
