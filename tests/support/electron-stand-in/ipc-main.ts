import { createStructuredCloneCodec } from './structured-clone-codec.ts'
import { StrictEmitter } from './unknown-members.ts'

type Handler = (event: Electron.IpcMainInvokeEvent, ...args: unknown[]) => unknown

const codec = createStructuredCloneCodec()

class StandInIpcMain
  extends StrictEmitter
  implements Pick<Electron.IpcMain, 'handle' | 'handleOnce' | 'removeHandler'>
{
  readonly #handlers = new Map<string, Handler>()

  constructor() {
    super('ipcMain')
  }

  handle(channel: string, handler: Handler): void {
    if (this.#handlers.has(channel))
      throw new Error(`Attempted to register a second handler for '${channel}'`)
    if (typeof handler !== 'function') throw new Error('Expected handler to be a function')
    this.#handlers.set(channel, handler)
  }

  handleOnce(channel: string, handler: Handler): void {
    this.handle(channel, (event, ...args) => {
      this.removeHandler(channel)
      return handler(event, ...args)
    })
  }

  removeHandler(channel: string): void {
    this.#handlers.delete(channel)
  }

  handlerOf(channel: string): Handler {
    const handler = this.#handlers.get(channel)
    if (handler === undefined) throw new Error(`No handler registered for '${channel}'`)
    return handler
  }
}

const standIn = new StandInIpcMain()

/** `ipcMain`. */
export const ipcMain = standIn as Omit<StandInIpcMain, 'handlerOf'>

/** What `invoke` brings back: the codec's text, or of an error its name and message and nothing else. */
export async function answerInvoke(
  channel: string,
  event: Electron.IpcMainInvokeEvent,
  args: string,
): Promise<{ readonly result: string } | { readonly failure: string }> {
  try {
    const handler = standIn.handlerOf(channel)
    return { result: codec.encode(await handler(event, ...(codec.decode(args) as unknown[]))) }
  } catch (error) {
    console.error(`Error occurred in handler for '${channel}':`, error)
    return { failure: String(error) }
  }
}

/** What `ipcRenderer.send` brings. */
export function receiveSent(channel: string, event: Electron.IpcMainEvent, args: string): void {
  ipcMain.emit(channel, event, ...(codec.decode(args) as unknown[]))
}
