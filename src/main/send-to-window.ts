import type { BrowserWindow } from 'electron'
import type { AnswerbookEvents, EventName } from '../shared/contract/contract'
import { eventChannel } from '../shared/contract/ipc-channels'
import type { EventFrame } from '../shared/contract/wire'

/** Sends an event to one window only. */
export function sendToWindow<K extends EventName>(
  window: BrowserWindow,
  event: K,
  payload: AnswerbookEvents[K],
): void {
  if (window.isDestroyed()) return
  window.webContents.send(eventChannel, { event, payload, clientId: null } satisfies EventFrame)
}
