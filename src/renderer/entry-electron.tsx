import type { AnswerbookBridge } from '../shared/contract/ipc-channels'
import type { EventFrame, WireResult } from '../shared/contract/wire'
import { showPicture } from './state/start-picture/show-picture'
import { openNotebookPath, withHeadStart } from './state/head-start'

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
const code = showPicture(openNotebookPath(transport)).then(() => import('./app/start-app'))
void code.then(({ startApp }) => startApp(transport))
