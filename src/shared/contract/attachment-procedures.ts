import { z } from 'zod'
import { largestFileBytes } from '../domain/file-kind'
import { command } from './define'

/** Base64 of `largestFileBytes`, with its padding. */
const longestBase64 = Math.ceil(largestFileBytes / 3) * 4

export const attachmentProcedures = {
  /** Stores a file below `attachments/`; one that is there with the same bytes is used instead. */
  'attachments.add': command(
    z.object({
      /** The file's own name; empty or a mere `image.png` when it comes from the clipboard. */
      name: z.string().max(1000),
      base64: z.string().max(longestBase64 + 4),
      /** The note that it is for, or the question whose answer isn't written yet: it gives the name, if need be. */
      notePath: z.string().nullable(),
      questionId: z.string().nullable(),
    }),
    z.object({
      /** Relative to the notebook: `attachments/….png`. */
      path: z.string(),
      isNew: z.boolean(),
    }),
  ),
  /**
   * Opens a file in the program that the system has for it; one that could run something is only shown in its folder.
   * `isOpened` is false where the host has no such programs: there the page opens it.
   */
  'attachments.open': command(
    z.object({
      /** Relative to the notebook: `attachments/….pdf`. */
      path: z.string(),
    }),
    z.object({ isOpened: z.boolean() }),
  ),
} as const
