import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { createNodeFilePort } from '../../../../src/backend/files/node-file-port'
import { temporaryFolder } from '../../../support/temporary-folder'

it('makes a folder while another makes the one above it (said that it was missing)', async () => {
  const files = createNodeFilePort()
  for (let round = 0; round < 30; round += 1) {
    await using folder = await temporaryFolder()
    const above = join(folder.path, 'a')
    await Promise.all([files.makeFolder(join(above, 'b')), files.makeFolder(above)])
    expect((await stat(join(above, 'b'))).isDirectory()).toBe(true)
  }
})
