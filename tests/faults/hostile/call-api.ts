import type { Page } from '@playwright/test'

/** Asks the backend as a script in the page could that has taken over its connection. Resolves to what comes back, as JSON. */
export function callApi(page: Page, name: string, input: unknown): Promise<string> {
  return page.evaluate(
    ([procedure, given]) =>
      new Promise<string>(resolve => {
        const socket = new WebSocket(`ws://${location.host}/socket`)
        socket.onerror = () => resolve('no connection')
        socket.onmessage = ({ data }) => {
          const frame = JSON.parse(String(data)) as { id?: number; clientId?: string; event?: string }
          if (frame.event !== undefined) return
          if (frame.id === undefined)
            return socket.send(JSON.stringify({ id: 1, name: procedure, input: given }))
          socket.close()
          resolve(String(data))
        }
      }),
    [name, input] as const,
  )
}
