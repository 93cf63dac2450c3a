import type { ChildProcess } from 'node:child_process'
import type { Page } from '@playwright/test'

/** A function that runs in the app's main process: self-contained, with values that can be cloned. */
export type MainFunction<Argument, Result> = (
  electron: typeof Electron.CrossProcessExports,
  argument: Argument,
) => Result | Promise<Result>

/** The running desktop app, the same in either runtime. */
export interface DesktopApp {
  readonly process: ChildProcess
  /** The first window, once its page is loaded. */
  readonly firstWindow: () => Promise<Page>
  readonly windows: () => Page[]
  readonly evaluate: <Result, Argument = undefined>(
    run: MainFunction<Argument, Result>,
    argument?: Argument,
  ) => Promise<Result>
  /** Starts the app once more on the same profile; gives its exit code. */
  readonly secondInstance: (args?: readonly string[]) => Promise<number | null>
  /** All that the app has printed. */
  readonly logs: () => string
  /** The exit code, once the app has ended. */
  readonly exited: Promise<number | null>
  /** Quits as a user would; kills what is still there after five seconds. */
  readonly close: () => Promise<void>
  readonly kill: () => Promise<void>
}

export interface LaunchOptions {
  /** The main script; the stand-in alone can run another than the app's. */
  readonly main: string
  readonly args: readonly string[]
  readonly environment: NodeJS.ProcessEnv
  readonly onPage: (page: Page) => void
}
