import { z } from 'zod'
import { command, query } from './define'

/** What this host can do that others can't; the renderer asks this and never which host it is. */
export const capabilities = z.object({
  /** Native dialogs to choose a folder or a file to write. */
  nativeDialogs: z.boolean(),
  /** Show a file in the system's file manager. */
  revealInFolder: z.boolean(),
})
export type Capabilities = z.output<typeof capabilities>

export const handshake = z.object({
  version: z.string(),
  platform: z.enum(['darwin', 'linux', 'win32', 'other']),
  capabilities,
  /** Counts every change of the notebook; a client that missed events sees another number. */
  revision: z.number(),
})
export type Handshake = z.output<typeof handshake>

export const settings = z.object({
  theme: z.enum(['system', 'light', 'dark']),
  /** Reading text, in CSS pixels. */
  textSizePx: z.number().min(12).max(28),
})
export type Settings = z.output<typeof settings>

export const appProcedures = {
  'app.handshake': query(z.object({}), handshake),
  'app.openExternal': command(z.object({ url: z.string() }), z.object({})),
  'settings.get': query(z.object({}), settings),
  'settings.update': command(settings.partial(), settings),
  'places.home': query(z.object({}), z.object({ path: z.string() })),
  'places.list': query(
    z.object({ path: z.string() }),
    z.object({
      path: z.string(),
      parent: z.string().nullable(),
      isNotebook: z.boolean(),
      folders: z.array(z.object({ name: z.string(), path: z.string(), isNotebook: z.boolean() })),
    }),
  ),
  'places.chooseFolder': command(z.object({}), z.object({ path: z.string().nullable() })),
  'places.reveal': command(z.object({ path: z.string() }), z.object({})),
} as const
