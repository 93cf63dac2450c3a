/** What a file or folder is. `modifiedAt` is in epoch milliseconds, `size` in bytes. */
export interface FileInfo {
  readonly kind: 'file' | 'folder' | 'other'
  readonly size: number
  readonly modifiedAt: number
  /** Another one once anything has written or replaced the file; undefined where the system can't tell. */
  readonly mark?: string
}

/** A file is not the one any more that was to be replaced. */
export class FileChangedError extends Error {
  override readonly name = 'FileChangedError'
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
  /**
   * @param mark of the file at `to` that is to be replaced: looked at once more with nothing between that and the renaming,
   *   so that a change of another program is not overwritten.
   * @throws FileChangedError
   */
  rename(from: string, to: string, mark?: string): Promise<void>
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
