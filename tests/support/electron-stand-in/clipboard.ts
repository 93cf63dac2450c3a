import { recordCall } from './call-record.ts'
import { refuseUnknownMembers } from './unknown-members.ts'

let text = ''

/** `clipboard`: plain text, apart from what the pages' keys copy and paste. */
export const clipboard = refuseUnknownMembers(
  {
    writeText: async (written: string): Promise<void> => {
      recordCall('clipboard.writeText', [written])
      text = written
    },
    readText: async (): Promise<string> => text,
    clear: (): void => {
      text = ''
    },
  } satisfies Partial<Electron.Clipboard>,
  'clipboard',
)
