import { mkdir, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { filesBelow } from '../../../../src/backend/files/files-below'
import { createNodeFilePort } from '../../../../src/backend/files/node-file-port'
import { pathInside } from '../../../../src/backend/files/path-inside'
import { temporaryFolder } from '../../../support/temporary-folder'

const files = createNodeFilePort()

describe('a folder with links in it', () => {
  let root: string
  let remove: () => Promise<void>
  beforeEach(async () => {
    const folder = await temporaryFolder()
    remove = folder.remove
    root = join(folder.path, 'root')
    await mkdir(join(root, 'notes/deep'), { recursive: true })
    await writeFile(join(folder.path, 'secret.md'), 'secret')
    await writeFile(join(root, 'notes/a.md'), 'a')
    await writeFile(join(root, 'notes/.b.md.0123456789ab.tmp'), 'b')
    await symlink(folder.path, join(root, 'notes/out'))
    await symlink(join(folder.path, 'secret.md'), join(root, 'notes/link.md'))
    await symlink(join(root, 'notes'), join(root, 'notes/deep/loop1'))
    await symlink(join(root, 'notes'), join(root, 'notes/deep/loop2'))
  })
  afterEach(() => remove())

  it.each(['notes/a.md', 'notes/new/b.md', 'notes/%2e%2e/c.md', 'notes/deep/loop1/a.md', 'notes/..a.md'])(
    'has %j inside',
    async path => {
      expect(await pathInside(files, root, path)).toBe(join(root, ...path.split('/')))
    },
  )

  it.each([
    '../secret.md',
    'notes/../../secret.md',
    '/etc/passwd',
    '~/x',
    'C:/x',
    'c:x',
    'notes\\..\\..\\x',
    'notes/a.md\0.png',
    'notes//a.md',
    'notes/./a.md',
    '',
    'notes/out/secret.md',
    'notes/out/new.md',
    'notes/link.md',
  ])('has %j not inside', async path => {
    expect(await pathInside(files, root, path)).toBeUndefined()
  })

  it('lists each file once and none outside (listed for ever where links led round)', async () => {
    expect(await filesBelow(files, root, 'notes')).toEqual(['notes/a.md', 'notes/link.md'])
    expect(await filesBelow(files, root, 'nothing')).toEqual([])
  })
})
