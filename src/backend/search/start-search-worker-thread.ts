import { Worker } from 'node:worker_threads'
import type { SearchWorkerPort } from '../ports'
import type { SearchReply } from './search-protocol'
import { buffersOf } from './segments/moved-segment'

/**
 * Without limits the thread's heap grows to several times of what lives in it while many documents come. The second one is
 * far above what any notebook takes: by it JavaScript decides how much garbage it lets lie.
 */
const resourceLimits = { maxYoungGenerationSizeMb: 16, maxOldGenerationSizeMb: 1536 }

/** Starts the built search worker (`search-worker.ts`) in a thread of its own. */
export function startSearchWorkerThread(scriptPath: string): SearchWorkerPort {
  const worker = searchWorker(scriptPath)
  worker.unref()
  return searchWorkerPort(worker)
}

/** A thread that runs the search worker. */
export function searchWorker(scriptPath: string): Worker {
  return new Worker(scriptPath, { resourceLimits })
}

/** The port to a search worker that was started. */
export function searchWorkerPort(worker: Worker): SearchWorkerPort {
  return {
    post: request => worker.postMessage(request, request.type === 'adopt' ? buffersOf(request.segments) : []),
    onReply: listener => void worker.on('message', (reply: SearchReply) => listener(reply)),
    onFailure: listener => {
      worker.on('error', listener)
      worker.on('exit', code => code !== 0 && listener(new Error(`search worker ended with ${code}`)))
    },
    stop: async () => {
      worker.removeAllListeners()
      // What it had to do is done when it is stopped; that the system takes its memory back is not waited for.
      void worker.terminate()
    },
  }
}
