import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { createNodeFilePort } from '../../../../src/backend/files/node-file-port'
import { temporaryFolder } from '../../../support/temporary-folder'

it('makes a folder that many want at once (said that it was missing when another made the one above)', async () => {
  const files = createNodeFilePort()
  for (let round = 0; round < 30; round += 1) {
    await using folder = await temporaryFolder()
    const paths = Array.from({ length: 12 }, (_, index) => join(folder.path, 'a', 'b', `c${index % 3}`))
    await Promise.all(paths.map(path => files.makeFolder(path)))
    for (const path of paths) expect((await stat(path)).isDirectory()).toBe(true)
  }
})
