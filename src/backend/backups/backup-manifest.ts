import { z } from 'zod'

/** The last entry of a backup; it is not a file of the notebook. */
export const manifestName = '.answerbook/backup.json'

/** What a backup says of itself. */
export const backupManifest = z.object({
  format: z.literal(1),
  notebook: z.object({ id: z.string(), title: z.string() }),
  createdAt: z.string(),
  files: z.array(z.object({ path: z.string(), bytes: z.number(), sha256: z.string() })),
})
export type BackupManifest = z.output<typeof backupManifest>
export type BackedUpFile = BackupManifest['files'][number]
