/** What a file or folder is. `modifiedAt` is in epoch milliseconds, `size` in bytes. */
export interface FileInfo {
  readonly kind: 'file' | 'folder' | 'other'
  readonly size: number
  readonly modifiedAt: number
}

export interface FolderEntry {
  readonly name: string
  readonly kind: FileInfo['kind']
}

/**
 * All that stores do with the file system, so that tests can make any of it fail.
 *
 * Paths are absolute. Every method throws Node's system errors (`code` is `ENOENT`, `EACCES`, `ENOSPC` …).
 */
export interface FilePort {
  read(path: string): Promise<Uint8Array>
  /** Writes a new file (an existing one is an error) and forces it to disk before it resolves. */
  writeNew(path: string, bytes: Uint8Array): Promise<void>
  append(path: string, text: string): Promise<void>
  rename(from: string, to: string): Promise<void>
  copyNew(from: string, to: string): Promise<void>
  remove(path: string): Promise<void>
  makeFolder(path: string): Promise<void>
  removeEmptyFolder(path: string): Promise<void>
  /** Forces a folder's entries to disk, where the system can. */
  syncFolder(path: string): Promise<void>
  list(path: string): Promise<FolderEntry[]>
  /** Undefined when there is nothing at `path`. */
  info(path: string): Promise<FileInfo | undefined>
  /** `path` with every symbolic link resolved. */
  realPath(path: string): Promise<string>
  canWrite(path: string): Promise<boolean>
}
