import { expect, it } from 'vitest'
import { SearchEngine } from '../../../../src/backend/search/search-engine'
import { SearchService } from '../../../../src/backend/search/search-service'
import { SoakNotes } from '../../../bench/search/soak-notes'
import { soakSearch } from '../../../bench/search/soak-search'
import { makeQueries } from '../../../bench/search/corpus-queries'
import { makeCorpus } from '../../../bench/search/corpus'
import { queryKinds } from '../../../bench/search/bench-engine'
import { memoryPorts } from '../../../support/memory-ports'
import { temporaryFolder } from '../../../support/temporary-folder'

it('finds after many edits what a new index finds', async () => {
  await using folder = await temporaryFolder()
  const notes = new SoakNotes(40, 5)
  const service = new SearchService({
    ports: memoryPorts(),
    source: notes.source,
    cacheFolder: folder.path,
    onProgress: () => undefined,
  })
  await service.start()
  const differences = await soakSearch({
    notes,
    service,
    edits: 150,
    editsPerCheck: 15,
    queries: queryKinds.flatMap(kind => makeQueries(makeCorpus(40), kind, { count: 4, seed: 2 })),
    createEngine: () => new SearchEngine(),
  })
  await service.stop()
  expect(differences).toEqual([])
})
