import { createHash } from 'node:crypto'
import { AppError } from '../../shared/contract/app-error'
import type { FilePort } from './file-port'
import { withStorageErrors } from './storage-error'

/** A file of UTF-8 text; a byte order mark stays part of the text. */
export interface TextFile {
  readonly text: string
  /** SHA-256 of the bytes, in hexadecimal. */
  readonly hash: string
}

/** Beyond it a file is not read as text: nobody writes a note of this size. */
export const largestTextFileBytes = 25 * 1024 * 1024

/**
 * Reads text.
 *
 * @throws AppError `notes/not-text` for bytes that are no UTF-8 or hold a NUL, `storage/too-large`, `storage/…`.
 */
export async function readTextFile(
  files: FilePort,
  path: string,
  maxBytes = largestTextFileBytes,
): Promise<TextFile> {
  const bytes = await withStorageErrors(path, async () => {
    const info = await files.info(path)
    if (info === undefined) throw new AppError('storage/not-found', { path })
    if (info.kind === 'folder') throw new AppError('storage/is-a-folder', { path })
    if (info.size > maxBytes)
      throw new AppError('storage/too-large', { path, size: info.size, limit: maxBytes })
    return files.read(path)
  })
  const text = decodeText(bytes)
  if (text === undefined) throw new AppError('notes/not-text', { path })
  return { text, hash: hashOf(bytes) }
}

/** Text of UTF-8 bytes, or undefined when they are something else. */
export function decodeText(bytes: Uint8Array): string | undefined {
  if (bytes.includes(0)) return undefined
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    return undefined
  }
}

export function encodeText(text: string): Uint8Array {
  return new TextEncoder().encode(text)
}

export function hashOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}
