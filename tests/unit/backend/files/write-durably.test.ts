import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createNodeFilePort } from '../../../../src/backend/files/node-file-port'
import { encodeText, hashOf } from '../../../../src/backend/files/text-file'
import { isTemporaryName, writeDurably } from '../../../../src/backend/files/write-durably'
import { failingFiles } from '../../../support/failing-files'
import { errorOf } from '../../../support/open-backend'
import { readTree } from '../../../support/read-tree'
import { temporaryFolder } from '../../../support/temporary-folder'

describe('writeDurably', () => {
  let folder: Awaited<ReturnType<typeof temporaryFolder>>
  beforeEach(async () => {
    folder = await temporaryFolder()
  })
  afterEach(() => folder.remove())

  const write = (files: ReturnType<typeof failingFiles>['files'], text: string) =>
    writeDurably(files, join(folder.path, 'a.md'), encodeText(text))

  it('replaces a file: new file, rename, folder to disk, size read back', async () => {
    const { files, calls } = failingFiles()
    await write(files, 'old')
    calls.length = 0
    await write(files, 'new text')
    expect(calls).toEqual(['info', 'read', 'writeNew', 'rename', 'syncFolder', 'info'])
    expect(await readTree(folder.path)).toEqual({ 'a.md': 'new text' })
  })

  it.each([0, 1, 2, 3, 4, 5])(
    'keeps the old file when step %i fails, and leaves nothing else (kept the new one after the rename)',
    async step => {
      const { files, failAt } = failingFiles()
      await write(files, 'old')
      failAt(step)
      expect(await errorOf(write(files, 'new text'))).toMatchObject({ code: 'storage/disk-full' })
      expect(await readTree(folder.path)).toEqual({ 'a.md': 'old' })
    },
  )

  it.each([0, 1, 2, 3, 4])('makes no new file when step %i fails', async step => {
    const { files, failAt } = failingFiles()
    failAt(step, 'EIO')
    expect(await errorOf(write(files, 'new'))).toMatchObject({ code: 'storage/failed' })
    expect(await readTree(folder.path)).toEqual({})
  })

  it.each(['EBUSY', 'EPERM', 'EACCES'])('waits for a file that is locked for a moment (%s)', async code => {
    const { files, failAt } = failingFiles()
    await write(files, 'old')
    failAt(3, code)
    await write(files, 'new text')
    expect(await readTree(folder.path)).toEqual({ 'a.md': 'new text' })
  })

  it('does not hold the old file where that keeps it from being replaced', async () => {
    const { files } = failingFiles()
    await write(files, 'old')
    let isHeld = false
    const state = { size: 3, contentMark: 'a' }
    const share = {
      ...fileMethods(files),
      hold: async (path: string) => {
        isHeld = true
        return {
          mark: (await files.info(path))?.mark ?? '',
          state,
          look: async () => state,
          read: () => files.read(path),
          close: async () => void (isHeld = false),
        }
      },
      rename: async (from: string, to: string, mark?: string) => {
        if (isHeld) throw Object.assign(new Error('EBUSY'), { code: 'EBUSY' })
        return files.rename(from, to, mark)
      },
    }
    const replacing = { baseHash: hashOf(encodeText('old')), onReplaced: vi.fn<() => void>() }
    await writeDurably(share, join(folder.path, 'a.md'), encodeText('new text'), replacing)
    expect(await readTree(folder.path)).toEqual({ 'a.md': 'new text' })
    expect(replacing.onReplaced).not.toHaveBeenCalled()
    expect(isHeld).toBe(false)
  })

  it('does not overwrite what another program wrote while it waited', async () => {
    const { files } = failingFiles()
    await write(files, 'old')
    let tries = 0
    const locked = {
      ...fileMethods(files),
      rename: async (from: string, to: string) => {
        tries += 1
        if (tries > 1) return files.rename(from, to)
        await writeFile(join(folder.path, 'a.md'), 'theirs')
        throw Object.assign(new Error('EBUSY'), { code: 'EBUSY' })
      },
    }
    const baseHash = hashOf(encodeText('old'))
    const written = writeDurably(locked, join(folder.path, 'a.md'), encodeText('new text'), { baseHash })
    expect(await errorOf(written)).toMatchObject({ code: 'notes/conflict' })
    expect(await readTree(folder.path)).toEqual({ 'a.md': 'theirs' })
  })

  it.each([
    ['appends to it', 'new text, and theirs'],
    ['replaces it by something shorter', 'their'],
  ])('leaves alone what another program makes of the new file at once: it %s', async (_, theirs) => {
    const { files } = failingFiles()
    await write(files, 'old')
    const busy = {
      ...fileMethods(files),
      syncFolder: () => writeFile(join(folder.path, 'a.md'), theirs),
    }
    await write(busy, 'new text')
    expect(await readTree(folder.path)).toEqual({ 'a.md': theirs })
  })

  it.each(['old', undefined])(
    'takes nothing back that another program has written when the folder can not be forced to disk (before: %s)',
    async before => {
      const { files } = failingFiles()
      if (before !== undefined) await write(files, before)
      const broken = {
        ...fileMethods(files),
        syncFolder: async () => {
          await writeFile(join(folder.path, 'a.md'), 'theirs')
          throw Object.assign(new Error('EIO'), { code: 'EIO' })
        },
      }
      expect(await errorOf(write(broken, 'new text'))).toMatchObject({ code: 'storage/failed' })
      expect(await readTree(folder.path)).toEqual({ 'a.md': 'theirs' })
    },
  )

  it('tells a short write', async () => {
    const { files } = failingFiles()
    await write(files, 'old')
    const short = {
      ...fileMethods(files),
      info: async () => ({ kind: 'file', size: 1, modifiedAt: 0 }) as const,
    }
    expect(await errorOf(write(short, 'new'))).toMatchObject({ data: { systemCode: 'short write' } })
    expect(await readTree(folder.path)).toEqual({ 'a.md': 'old' })
  })

  it('knows its temporary files by name', () => {
    expect(['.a.md.0123456789ab.tmp', '.a.tmp', 'a.md'].map(isTemporaryName)).toEqual([true, false, false])
  })
})

function fileMethods(files: ReturnType<typeof failingFiles>['files']) {
  const { read, writeNew, append, rename, renameNew, copyNew, remove, makeFolder } = files
  const { removeEmptyFolder, syncFolder, list, info, realPath, canWrite } = files
  return {
    ...{ read, writeNew, append, rename, renameNew, copyNew, remove, makeFolder, removeEmptyFolder },
    ...{ syncFolder, list, info, realPath, canWrite },
  }
}

it('does not replace a file that another program writes between the last look and the renaming', async () => {
  const { path: folder, remove } = await temporaryFolder()
  try {
    const path = join(folder, 'note.md')
    await writeFile(path, 'base')
    const real = createNodeFilePort()
    const files = {
      ...real,
      // The moment after the look: theirs is as long as the base, and may be of the same millisecond.
      rename: async (from: string, to: string, mark?: string) => {
        await writeFile(path, 'them')
        return real.rename(from, to, mark)
      },
    }
    const write = writeDurably(files, path, encodeText('mine'), {
      baseHash: hashOf(encodeText('base')),
    })
    await expect(write).rejects.toMatchObject({ code: 'notes/conflict' })
    expect(await readFile(path, 'utf8')).toBe('them')
    expect(await readdir(folder)).toEqual(['note.md'])
  } finally {
    await remove()
  }
})
