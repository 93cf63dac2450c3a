import { BrowserWindow, ipcMain, type WebFrameMain } from 'electron'
import type { Backend } from '../backend/create-backend'
import { eventChannel, requestChannel } from '../shared/contract/ipc-channels'
import type { WireResult } from '../shared/contract/wire'
import { isAppUrl } from './app-origin'

const refused: WireResult = {
  ok: false,
  error: { code: 'connection/refused', message: 'request from a foreign frame' },
}

/** Carries the contract between windows and the backend; only the top frame of our own page is heard. */
export function connectWindows(backend: () => Promise<Backend>): void {
  ipcMain.handle(requestChannel, async (event, name: unknown, input: unknown): Promise<WireResult> => {
    if (!isOwnPage(event.senderFrame) || typeof name !== 'string') return refused
    return (await backend()).dispatch(name, input, { clientId: clientIdOf(event.sender.id) })
  })
}

/** Sends the backend's events to every window. */
export function forwardEvents(backend: Backend): void {
  backend.onEvent(frame => {
    for (const window of BrowserWindow.getAllWindows()) window.webContents.send(eventChannel, frame)
  })
}

/** The id of the web contents behind a client; undefined for clients that are no window. */
export function contentsIdOf(clientId: string): number | undefined {
  const id = /^window-(\d+)$/.exec(clientId)?.[1]
  return id === undefined ? undefined : Number(id)
}

function clientIdOf(contentsId: number): string {
  return `window-${contentsId}`
}

function isOwnPage(frame: WebFrameMain | null): boolean {
  return frame !== null && frame.parent === null && isAppUrl(frame.url)
}
