/** A call of the app that has no effect here, or none that a page could show. */
export interface RecordedCall {
  /** As in `shell.openExternal`, `BrowserWindow.setProgressBar`. */
  readonly api: string
  readonly args: readonly unknown[]
}

/** Where `evaluate` finds the record: `globalThis[Symbol.for('electron-stand-in.calls')]`. */
export const recordKey = Symbol.for('electron-stand-in.calls')

const calls: RecordedCall[] = []
Object.defineProperty(globalThis, recordKey, { value: calls })

export function recordCall(api: string, args: readonly unknown[]): void {
  calls.push({ api, args })
}

/** A function that only records that it was called, and with what. */
export function recorded<Args extends readonly unknown[], Result = void>(
  api: string,
  result?: (...args: Args) => Result,
): (...args: Args) => Result {
  return (...args) => {
    recordCall(api, args)
    return result?.(...args) as Result
  }
}
