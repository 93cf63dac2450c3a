import { SearchEngine } from './search-engine'
import type { SearchReply, SearchRequest } from './search-protocol'

/** The worker's side of the conversation, over any channel. */
export interface SearchChannel {
  post(reply: SearchReply): void
  onRequest(listener: (request: SearchRequest) => void): void
}

/** Keeps an index and answers requests in their order. */
export function answerSearchRequests(channel: SearchChannel): void {
  const engine = new SearchEngine()
  channel.onRequest(request => {
    switch (request.type) {
      case 'upsert':
        engine.upsert(request.documents)
        return channel.post({ type: 'indexed', indexed: engine.size })
      case 'remove':
        engine.remove(request.ids)
        return channel.post({ type: 'indexed', indexed: engine.size })
      case 'query':
        return channel.post(answerQuery(engine, request))
    }
  })
}

function answerQuery(engine: SearchEngine, request: Extract<SearchRequest, { type: 'query' }>): SearchReply {
  const { requestId, text, limit } = request
  try {
    return { type: 'result', requestId, result: engine.query(text, limit) }
  } catch (error) {
    return { type: 'failed', requestId, message: error instanceof Error ? error.message : String(error) }
  }
}
