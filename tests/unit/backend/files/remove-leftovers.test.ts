import { mkdir, readdir, utimes, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { createNodeFilePort } from '../../../../src/backend/files/node-file-port'
import { removeLeftovers } from '../../../../src/backend/files/remove-leftovers'
import { temporaryFolder } from '../../../support/temporary-folder'

it('removes temporary files that are older than an hour, and nothing else', async () => {
  const { path, remove } = await temporaryFolder()
  const now = Date.UTC(2026, 0, 2)
  await mkdir(join(path, 'notes/deep'), { recursive: true })
  const names = ['.a.md.0123456789ab.tmp', '.b.md.0123456789ab.tmp', 'a.md', '.c.tmp', '.stfolder']
  for (const name of names) {
    await writeFile(join(path, 'notes/deep', name), 'x')
    const age = name.startsWith('.b') ? 59 : 61
    const at = new Date(now - age * 60_000)
    await utimes(join(path, 'notes/deep', name), at, at)
  }
  await removeLeftovers(createNodeFilePort(), path, now)
  expect((await readdir(join(path, 'notes/deep'))).sort()).toEqual(names.slice(1).sort())
  await remove()
})
