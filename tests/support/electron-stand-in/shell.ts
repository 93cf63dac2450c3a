import { recorded } from './call-record.ts'
import { refuseUnknownMembers } from './unknown-members.ts'

/** `shell`: records what would be opened, and opens nothing. */
export const shell = refuseUnknownMembers(
  {
    openExternal: recorded<[url: string, options?: Electron.OpenExternalOptions], Promise<void>>(
      'shell.openExternal',
      async () => undefined,
    ),
    openPath: recorded<[path: string], Promise<string>>('shell.openPath', async () => ''),
    showItemInFolder: recorded<[path: string]>('shell.showItemInFolder'),
    beep: recorded('shell.beep'),
  } satisfies Partial<Electron.Shell>,
  'shell',
)
