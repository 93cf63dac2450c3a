import { constants, runInThisContext } from 'node:vm'
import { theBrowser } from './chromium/browser.ts'
import { createStructuredCloneCodec } from './structured-clone-codec.ts'

/** What the test tells the app's process. */
export type ControlRequest = {
  readonly kind: 'evaluate'
  readonly id: number
  /** The text of a function of (electron, argument). */
  readonly source: string
  readonly argument: string
}

/** What the app's process tells the test. */
export type ControlReply =
  | { readonly kind: 'ready'; readonly devToolsUrl: string }
  | { readonly kind: 'result'; readonly id: number; readonly result: string }
  | { readonly kind: 'failure'; readonly id: number; readonly message: string }

const codec = createStructuredCloneCodec()

/** Lets the test that started this process connect to Chromium, and run functions here. Ends with the test. */
export function openControlChannel(electron: object): void {
  if (process.send === undefined) return
  process.on('disconnect', () => process.exit())
  process.on('message', message => void answer(message as ControlRequest, electron))
}

/** The app is ready: the test may connect. */
export async function announceReady(): Promise<void> {
  tell({ kind: 'ready', devToolsUrl: await theBrowser().devToolsUrl })
}

async function answer({ id, source, argument }: ControlRequest, electron: object): Promise<void> {
  try {
    await hearChromium()
    const importModuleDynamically = constants.USE_MAIN_CONTEXT_DEFAULT_LOADER
    const run = runInThisContext(`(${source})`, { importModuleDynamically }) as (
      electron: object,
      argument: unknown,
    ) => unknown
    tell({ kind: 'result', id, result: codec.encode(await run(electron, codec.decode(argument))) })
  } catch (error) {
    tell({ kind: 'failure', id, message: String(error instanceof Error ? error.stack : error) })
  }
}

/** What the test has seen in a page must have been told here too: Chromium answers after it has told. */
async function hearChromium(): Promise<void> {
  await theBrowser()
    .connection.root.send('Browser.getVersion')
    .catch(() => undefined)
}

function tell(reply: ControlReply): void {
  if (process.connected) process.send?.(reply)
}
