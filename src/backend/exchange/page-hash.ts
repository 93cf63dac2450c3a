import { createHash } from 'node:crypto'

/** What a page's policy knows its style or script by: SHA-256 in base64. */
export function pageHash(text: string): string {
  return createHash('sha256').update(text).digest('base64')
}
