import { recordCall } from './call-record.ts'
import { refuseUnknownMembers } from './unknown-members.ts'

let held: Electron.Data = {}

function hold(api: string, data: Electron.Data): void {
  recordCall(`clipboard.${api}`, [data])
  held = data
}

/** `clipboard`: of its own, apart from the one that the pages' keys copy to and paste from. */
export const clipboard = refuseUnknownMembers(
  {
    writeText: (text: string): void => hold('writeText', { text }),
    readText: (): string => held.text ?? '',
    writeHTML: (html: string): void => hold('writeHTML', { html }),
    readHTML: (): string => held.html ?? '',
    write: (data: Electron.Data): void => hold('write', data),
    clear: (): void => hold('clear', {}),
  },
  'clipboard',
)
