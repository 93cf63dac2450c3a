import { z } from 'zod'
import { appErrorCodes } from './app-error'
import { command, query } from './define'

export const backup = z.object({
  /** Absolute path of the zip file. */
  path: z.string(),
  /** When it was begun, in epoch milliseconds. */
  at: z.number(),
  bytes: z.number(),
})
export type Backup = z.output<typeof backup>

export const backupStatus = z.object({
  /** Whether one is made every day. */
  isOn: z.boolean(),
  /** Absolute path of the folder in which each notebook has one for its backups. */
  folder: z.string(),
  isOwnFolder: z.boolean(),
  isRunning: z.boolean(),
  /** The last one that is complete: each is read again, and compared, before it counts. */
  last: backup.nullable(),
  /** Why the last try failed, if it did. */
  failure: z.object({ code: z.enum(appErrorCodes), at: z.number() }).nullable(),
})
export type BackupStatus = z.output<typeof backupStatus>

export const backupProcedures = {
  'backups.status': query(z.object({}), backupStatus),
  /** The backups of the open notebook, the newest first. */
  'backups.list': query(z.object({}), z.array(backup)),
  /** Makes a backup of the open notebook now; one that is being made already is waited for. */
  'backups.run': command(z.object({}), backup),
  /** `folder`: absolute path of a folder that there is, null for the program's own. */
  'backups.configure': command(
    z.object({ isOn: z.boolean().optional(), folder: z.string().nullable().optional() }),
    backupStatus,
  ),
  /** Puts a backup into a folder that is new or empty. Nothing is left behind when it fails. */
  'backups.restore': command(
    z.object({ path: z.string().min(1), folder: z.string().min(1) }),
    z.object({ folder: z.string(), files: z.number() }),
  ),
} as const
