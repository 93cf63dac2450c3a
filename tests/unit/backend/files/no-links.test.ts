import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { temporaryFolder } from '../../../support/temporary-folder'

// As FAT and many shares answer. The port is loaded anew for it, since other tests of the same worker have it as it is.
beforeEach(() => {
  vi.resetModules()
  vi.doMock('node:fs/promises', async original => ({
    ...(await original<object>()),
    link: () => Promise.reject(Object.assign(new Error('no links'), { code: 'EOPNOTSUPP' })),
  }))
})

afterEach(() => {
  vi.doUnmock('node:fs/promises')
  vi.resetModules()
})

it('moves a file to a free name where none can have two, and never over another', async () => {
  await using folder = await temporaryFolder()
  const [from, to] = [join(folder.path, 'from'), join(folder.path, 'to')]
  await writeFile(from, 'new')
  const { createNodeFilePort } = await import('../../../../src/backend/files/node-file-port')
  const files = createNodeFilePort()
  await files.renameNew(from, to)
  expect(await readFile(to, 'utf8')).toBe('new')
  await writeFile(from, 'later')
  await expect(files.renameNew(from, to)).rejects.toMatchObject({ code: 'EEXIST' })
  expect([await readFile(from, 'utf8'), await readFile(to, 'utf8')]).toEqual(['later', 'new'])
})
