import { z } from 'zod'
import { command, query } from './define'

/** Versions of a note that other programs have left. */
export const leftoverConflict = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('copy'),
    /** The note, and the other version of it that a sync program has put beside it. */
    path: z.string(),
    copyPath: z.string(),
    /** False where only the name and alike contents speak for it: then it counts as a note of its own. */
    isCertain: z.boolean(),
  }),
  /** The note itself has two versions in it, between markers as git writes them. */
  z.object({ kind: z.literal('markers'), path: z.string() }),
])
export type LeftoverConflict = z.output<typeof leftoverConflict>

export const conflictProcedures = {
  'conflicts.list': query(z.object({}), z.array(leftoverConflict)),
  /**
   * Saves what the user made of a note and its copy, each of which still has its hash, and moves the copy to the trash.
   */
  'conflicts.mergeCopy': command(
    z.object({
      path: z.string(),
      baseHash: z.string(),
      copyPath: z.string(),
      copyHash: z.string(),
      text: z.string(),
    }),
    z.object({ path: z.string(), hash: z.string(), trashPath: z.string() }),
  ),
} as const
