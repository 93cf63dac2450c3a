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

/** What a held file is at a moment. */
export interface HeldFileState {
  /** In bytes. */
  readonly size: number
  /** Another one once anything has been written into the file; that it loses its name is no change. */
  readonly contentMark: string
}

/** A file that is open for reading: it can be looked at also when another one has taken its place. */
export interface HeldFile {
  /** As in `FileInfo`, when it was opened. */
  readonly mark: string
  /** When it was opened. */
  readonly state: HeldFileState
  look(): Promise<HeldFileState>
  /** All that it holds now. */
  read(): Promise<Uint8Array>
  close(): Promise<void>
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
  /**
   * Moves a file to a name that nothing has, where the system can tell so at the very moment.
   *
   * @param to not the name of `from` in other letters: a system to which these are the same refuses it.
   * @throws the system's `EEXIST` when something is there; the file is where it was then.
   */
  renameNew(from: string, to: string): Promise<void>
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
  /**
   * Holds a file that is about to be replaced, so that what another program still writes into it can be found; undefined for
   * one that has other names as well, under which that is found anyway. Only where a file that is open can be replaced.
   */
  readonly hold?: ((path: string) => Promise<HeldFile | undefined>) | undefined
}
