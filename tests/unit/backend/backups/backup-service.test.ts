import { mkdir, readdir, readFile, symlink, truncate, writeFile } from 'node:fs/promises'
import { createWriteStream } from 'node:fs'
import { join } from 'node:path'
import { Writable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { describe, expect, it } from 'vitest'
import { ZipFile } from 'yazl'
import { createNodeFileStreams } from '../../../../src/backend/files/node-file-streams'
import type { BackendPorts } from '../../../../src/backend/ports'
import { fixedNow } from '../../../support/memory-ports'
import { errorOf, openNotebookWith } from '../../../support/open-backend'
import { readTree } from '../../../support/read-tree'
import { temporaryFolder } from '../../../support/temporary-folder'

const hour = 3_600_000
const files = {
  'notes/深/a.md': '# A\n\nText of A.\n',
  'attachments/large.bin': new Uint8Array(3_000_000).map((_, index) => (index * 7919) >> 3),
  '.answerbook/trash/2026-01-01T00-00-00-000Z/notes/old.md': 'old',
  '.answerbook/cache/search/index': 'can be made anew',
  '.obsidian/app.json': '{}',
}

/** A notebook with backups in a folder of their own. */
async function withBackups(ports: Partial<BackendPorts> = {}) {
  const data = await temporaryFolder()
  const notebook = await openNotebookWith(files, { dataFolder: data.path, ...ports })
  return {
    ...notebook,
    data: data.path,
    /** Everything below the backups' folder that is a file. */
    stored: async () => {
      const entries = await readdir(data.path, { recursive: true, withFileTypes: true })
      return entries.filter(entry => entry.isFile()).map(({ name }) => name)
    },
    [Symbol.asyncDispose]: async () => {
      await notebook[Symbol.asyncDispose]()
      await data.remove()
    },
  }
}

describe('backups', () => {
  it('have every file but caches, and come back byte for byte', async () => {
    await using test = await withBackups()
    const { client } = test
    const backup = await client['backups.run']({})
    const folder = join(test.data, 'restored')
    await mkdir(folder)
    expect((await client['backups.restore']({ path: backup.path, folder })).files).toBe(6)
    const tree = Object.entries(await readTree(test.path))
    const kept = Object.fromEntries(tree.filter(([path]) => !path.startsWith('.answerbook/cache')))
    expect(await readTree(folder)).toEqual(kept)
    const opened = await client['notebook.open']({ path: folder })
    expect(opened).toMatchObject({ title: 'My notebook', readOnly: null })
    expect(await client['backups.list']({})).toEqual([])
  })

  it('follow no link that leads out of the notebook', async () => {
    await using test = await withBackups()
    await writeFile(join(test.data, 'secret'), 'secret')
    await symlink(join(test.data, 'secret'), join(test.path, 'attachments/link'))
    await symlink(test.data, join(test.path, 'attachments/folder'))
    const { path } = await test.client['backups.run']({})
    const folder = join(test.data, 'restored')
    await test.client['backups.restore']({ path, folder })
    expect(await readdir(join(folder, 'attachments'))).toEqual(['large.bin'])
  })

  it('are made when the notebook has been open for a minute, once a day, and when none could be made again', async () => {
    let now = new Date(2026, 0, 2, 10).getTime()
    const timers: { delayMs: number; task: () => void }[] = []
    const startTimer = (delayMs: number, task: () => void) => {
      const timer = { delayMs, task }
      timers.push(timer)
      return () => void timers.splice(timers.indexOf(timer), 1)
    }
    await using test = await withBackups({ now: () => now, startTimer })
    const { client } = test
    const tick = async (): Promise<number> => {
      const [timer] = timers.splice(0, 1)
      timer?.task()
      await new Promise(resolve => setTimeout(resolve, 20))
      await expect.poll(async () => (await client['backups.status']({})).isRunning).toBe(false)
      return (await client['backups.list']({})).length
    }
    expect(timers.map(({ delayMs }) => delayMs)).toEqual([60_000])
    expect(await tick()).toBe(1)
    now += 2 * hour
    expect(await tick()).toBe(1)
    now += 18 * hour
    expect(await tick()).toBe(2)
    await client['backups.configure']({ isOn: false })
    now += 48 * hour
    expect(await tick()).toBe(2)
  })

  it('keep seven daily and four weekly ones', async () => {
    let now = fixedNow
    await using test = await withBackups({ now: () => now })
    await writeFile(join(test.path, 'attachments/large.bin'), 'small')
    for (let day = 0; day < 45; day += 1) {
      await test.client['backups.run']({})
      now += 24 * hour
    }
    const backups = await test.client['backups.list']({})
    expect(backups).toHaveLength(11)
    expect(backups.slice(0, 7).map(({ at }) => (now - at) / 24 / hour)).toEqual([1, 2, 3, 4, 5, 6, 7])
  })

  it('that fail are told, leave nothing, and leave the ones before', async () => {
    let isFull = false
    const real = createNodeFileStreams()
    const full = () =>
      new Writable({
        write: (_chunk, _encoding, done) => done(Object.assign(new Error('full'), { code: 'ENOSPC' })),
      })
    const streams = { ...real, writeNew: (path: string) => (isFull ? full() : real.writeNew(path)) }
    let now = fixedNow
    await using test = await withBackups({ streams, now: () => now })
    const { client } = test
    const first = await client['backups.run']({})
    isFull = true
    now += 24 * hour
    expect(await errorOf(client['backups.run']({}))).toMatchObject({ code: 'storage/disk-full' })
    const failed = await client['backups.status']({})
    expect(failed).toMatchObject({ last: first, failure: { code: 'storage/disk-full', at: now } })
    expect(await test.stored()).toHaveLength(1)
    isFull = false
    await client['backups.run']({})
    expect((await client['backups.status']({})).failure).toBeNull()
  })

  it('that can not be read again as they were made do not count', async () => {
    const real = createNodeFileStreams()
    // A disk that says that it has written what it has not.
    const writeNew = (path: string) => {
      const stream = real.writeNew(path)
      let isSpoilt = false
      return new Writable({
        write: (chunk: Buffer, _encoding, done) => {
          const spoilt = Buffer.from(chunk)
          if (!isSpoilt && chunk.length > 1000) spoilt[500] = (spoilt[500] ?? 0) ^ 1
          isSpoilt ||= chunk.length > 1000
          stream.write(spoilt, done)
        },
        final: done => void stream.end(done),
      })
    }
    await using test = await withBackups({ streams: { ...real, writeNew } })
    expect(await errorOf(test.client['backups.run']({}))).toMatchObject({ code: 'backup/damaged' })
    expect(await test.stored()).toEqual([])
  })

  it('do not end with what is stopped when the notebook is closed', async () => {
    const real = createNodeFileStreams()
    const endless = () => new Writable({ write: () => undefined })
    const data = await temporaryFolder()
    const test = await openNotebookWith(files, {
      dataFolder: data.path,
      streams: { ...real, writeNew: () => endless() },
    })
    const run = errorOf(test.client['backups.run']({}))
    await expect.poll(async () => (await test.client['backups.status']({})).isRunning).toBe(true)
    await test[Symbol.asyncDispose]()
    expect(await run).toMatchObject({ code: 'backup/stopped' })
    await data.remove()
  })

  it('go to a folder that is there and outside of the notebook, or nowhere', async () => {
    await using test = await withBackups()
    const { client } = test
    const configure = (folder: string) => errorOf(client['backups.configure']({ folder }))
    expect(await configure(join(test.path, 'notes'))).toMatchObject({ code: 'backup/inside-notebook' })
    expect(await configure(join(test.data, 'no'))).toMatchObject({ code: 'backup/folder-missing' })
    expect(await configure('relative')).toMatchObject({ code: 'backup/folder-missing' })
    const drive = join(test.data, 'drive')
    await mkdir(drive)
    await client['backups.configure']({ folder: drive })
    expect((await client['backups.run']({})).path.startsWith(drive)).toBe(true)
  })
})

describe('restoring a backup', () => {
  const manifestFor = (paths: readonly string[]) =>
    JSON.stringify({
      format: 1,
      notebook: { id: 'n', title: 'N' },
      createdAt: '',
      files: paths.map(path => ({ path, bytes: 1, sha256: 'x' })),
    })
  /** A zip with entries of one byte, as someone may write it by hand: names of yazl are replaced by others as long. */
  async function writeZip(path: string, names: readonly string[], { mode = 0o100644 } = {}): Promise<void> {
    const zip = new ZipFile()
    const plain = names.map((name, index) => `${index}`.padEnd(Buffer.byteLength(name), 'x'))
    for (const name of plain) zip.addBuffer(Buffer.from('x'), name, { compress: false, mode })
    zip.addBuffer(Buffer.from(manifestFor(plain)), '.answerbook/backup.json', { compress: false })
    zip.end()
    await pipeline(zip.outputStream, createWriteStream(path))
    let bytes = (await readFile(path)).toString('latin1')
    plain.forEach((name, index) => {
      bytes = bytes.replaceAll(name, Buffer.from(names[index] ?? '').toString('latin1'))
    })
    await writeFile(path, bytes, 'latin1')
  }

  it.each([
    ['../outside.md'],
    ['notes/../../outside.md'],
    ['/absolute-path.md'],
    ['C:/windows/path.md'],
    ['notes\\..\\..\\out.md'],
    ['notes//double.md'],
    ['./here/a/note.md'],
  ])('refuses %s, and writes nothing', async name => {
    await using test = await withBackups()
    const path = join(test.data, 'bad.zip')
    await writeZip(path, [name])
    const folder = join(test.data, 'new', 'restored')
    expect(await errorOf(test.client['backups.restore']({ path, folder }))).toMatchObject({
      code: 'backup/unsafe',
    })
    expect(await readdir(test.data)).toEqual(['bad.zip'])
  })

  it('refuses links, and files that are not as they were backed up', async () => {
    await using test = await withBackups()
    const path = join(test.data, 'bad.zip')
    const folder = join(test.data, 'restored')
    const restore = () => errorOf(test.client['backups.restore']({ path, folder }))
    await writeZip(path, ['notes/link-to-it.md'], { mode: 0o120777 })
    expect(await restore()).toMatchObject({ code: 'backup/unsafe' })
    await writeZip(path, ['notes/fine-name.md'])
    expect(await restore()).toMatchObject({ code: 'backup/damaged' })
    await writeFile(path, 'no zip at all')
    expect(await restore()).toMatchObject({ code: 'backup/damaged' })
    expect(await readdir(test.data)).toEqual(['bad.zip'])
  })

  it('refuses what unpacks to far more than a text does', async () => {
    await using test = await withBackups()
    const path = join(test.data, 'bomb.zip')
    const zip = new ZipFile()
    zip.addBuffer(Buffer.alloc(40 * 1024 * 1024), 'notes/bomb.md')
    zip.addBuffer(Buffer.from(manifestFor([])), '.answerbook/backup.json')
    zip.end()
    await pipeline(zip.outputStream, createWriteStream(path))
    const folder = join(test.data, 'restored')
    expect(await errorOf(test.client['backups.restore']({ path, folder }))).toMatchObject({
      code: 'backup/unsafe',
    })
  })

  it('restores no backup of which a byte or the end is missing, and nothing of it', async () => {
    await using test = await withBackups()
    const { client } = test
    const { path, bytes } = await client['backups.run']({})
    const whole = await readFile(path)
    const folder = join(test.data, 'restored')
    for (let step = 0; step < 12; step += 1) {
      const damagedAt = Math.floor((bytes * (step + 0.5)) / 12)
      const spoilt = Buffer.from(whole)
      spoilt[damagedAt] = (spoilt[damagedAt] ?? 0) ^ 0x55
      await writeFile(path, spoilt)
      expect(await errorOf(client['backups.restore']({ path, folder }))).toMatchObject({
        code: 'backup/damaged',
      })
      expect(await readdir(test.data)).toEqual(['backups'])
    }
    await writeFile(path, whole)
    await truncate(path, bytes - 30)
    expect(await errorOf(client['backups.restore']({ path, folder }))).toMatchObject({
      code: 'backup/damaged',
    })
  })

  it('writes over nothing', async () => {
    await using test = await withBackups()
    const { client } = test
    const { path } = await client['backups.run']({})
    expect(await errorOf(client['backups.restore']({ path, folder: test.path }))).toMatchObject({
      code: 'notebook/folder-not-empty',
    })
    expect(await errorOf(client['backups.restore']({ path, folder: path }))).toMatchObject({
      code: 'notebook/not-a-folder',
    })
    expect(
      await errorOf(client['backups.restore']({ path: join(test.data, 'no'), folder: `${path}x` })),
    ).toMatchObject({
      code: 'storage/not-found',
    })
  })
})
