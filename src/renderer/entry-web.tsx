import type { StartedApp } from './app/start-app'
import { showPicture } from './state/start-picture/show-picture'
import { openNotebookPath, withHeadStart } from './state/head-start'
import { WebSocketTransport } from './state/web-socket-transport'

// The page's code and the first answers of the host come at the same time: the entry itself stays small.
const notebookPath = Promise.withResolvers<string | null | undefined>()
const code = showPicture(notebookPath.promise).then(() => import('./app/start-app'))
void enter()

async function enter(): Promise<void> {
  const token = /^#token=(.+)$/.exec(window.location.hash)?.[1]
  if (token !== undefined) {
    const response = await fetch('/session', { method: 'POST', body: token })
    if (!response.ok) return void refuse()
    window.history.replaceState(null, '', window.location.pathname)
  }
  const page: { app?: StartedApp } = {}
  const transport = new WebSocketTransport(`ws://${window.location.host}/socket`, {
    onConnected: () => page.app?.connected(),
    onLost: () => (page.app === undefined ? void refuse() : page.app.lost()),
  })
  const early = withHeadStart(transport)
  notebookPath.resolve(openNotebookPath(early))
  const { startApp } = await code
  page.app = await startApp(early)
}

async function refuse(): Promise<void> {
  notebookPath.resolve(null)
  // A page that is being left can't have it.
  const refusal = await import('./app/refusal').catch(() => undefined)
  refusal?.showRefusal()
}
