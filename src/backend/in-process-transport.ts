import type { Transport } from '../shared/contract/wire'
import type { Backend } from './create-backend'

/** The contract inside one process, for the command line and for tests; values cross as JSON, as everywhere. */
export function inProcessTransport(
  backend: Pick<Backend, 'dispatch' | 'onEvent'>,
  clientId: string,
): Transport {
  return {
    request: async (name, input) => viaJson(await backend.dispatch(name, viaJson(input), { clientId })),
    onEvent: listener => backend.onEvent(frame => listener(viaJson(frame))),
  }
}

function viaJson<T>(value: T): T {
  return value === undefined ? value : (JSON.parse(JSON.stringify(value)) as T)
}
