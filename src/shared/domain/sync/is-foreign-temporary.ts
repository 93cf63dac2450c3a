/**
 * Whether a name is that of a file or folder which sync programs and editors keep for themselves: all hidden ones, such as
 * `.stversions`, `.dropbox.cache`, `.syncthing.a.md.tmp` or `.git`, and the visible ones of Syncthing and Office.
 */
export function isForeignTemporary(name: string): boolean {
  return name.startsWith('.') || /^~syncthing~/.test(name) || name.startsWith('~$')
}
