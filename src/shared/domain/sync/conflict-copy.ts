/** What a path says about whether its file is another version of one beside it, made by a sync program. */
export interface ConflictCopy {
  /** Path of the file that it would be a version of. */
  readonly original: string
  /** False for names that people and this program give to notes of their own as well: contents have to decide. */
  readonly isCertain: boolean
}

/** Syncthing; ownCloud of old; and what Dropbox and Nextcloud put between brackets. */
const certain = [
  /^(.+)\.sync-conflict-\d{8}-\d{6}(?:-[A-Z0-9]+)?$/,
  /^(.+)_conflict-\d{8}-\d{6}$/,
  /^(.+?) ?\((?:[^()]*[ '’])?conflicted copy(?: [^()]*)?(?: ?\(\d+\))?\)$/i,
  /^(.+?) ?\((?:case|unicode encoding|selective sync) conflict(?: ?\(\d+\))?\)$/i,
]

/** Dropbox names copies in the language of the account. */
const translated =
  /^(.+?) ?\([^()]*(?:in konflikt stehende kopie|copie en conflit|copia en conflicto|copia in conflitto|cópia em conflito|conflicterende kopie|競合コピー|冲突副本|衝突複本)[^()]*\)$/i

/** iCloud, Google Drive, and OneDrive with the name of a computer. */
const possible = [
  /^(.+) \d{1,2}$/,
  /^(.+?) ?\(\d{1,2}\)$/,
  /^(.+?)-(?=[A-Z\d-]*[A-Z])[A-Z\d][A-Z\d-]{3,}$/,
  /^(.+?)-[\w-]*(?:macbook|imac|laptop|desktop|pc)[\w-]*$/i,
]

/** Reads the path of a file; undefined when nothing in it speaks for a copy. */
export function conflictCopyOf(path: string): ConflictCopy | undefined {
  const slash = path.lastIndexOf('/') + 1
  const name = path.slice(slash)
  const extension = /\.[^./\s]{1,8}$/.exec(name)?.[0] ?? ''
  const stem = name.slice(0, name.length - extension.length)
  const originalBy = (patterns: readonly RegExp[]): string | undefined => {
    const found = patterns.map(pattern => pattern.exec(stem)?.[1]).find(each => each !== undefined)
    return found === undefined ? undefined : path.slice(0, slash) + found + extension
  }
  const sure = originalBy([...certain, translated])
  if (sure !== undefined) return { original: sure, isCertain: true }
  const original = originalBy(possible)
  return original === undefined ? undefined : { original, isCertain: false }
}
