import type { Transport, WireResult } from '../../shared/contract/wire'

/** What every start of the page asks for first, all without input. */
const firstQueries = ['app.handshake', 'settings.get', 'notebook.current', 'questions.lists']

/**
 * The same transport, with the first queries on their way while the page's code is still being fetched. Each answer is
 * handed out once, and only while no event has come: an event may mean that the answer is out of date.
 */
export function withHeadStart(transport: Transport): Transport {
  const underWay = new Map<string, Promise<WireResult>>()
  for (const name of firstQueries) underWay.set(name, transport.request(name, {}))
  const stop = transport.onEvent(() => {
    underWay.clear()
    stop()
  })
  return {
    request: (name, input) => {
      const early = underWay.get(name)
      underWay.delete(name)
      return early ?? transport.request(name, input)
    },
    onEvent: listener => transport.onEvent(listener),
  }
}
