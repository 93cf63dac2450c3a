import type { Transport, WireResult } from '../../shared/contract/wire'

/** What every start of the page asks for first, all without input. */
const firstQueries = ['app.handshake', 'settings.get', 'notebook.current', 'questions.lists']

/** A transport whose first answers may be looked at without taking them. */
export interface EarlyTransport extends Transport {
  firstAnswer(name: string): Promise<WireResult> | undefined
}

/**
 * The same transport, with the first queries on their way while the page's code is still being fetched. Each answer is
 * handed out once, and only while no event has come: an event may mean that the answer is out of date.
 */
export function withHeadStart(transport: Transport): EarlyTransport {
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
    firstAnswer: name => underWay.get(name),
  }
}

/** Of the notebook that is open: null where there is none, undefined where that can not be told. */
export async function openNotebookPath(transport: EarlyTransport): Promise<string | null | undefined> {
  const answer = await transport.firstAnswer('notebook.current')
  if (answer?.ok !== true) return undefined
  const path: unknown = (answer.value as { readonly path?: unknown } | null)?.path ?? null
  return path === null || typeof path === 'string' ? path : undefined
}
