import type { CreateEngine } from './bench-engine.ts'
import { createAnswerbook } from './engine-answerbook.ts'
import { createFlexSearch } from './engine-flexsearch.ts'
import { createFts5 } from './engine-fts5.ts'
import { createLunr } from './engine-lunr.ts'
import { createMiniSearch } from './engine-minisearch.ts'
import { createOrama } from './engine-orama.ts'
import { createScan } from './engine-scan.ts'

/** Every engine by the name that reports give it. */
export const engines: Readonly<Record<string, CreateEngine>> = {
  answerbook: createAnswerbook,
  lunr: createLunr,
  minisearch: createMiniSearch,
  orama: createOrama,
  flexsearch: createFlexSearch,
  fts5: createFts5,
  scan: createScan,
}
