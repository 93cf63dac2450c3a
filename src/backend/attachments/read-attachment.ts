import { join } from 'node:path'
import { isPlainTextName } from '../../shared/domain/file-kind'
import { imageTypeOfName } from '../../shared/domain/image-type'
import { pathInside } from '../files/path-inside'
import type { FilePort } from '../files/file-port'
import { attachmentSecurityPolicy, pdfSecurityPolicy } from '../security/content-security-policy'

/** A file of a notebook's `attachments/` to send to the page, with what says how it is to be taken. */
export interface AttachmentResponse {
  readonly bytes: Uint8Array
  readonly headers: Readonly<Record<string, string>>
}

const largestBytes = 100 * 1024 * 1024

/**
 * Reads a file below `attachments/`; undefined for anything else: another folder, a path that leads out of it
 * (also by a symbolic link), a file that is not there. `path` is relative to `attachments/` and already decoded.
 * Images, PDF and plain text are shown; anything else is only saved, so that nothing of it runs under our name.
 */
export async function readAttachment(
  files: FilePort,
  notebookFolder: string,
  path: string,
): Promise<AttachmentResponse | undefined> {
  try {
    const absolute = await pathInside(files, join(notebookFolder, 'attachments'), path)
    const info = absolute === undefined ? undefined : await files.info(absolute)
    if (absolute === undefined || info?.kind !== 'file' || info.size > largestBytes) return undefined
    return { bytes: await files.read(absolute), headers: headersFor(path) }
  } catch {
    return undefined
  }
}

/** As `readAttachment`, for images alone. */
export async function readImage(
  ...[files, notebookFolder, path]: Parameters<typeof readAttachment>
): Promise<AttachmentResponse | undefined> {
  return imageTypeOfName(path) === undefined ? undefined : readAttachment(files, notebookFolder, path)
}

function headersFor(path: string): Record<string, string> {
  const contentType = shownAs(path)
  return {
    'Content-Type': contentType ?? 'application/octet-stream',
    'Content-Disposition': `${contentType === undefined ? 'attachment' : 'inline'}; filename*=UTF-8\'\'${encodedName(path)}`,
    'Content-Security-Policy': contentType === pdf ? pdfSecurityPolicy : attachmentSecurityPolicy,
  }
}

const pdf = 'application/pdf'

function shownAs(path: string): string | undefined {
  if (/\.pdf$/i.test(path)) return pdf
  return isPlainTextName(path) ? 'text/plain; charset=utf-8' : imageTypeOfName(path)?.contentType
}

/** As RFC 8187 has it. */
function encodedName(path: string): string {
  const name = path.slice(path.lastIndexOf('/') + 1)
  return encodeURIComponent(name).replace(
    /['()*]/g,
    mark => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`,
  )
}
