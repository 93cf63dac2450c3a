const { contextBridge, ipcRenderer } = require('electron')

const attempt = run => {
  try {
    return run()
  } catch (error) {
    return error.message
  }
}

const seen = {
  fs: attempt(() => require('fs')),
  nodeFs: attempt(() => require('node:fs')),
  sendSync: attempt(() => ipcRenderer.sendSync('x')),
  webFrame: attempt(() => require('electron').webFrame),
  sandboxed: process.sandboxed,
  type: process.type,
  documentElement: document.documentElement === null ? 'none yet' : 'there',
}

contextBridge.exposeInMainWorld('probe', {
  seen: () => seen,
  invoke: (channel, ...args) => ipcRenderer.invoke(channel, ...args),
  onEvent: listener => ipcRenderer.on('event', (_event, ...args) => listener(...args)),
  add: (one, other) => one + other,
  map: (list, change) => list.map(change),
  later: value => Promise.resolve(value),
  fail: () => {
    throw Object.assign(new TypeError('preload failed'), { code: 'E1' })
  },
  exposeAgain: () => contextBridge.exposeInMainWorld('probe', {}),
})

globalThis.isolated = true
