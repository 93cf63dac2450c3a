import { mkdir, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { confineFiles } from '../../../../src/backend/files/confined-files'
import type { FilePort } from '../../../../src/backend/files/file-port'
import { createNodeFilePort } from '../../../../src/backend/files/node-file-port'
import { readTree } from '../../../support/read-tree'
import { temporaryFolder } from '../../../support/temporary-folder'

describe('files that are confined to a folder', () => {
  let folder: Awaited<ReturnType<typeof temporaryFolder>>
  let files: FilePort
  const inside = (...names: string[]): string => join(folder.path, 'inside', ...names)
  const text = new TextEncoder().encode('x')
  beforeEach(async () => {
    folder = await temporaryFolder()
    await mkdir(inside('own'), { recursive: true })
    await mkdir(join(folder.path, 'outside'))
    await writeFile(join(folder.path, 'outside', 'a.md'), 'secret')
    await symlink(join(folder.path, 'outside'), inside('link'))
    await symlink(join(folder.path, 'outside', 'a.md'), inside('a.md'))
    await symlink(join(folder.path, 'inside', 'own'), inside('own-link'))
    files = await confineFiles(createNodeFilePort(), inside())
  })
  afterEach(() => folder.remove())

  it.each<[string, (files: FilePort) => Promise<unknown>]>([
    ['read', port => port.read(inside('a.md'))],
    ['read below a link', port => port.read(inside('link', 'a.md'))],
    ['list', port => port.list(inside('link'))],
    ['append', port => port.append(inside('a.md'), 'x')],
    ['writeNew', port => port.writeNew(inside('link', 'b.md'), text)],
    ['rename into', port => port.rename(inside('own'), inside('link', 'own'))],
    ['rename out of', port => port.rename(inside('link', 'a.md'), inside('own', 'a.md'))],
    ['copyNew', port => port.copyNew(inside('a.md'), inside('own', 'a.md'))],
    ['remove', port => port.remove(inside('link', 'a.md'))],
    ['makeFolder', port => port.makeFolder(inside('link', 'deep', 'er'))],
    ['a path beside it', port => port.read(join(folder.path, 'outside', 'a.md'))],
  ])('refuse to go where a link leads: %s', async (_what, act) => {
    await expect(act(files)).rejects.toMatchObject({ code: 'EACCES' })
    expect(await readTree(join(folder.path, 'outside'))).toEqual({ 'a.md': 'secret' })
    expect(await readTree(inside('own'))).toEqual({})
  })

  it('follow links that stay inside, and make what is new', async () => {
    await files.makeFolder(inside('own-link', 'new'))
    await files.writeNew(inside('own-link', 'new', 'b.md'), text)
    await files.append(inside('own', 'new', 'b.md'), 'y')
    expect(new TextDecoder().decode(await files.read(inside('own', 'new', 'b.md')))).toBe('xy')
  })
})
