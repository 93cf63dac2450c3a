import { recordCall } from './call-record.ts'
import { refuseUnknownMembers } from './unknown-members.ts'

type OptionsWithCancel = { cancelId?: number }

/** `dialog`: nobody sits before it, so each is canceled, unless a test puts its own function in the place. */
export const dialog = refuseUnknownMembers(
  {
    showOpenDialog: (...args: unknown[]): Promise<Electron.OpenDialogReturnValue> =>
      canceled('dialog.showOpenDialog', args, { canceled: true, filePaths: [] }),
    showSaveDialog: (...args: unknown[]): Promise<Electron.SaveDialogReturnValue> =>
      canceled('dialog.showSaveDialog', args, { canceled: true, filePath: '' }),
    showMessageBox: (...args: unknown[]): Promise<Electron.MessageBoxReturnValue> => {
      const { cancelId = 0 } = (args.at(-1) ?? {}) as OptionsWithCancel
      return canceled('dialog.showMessageBox', args, { response: cancelId, checkboxChecked: false })
    },
    showMessageBoxSync: (...args: unknown[]): number => {
      recordCall('dialog.showMessageBoxSync', args)
      return ((args.at(-1) ?? {}) as OptionsWithCancel).cancelId ?? 0
    },
    showErrorBox: (title: string, content: string): void =>
      recordCall('dialog.showErrorBox', [title, content]),
  } satisfies Partial<Electron.Dialog>,
  'dialog',
)

async function canceled<T>(api: string, args: readonly unknown[], result: T): Promise<T> {
  recordCall(api, args)
  return result
}
