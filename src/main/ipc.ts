import { BrowserWindow, ipcMain } from 'electron'
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
    const frame = event.senderFrame
    const isOurs = frame !== null && frame.parent === null && isAppUrl(frame.url)
    if (!isOurs || typeof name !== 'string') return refused
    return (await backend()).dispatch(name, input, { clientId: `window-${event.sender.id}` })
  })
}

/** Sends the backend's events to every window. */
export function forwardEvents(backend: Backend): void {
  backend.onEvent(frame => {
    for (const window of BrowserWindow.getAllWindows()) window.webContents.send(eventChannel, frame)
  })
}
