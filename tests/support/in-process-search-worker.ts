import type { SearchWorkerPort } from '../../src/backend/ports'
import { answerSearchRequests } from '../../src/backend/search/answer-search-requests'
import type { SearchReply, SearchRequest } from '../../src/backend/search/search-protocol'

/** The search worker in this process: messages are cloned and arrive later, in order, as from a thread. */
export function startInProcessSearchWorker(): SearchWorkerPort {
  const requestListeners: ((request: SearchRequest) => void)[] = []
  const replyListeners: ((reply: SearchReply) => void)[] = []
  let isStopped = false
  const later = <T>(listeners: readonly ((message: T) => void)[], message: T): void => {
    const copy = structuredClone(message)
    setImmediate(() => {
      if (!isStopped) for (const listener of listeners) listener(copy)
    })
  }
  answerSearchRequests({
    post: reply => later(replyListeners, reply),
    onRequest: listener => void requestListeners.push(listener),
  })
  return {
    post: request => later(requestListeners, request),
    onReply: listener => void replyListeners.push(listener),
    onFailure: () => undefined,
    stop: async () => void (isStopped = true),
  }
}
