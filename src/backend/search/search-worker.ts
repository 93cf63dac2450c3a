import { parentPort } from 'node:worker_threads'
import { answerSearchRequests } from './answer-search-requests'

if (parentPort === null) throw new Error('the search worker runs as a worker thread only')
const port = parentPort
answerSearchRequests({
  post: reply => port.postMessage(reply),
  onRequest: listener => port.on('message', listener),
})
