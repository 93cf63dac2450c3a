import './app/configure-zod'
import { startApp } from './app/start-app'
import { showRefusal } from './app/refusal'
import { useView } from './state/view'
import { WebSocketTransport } from './state/web-socket-transport'

void enter()

async function enter(): Promise<void> {
  const token = /^#token=(.+)$/.exec(window.location.hash)?.[1]
  if (token !== undefined) {
    const response = await fetch('/session', { method: 'POST', body: token })
    if (!response.ok) return showRefusal()
    window.history.replaceState(null, '', window.location.pathname)
  }
  let reconnected = (): void => undefined
  let hasStarted = false
  const transport = new WebSocketTransport(`ws://${window.location.host}/socket`, {
    onConnected: () => {
      useView.setState({ isConnected: true })
      if (hasStarted) reconnected()
    },
    onLost: () => {
      if (hasStarted) useView.setState({ isConnected: false })
      else showRefusal()
    },
  })
  const app = await startApp(transport)
  hasStarted = true
  reconnected = app.reconnected
}
