import { Worker } from 'node:worker_threads'
import type { SearchWorkerPort } from '../ports'
import type { SearchReply } from './search-protocol'

/** Starts the built search worker (`search-worker.ts`) in a thread of its own. */
export function startSearchWorkerThread(scriptPath: string): SearchWorkerPort {
  const worker = new Worker(scriptPath)
  worker.unref()
  return searchWorkerPort(worker)
}

/** The port to a search worker that was started. */
export function searchWorkerPort(worker: Worker): SearchWorkerPort {
  return {
    post: request => worker.postMessage(request),
    onReply: listener => void worker.on('message', (reply: SearchReply) => listener(reply)),
    onFailure: listener => {
      worker.on('error', listener)
      worker.on('exit', code => code !== 0 && listener(new Error(`search worker ended with ${code}`)))
    },
    stop: async () => {
      worker.removeAllListeners()
      await worker.terminate()
    },
  }
}
