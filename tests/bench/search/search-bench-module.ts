/** What the search benches take from the product, in one bundle. */
export { exactPrefix, NoteAnalyzer, wordsOf } from '../../../src/backend/search/analysis/note-analyzer'
export { IndexCache } from '../../../src/backend/search/index-cache'
export { SearchEngine } from '../../../src/backend/search/search-engine'
export { SearchService } from '../../../src/backend/search/search-service'
export { startSearchWorkerThread } from '../../../src/backend/search/start-search-worker-thread'
