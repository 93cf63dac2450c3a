import { z } from 'zod'
import { largestImageBytes } from '../domain/image-type'
import { command } from './define'

/** Base64 of `largestImageBytes`, with its padding. */
const longestBase64 = Math.ceil(largestImageBytes / 3) * 4

export const attachmentProcedures = {
  /** Stores an image below `attachments/`; one that is there with the same bytes is used instead. */
  'attachments.add': command(
    z.object({
      /** The file's own name; empty or a mere `image.png` when it comes from the clipboard. */
      name: z.string().max(1000),
      base64: z
        .string()
        .min(1)
        .max(longestBase64 + 4),
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
} as const
