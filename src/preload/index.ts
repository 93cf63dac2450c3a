import { contextBridge, ipcRenderer } from 'electron'
import { eventChannel, requestChannel, type AnswerbookBridge } from '../shared/contract/ipc-channels'

const bridge: AnswerbookBridge = {
  request: (name, input) => ipcRenderer.invoke(requestChannel, name, input) as Promise<unknown>,
  onEvent: listener => {
    const forward = (_event: unknown, frame: unknown): void => listener(frame)
    ipcRenderer.on(eventChannel, forward)
    return () => ipcRenderer.off(eventChannel, forward)
  },
}

contextBridge.exposeInMainWorld('answerbook', bridge)
