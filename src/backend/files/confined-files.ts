import { dirname, sep } from 'node:path'
import type { FilePort } from './file-port'
import { nearestRealPath } from './nearest-real-path'

/**
 * The files below one folder, for content that may come from anywhere: what a symbolic link in it leads to outside can
 * neither be read nor changed. Whatever tries fails with the system's `EACCES`. `root` is an absolute path that exists.
 */
export async function confineFiles(files: FilePort, root: string): Promise<FilePort> {
  const realRoot = await files.realPath(root)
  const assertInside = async (path: string): Promise<void> => {
    const real = await nearestRealPath(files, path)
    if (real !== realRoot && !real.startsWith(realRoot + sep)) throw outside(path)
  }
  const { hold } = files
  return {
    read: path => assertInside(path).then(() => files.read(path)),
    writeNew: (path, bytes) => assertInside(path).then(() => files.writeNew(path, bytes)),
    append: (path, text) => assertInside(path).then(() => files.append(path, text)),
    // A link itself may be moved and removed: what it leads to stays.
    rename: async (from, to, mark) => {
      await Promise.all([assertInside(dirname(from)), assertInside(dirname(to))])
      await files.rename(from, to, mark)
    },
    renameNew: async (from, to) => {
      await Promise.all([assertInside(dirname(from)), assertInside(dirname(to))])
      await files.renameNew(from, to)
    },
    copyNew: async (from, to) => {
      await Promise.all([assertInside(from), assertInside(to)])
      await files.copyNew(from, to)
    },
    remove: path => assertInside(dirname(path)).then(() => files.remove(path)),
    makeFolder: path => assertInside(path).then(() => files.makeFolder(path)),
    removeEmptyFolder: path => assertInside(dirname(path)).then(() => files.removeEmptyFolder(path)),
    syncFolder: path => files.syncFolder(path),
    list: path => assertInside(path).then(() => files.list(path)),
    info: path => files.info(path),
    realPath: path => files.realPath(path),
    canWrite: path => files.canWrite(path),
    hold: hold && (path => assertInside(path).then(() => hold(path))),
  }
}

function outside(path: string): Error {
  return Object.assign(new Error(`EACCES: it leads out of the notebook: ${path}`), { code: 'EACCES' })
}
