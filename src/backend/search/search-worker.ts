import { parentPort } from 'node:worker_threads'
import { answerSearchRequests } from './answer-search-requests'
import { buffersOf } from './segments/moved-segment'

if (parentPort === null) throw new Error('the search worker runs as a worker thread only')
const port = parentPort
answerSearchRequests({
  post: reply => port.postMessage(reply, reply.type === 'handedOver' ? buffersOf(reply.segments) : []),
  onRequest: listener => port.on('message', listener),
})
