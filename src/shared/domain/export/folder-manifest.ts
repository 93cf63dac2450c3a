import { z } from 'zod'
import { changesBetween } from '../merge/changes-between'
import { textLines } from '../merge/text-lines'

/** The file of an exported folder that says what its files were in the notebook. */
export const manifestName = 'answerbook-export.json'

/** Lines `start` to `end` of the exported text are `lines` in the note. */
const lineChange = z.object({
  start: z.number().int().min(0),
  end: z.number().int().min(0),
  lines: z.array(z.string()),
})
export type LineChange = z.output<typeof lineChange>

/** Paths are relative to the folder, and to the notebook; hashes are SHA-256 of bytes. */
const manifestFile = z.object({
  path: z.string(),
  hash: z.string(),
  /** The note that it is of; null for an index and a question without an answer. */
  note: z.string().nullable(),
  /** The question that it asks, if any. */
  question: z.string().nullable(),
  /** What makes the note of it again. */
  changes: z.array(lineChange),
})
export type ManifestFile = z.output<typeof manifestFile>

export const folderManifest = z.object({
  answerbookExport: z.literal(1),
  title: z.string(),
  /** The question lists with their text as it was. */
  lists: z.array(z.object({ path: z.string(), text: z.string() })),
  files: z.array(manifestFile),
  attachments: z.array(z.object({ path: z.string(), from: z.string() })),
})
export type FolderManifest = z.output<typeof folderManifest>

/** What makes `original` of `exported`. */
export function changesBack(exported: string, original: string): LineChange[] {
  return changesBetween(textLines(exported), textLines(original)).map(({ start, end, items }) => ({
    start,
    end,
    lines: [...items],
  }))
}

/** The text that `changesBack` was given as `original`. */
export function changedBack(exported: string, changes: readonly LineChange[]): string {
  const lines = textLines(exported)
  for (const { start, end, lines: original } of changes.toReversed())
    lines.splice(start, end - start, ...original)
  return lines.join('')
}
