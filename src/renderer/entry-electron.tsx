import type { AnswerbookBridge } from '../shared/contract/ipc-channels'
import type { EventFrame, WireResult } from '../shared/contract/wire'
import { withHeadStart } from './state/head-start'

declare global {
  interface Window {
    /** Put there by the preload script. */
    readonly answerbook: AnswerbookBridge
  }
}

const bridge = window.answerbook

const transport = withHeadStart({
  request: async (name, input) => (await bridge.request(name, input)) as WireResult,
  onEvent: listener => bridge.onEvent(frame => listener(frame as EventFrame)),
})
void import('./app/start-app').then(({ startApp }) => startApp(transport))
