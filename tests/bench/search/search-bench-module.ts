/** What the search benches take from the product, in one bundle. */
export { IndexCache } from '../../../src/backend/search/index-cache'
export { SearchEngine } from '../../../src/backend/search/search-engine'
export { SearchService } from '../../../src/backend/search/search-service'
export {
  searchWorker,
  searchWorkerPort,
  startSearchWorkerThread,
} from '../../../src/backend/search/start-search-worker-thread'
