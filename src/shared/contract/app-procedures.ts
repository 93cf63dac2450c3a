import { z } from 'zod'
import { command, query } from './define'

/** What this host can do that others can't; the renderer asks this and never which host it is. */
export const capabilities = z.object({
  /** Native dialogs to choose a folder or a file to write. */
  nativeDialogs: z.boolean(),
  /** Show a file in the system's file manager. */
  revealInFolder: z.boolean(),
  /** A menu outside of the page, made from the page's commands. */
  nativeMenu: z.boolean(),
  /** Save what the window shows as PDF. */
  printToPdf: z.boolean(),
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

/** A command of the page as the native menu needs it. */
export const menuCommand = z.object({
  id: z.string().max(100),
  label: z.string().max(200),
  group: z.string().max(100),
  /** As `Mod+Shift+P`. */
  shortcut: z.string().max(50).nullable(),
  isEnabled: z.boolean(),
  /** Of one that excludes others: whether it is the one in force. */
  isChecked: z.boolean().nullable(),
})
export type MenuCommand = z.output<typeof menuCommand>

export const settings = z.object({
  /** Of the interface; notes and lists are in their own. */
  language: z.enum(['system', 'en', 'zh']),
  theme: z.enum(['system', 'light', 'dark']),
  /** `system` is more contrast only where the system asks for it. */
  contrast: z.enum(['system', 'more']),
  /** How close together rows and controls are. */
  density: z.enum(['comfortable', 'compact']),
  /** Reading text, in CSS pixels. */
  textSizePx: z.number().min(12).max(28),
  /** The user's own, by command id, as `Mod+Shift+P`; null for none. What is not in it has its own. */
  shortcuts: z.record(z.string().max(100), z.string().max(50).nullable()),
})
export type Settings = z.output<typeof settings>

export const appProcedures = {
  'app.handshake': query(z.object({}), handshake),
  'app.openExternal': command(z.object({ url: z.string() }), z.object({})),
  /** `language` is the page's, for the words that the menu has besides. */
  'app.setMenu': command(
    z.object({ commands: z.array(menuCommand).max(500), language: z.enum(['en', 'zh']) }),
    z.object({}),
  ),
  /** The answer to the event `app.saveRequested`: whether all text of this window is saved. */
  'app.reportSaved': command(z.object({ isSaved: z.boolean() }), z.object({})),
  'app.printToPdf': command(z.object({}), z.object({ path: z.string().nullable() })),
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
  'places.chooseSavePath': command(
    z.object({ defaultPath: z.string(), extension: z.string().max(10) }),
    z.object({ path: z.string().nullable() }),
  ),
  'places.reveal': command(z.object({ path: z.string() }), z.object({})),
} as const
