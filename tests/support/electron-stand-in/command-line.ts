import { recordCall } from './call-record.ts'

const appended = new Map<string, string>()

/** The value of `--name=value` among the app's arguments; '' for `--name` alone. */
export function commandLineSwitch(name: string): string | undefined {
  const found = process.argv.find(argument => argument === `--${name}` || argument.startsWith(`--${name}=`))
  return found === undefined ? appended.get(name) : found.slice(name.length + 3)
}

/** `app.commandLine`. What is appended can be asked for again, and is recorded; Chromium is not told. */
export const commandLine = {
  appendSwitch: (name: string, value = ''): void => {
    recordCall('app.commandLine.appendSwitch', [name, value])
    appended.set(name, value)
  },
  appendArgument: (value: string): void => recordCall('app.commandLine.appendArgument', [value]),
  hasSwitch: (name: string): boolean => commandLineSwitch(name) !== undefined,
  getSwitchValue: (name: string): string => commandLineSwitch(name) ?? '',
  removeSwitch: (name: string): void => void appended.delete(name),
} satisfies Electron.CommandLine
