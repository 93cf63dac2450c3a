import './app/configure-zod'
import type { AnswerbookBridge } from '../shared/contract/ipc-channels'
import type { EventFrame, WireResult } from '../shared/contract/wire'
import { startApp } from './app/start-app'

declare global {
  interface Window {
    /** Put there by the preload script. */
    readonly answerbook: AnswerbookBridge
  }
}

const bridge = window.answerbook

void startApp({
  request: async (name, input) => (await bridge.request(name, input)) as WireResult,
  onEvent: listener => bridge.onEvent(frame => listener(frame as EventFrame)),
})
