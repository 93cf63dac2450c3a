import { posix } from 'node:path'
import type { FileInfo, FilePort, FolderEntry } from '../../src/backend/files/file-port'

/** A place in a folder; folders and files are numbered. */
interface Place {
  readonly folder: number
  readonly name: string
}

/** One step that reaches the disk as a whole or not at all, or, for `write`, in part. */
export type DiskStep =
  | { readonly kind: 'link'; readonly at: Place; readonly inode: number }
  | { readonly kind: 'unlink'; readonly at: Place; readonly inode: number }
  | { readonly kind: 'move'; readonly from: Place; readonly to: Place; readonly inode: number }
  | { readonly kind: 'write'; readonly inode: number; readonly bytes: Uint8Array }
  | { readonly kind: 'sync'; readonly inode: number }

/** What a disk holds: names by folder and bytes by file. The root is folder 0. */
export interface DiskImage {
  readonly folders: Map<number, Map<string, number>>
  readonly files: Map<number, Uint8Array>
}

/** The folder that every path of a `CrashDisk` is below. */
export const diskRoot = '/disk'

const mostPiecesOfWrite = 3
const emptyFile = new Uint8Array()

/**
 * A disk in memory behind the file port, which records each step so that `crashImages` can tell what a power cut may
 * leave. It promises what POSIX does and no more: the bytes of a file are safe after its `fsync`, a name after the
 * `fsync` of its folder, a rename happens as a whole.
 */
export class CrashDisk implements FilePort {
  readonly steps: DiskStep[] = []
  readonly initial: DiskImage
  readonly #now: DiskImage
  #nextInode: number

  constructor(initial: DiskImage = emptyImage()) {
    this.initial = initial
    this.#now = copyImage(initial)
    this.#nextInode = 1 + Math.max(...initial.folders.keys(), ...initial.files.keys())
  }

  /** What it holds now, as a program sees it. */
  image(): DiskImage {
    return copyImage(this.#now)
  }

  async read(path: string): Promise<Uint8Array> {
    const inode = this.#find(path)
    if (inode === undefined) throw systemError('ENOENT', path)
    const bytes = this.#now.files.get(inode)
    if (bytes === undefined) throw systemError('EISDIR', path)
    return bytes.slice()
  }

  async writeNew(path: string, bytes: Uint8Array): Promise<void> {
    const at = this.#placeOf(path)
    if (this.#find(path) !== undefined) throw systemError('EEXIST', path)
    const inode = this.#newFile()
    await this.#take({ kind: 'link', at, inode })
    await this.#writeAndSync(inode, bytes)
  }

  async append(path: string, text: string): Promise<void> {
    const at = this.#placeOf(path)
    const known = this.#find(path)
    const inode = known ?? this.#newFile()
    if (known === undefined) await this.#take({ kind: 'link', at, inode })
    await this.#writeAndSync(inode, new TextEncoder().encode(text))
  }

  async rename(from: string, to: string): Promise<void> {
    const inode = this.#find(from)
    if (inode === undefined) throw systemError('ENOENT', from)
    await this.#take({ kind: 'move', from: this.#placeOf(from), to: this.#placeOf(to), inode })
  }

  async renameNew(from: string, to: string): Promise<void> {
    const inode = this.#find(from)
    if (inode === undefined) throw systemError('ENOENT', from)
    if (this.#find(to) !== undefined) throw systemError('EEXIST', to)
    await this.#take({ kind: 'link', at: this.#placeOf(to), inode })
    await this.#take({ kind: 'unlink', at: this.#placeOf(from), inode })
  }

  async copyNew(from: string, to: string): Promise<void> {
    const at = this.#placeOf(to)
    if (this.#find(to) !== undefined) throw systemError('EEXIST', to)
    const bytes = await this.read(from)
    const inode = this.#newFile()
    await this.#take({ kind: 'link', at, inode })
    await this.#take({ kind: 'write', inode, bytes })
  }

  async remove(path: string): Promise<void> {
    const inode = this.#find(path)
    if (inode === undefined) throw systemError('ENOENT', path)
    if (this.#now.folders.has(inode)) throw systemError('EISDIR', path)
    await this.#take({ kind: 'unlink', at: this.#placeOf(path), inode })
  }

  async makeFolder(path: string): Promise<void> {
    const known = this.#find(path)
    if (known !== undefined && this.#now.folders.has(known)) return
    if (known !== undefined) throw systemError('EEXIST', path)
    await this.makeFolder(posix.dirname(path))
    const inode = this.#nextInode++
    this.#now.folders.set(inode, new Map())
    this.initial.folders.set(inode, new Map())
    await this.#take({ kind: 'link', at: this.#placeOf(path), inode })
  }

  async removeEmptyFolder(path: string): Promise<void> {
    const inode = this.#find(path)
    const entries = inode === undefined ? undefined : this.#now.folders.get(inode)
    if (inode === undefined || entries === undefined) throw systemError('ENOENT', path)
    if (entries.size > 0) throw systemError('ENOTEMPTY', path)
    await this.#take({ kind: 'unlink', at: this.#placeOf(path), inode })
  }

  async syncFolder(path: string): Promise<void> {
    const inode = this.#find(path)
    if (inode === undefined) throw systemError('ENOENT', path)
    await this.#take({ kind: 'sync', inode })
  }

  async list(path: string): Promise<FolderEntry[]> {
    const inode = this.#find(path)
    const entries = inode === undefined ? undefined : this.#now.folders.get(inode)
    if (entries === undefined) throw systemError(inode === undefined ? 'ENOENT' : 'ENOTDIR', path)
    return [...entries].map(([name, child]) => ({ name, kind: this.#kindOf(child) }))
  }

  async info(path: string): Promise<FileInfo | undefined> {
    const inode = this.#find(path)
    if (inode === undefined) return undefined
    return { kind: this.#kindOf(inode), size: this.#now.files.get(inode)?.byteLength ?? 0, modifiedAt: 0 }
  }

  async realPath(path: string): Promise<string> {
    if (this.#find(path) === undefined) throw systemError('ENOENT', path)
    return path
  }

  async canWrite(path: string): Promise<boolean> {
    return this.#find(path) !== undefined
  }

  #kindOf(inode: number): 'file' | 'folder' {
    return this.#now.folders.has(inode) ? 'folder' : 'file'
  }

  #newFile(): number {
    const inode = this.#nextInode++
    this.#now.files.set(inode, emptyFile)
    this.initial.files.set(inode, emptyFile)
    return inode
  }

  async #writeAndSync(inode: number, bytes: Uint8Array): Promise<void> {
    const size = Math.ceil(bytes.byteLength / mostPiecesOfWrite)
    for (let at = 0; at < bytes.byteLength; at += size)
      await this.#take({ kind: 'write', inode, bytes: bytes.slice(at, at + size) })
    await this.#take({ kind: 'sync', inode })
  }

  async #take(step: DiskStep): Promise<void> {
    applyStep(this.#now, step)
    this.steps.push(step)
    await Promise.resolve()
  }

  #placeOf(path: string): Place {
    const folder = this.#find(posix.dirname(path))
    if (folder === undefined) throw systemError('ENOENT', path)
    if (!this.#now.folders.has(folder)) throw systemError('ENOTDIR', path)
    return { folder, name: posix.basename(path) }
  }

  #find(path: string): number | undefined {
    return findInode(this.#now, path)
  }
}

/** An image that holds a tree of files, all of it on disk. Paths are relative to `diskRoot`. */
export function imageOf(tree: Readonly<Record<string, string>>): DiskImage {
  const image = emptyImage()
  for (const [path, text] of Object.entries(tree)) {
    let folder = 0
    const names = path.split('/')
    for (const [index, name] of names.entries()) {
      const entries = image.folders.get(folder)
      if (entries === undefined) throw new TypeError(`not below a folder: ${path}`)
      const inode = entries.get(name) ?? image.folders.size + image.files.size
      const isFolder = index < names.length - 1 || name === ''
      if (name !== '') entries.set(name, inode)
      if (!isFolder) image.files.set(inode, new TextEncoder().encode(text))
      else if (name !== '' && !image.folders.has(inode)) image.folders.set(inode, new Map())
      folder = inode
    }
  }
  return image
}

/** Every file of an image as text, by its path relative to `diskRoot`. */
export function textsOf(image: DiskImage): Map<string, string> {
  const texts = new Map<string, string>()
  const visit = (folder: number, prefix: string): void => {
    for (const [name, inode] of image.folders.get(folder) ?? []) {
      if (image.folders.has(inode)) visit(inode, `${prefix}${name}/`)
      else texts.set(prefix + name, new TextDecoder().decode(image.files.get(inode)))
    }
  }
  visit(0, '')
  return texts
}

/** A copy that shares nothing that changes. */
export function copyImage({ folders, files }: DiskImage): DiskImage {
  return {
    folders: new Map([...folders].map(([inode, entries]) => [inode, new Map(entries)])),
    files: new Map(files),
  }
}

/** Does a step on an image; what it refers to and is not there is passed over, as after a cut. */
export function applyStep({ folders, files }: DiskImage, step: DiskStep): void {
  switch (step.kind) {
    case 'link':
      folders.get(step.at.folder)?.set(step.at.name, step.inode)
      break
    case 'unlink':
      removeEntry(folders, step.at, step.inode)
      break
    case 'move':
      removeEntry(folders, step.from, step.inode)
      folders.get(step.to.folder)?.set(step.to.name, step.inode)
      break
    case 'write':
      files.set(step.inode, Buffer.concat([files.get(step.inode) ?? emptyFile, step.bytes]))
      break
    case 'sync':
      break
  }
}

function removeEntry(folders: DiskImage['folders'], { folder, name }: Place, inode: number): void {
  const entries = folders.get(folder)
  if (entries?.get(name) === inode) entries.delete(name)
}

function emptyImage(): DiskImage {
  return { folders: new Map([[0, new Map()]]), files: new Map() }
}

function findInode({ folders }: DiskImage, path: string): number | undefined {
  if (path !== diskRoot && !path.startsWith(`${diskRoot}/`)) return undefined
  let inode: number | undefined = 0
  for (const name of path.slice(diskRoot.length).split('/').filter(Boolean)) {
    inode = inode === undefined ? undefined : folders.get(inode)?.get(name)
  }
  return inode
}

function systemError(code: string, path: string): Error {
  return Object.assign(new Error(`${code}: ${path}`), { code })
}
