import { join } from 'node:path'
import { imageTypeOfName } from '../../shared/domain/image-type'
import { pathInside } from '../files/path-inside'
import type { FilePort } from '../files/file-port'

/** A file of a notebook's `attachments/` to send to the page. */
export interface AttachmentResponse {
  readonly bytes: Uint8Array
  readonly contentType: string
}

const largestBytes = 100 * 1024 * 1024

/**
 * Reads an image below `attachments/`; undefined for anything else: another folder, a path that leads out of it
 * (also by a symbolic link), another kind of file, a file that is not there. `path` is relative to `attachments/`
 * and already decoded.
 */
export async function readAttachment(
  files: FilePort,
  notebookFolder: string,
  path: string,
): Promise<AttachmentResponse | undefined> {
  const contentType = imageTypeOfName(path)?.contentType
  if (contentType === undefined) return undefined
  try {
    const absolute = await pathInside(files, join(notebookFolder, 'attachments'), path)
    const info = absolute === undefined ? undefined : await files.info(absolute)
    if (absolute === undefined || info?.kind !== 'file' || info.size > largestBytes) return undefined
    return { bytes: await files.read(absolute), contentType }
  } catch {
    return undefined
  }
}
