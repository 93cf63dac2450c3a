import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createNodeFilePort } from '../../../../src/backend/files/node-file-port'
import { StudyStore } from '../../../../src/backend/study/study-store'
import { temporaryFolder } from '../../../support/temporary-folder'

const event = (id: string, at: number) => ({
  id,
  at,
  offset: 60,
  device: 'me',
  type: 'status' as const,
  question: 'q',
  status: 'draft' as const,
})
const line = (...args: Parameters<typeof event>) => `${JSON.stringify(event(...args))}\n`

describe('StudyStore', () => {
  let folder: Awaited<ReturnType<typeof temporaryFolder>>
  let store: StudyStore
  beforeEach(async () => {
    folder = await temporaryFolder()
    store = new StudyStore(createNodeFilePort(), folder.path, 'me')
    await mkdir(join(folder.path, 'study'))
  })
  afterEach(() => folder.remove())
  const path = (name: string) => join(folder.path, 'study', name)

  it('reads the events of all devices', async () => {
    await writeFile(path('me.jsonl'), line('a', 3) + line('b', 1))
    await writeFile(path('you.jsonl'), line('c', 2) + line('b', 1))
    await writeFile(path('notes.txt'), line('d', 0))
    expect((await store.read()).map(({ id }) => id).sort()).toEqual(['a', 'b', 'b', 'c'])
  })

  it('has no events where there is no folder', async () => {
    expect(await new StudyStore(createNodeFilePort(), join(folder.path, 'no'), 'me').read()).toEqual([])
  })

  it('passes over lines that it can not read, and keeps what a newer program wrote', async () => {
    const future = '{"id":"f","at":2,"type":"review","grade":{"x":1}}\n'
    const text = `garbage\n{"id":1}\n[]\n\n${line('a', 1)}${future}{"id":"t","at":3,"ty`
    await writeFile(path('me.jsonl'), text)
    expect((await store.read()).map(({ id }) => id)).toEqual(['a'])
    expect(await readFile(path('me.jsonl'), 'utf8')).toBe(text)
  })

  it('reads what is whole of a file with zeroed and torn bytes (lost every status)', async () => {
    const bytes = [Buffer.from(line('a', 1)), Buffer.alloc(32), Buffer.from([0xe4, 0xb8]), Buffer.from('\n')]
    await writeFile(path('me.jsonl'), Buffer.concat([...bytes, Buffer.from(line('b', 2))]))
    expect((await store.read()).map(({ id }) => id)).toEqual(['a', 'b'])
  })

  it('closes a torn last line before it adds one, and rewrites nothing', async () => {
    await writeFile(path('me.jsonl'), `${line('a', 1)}{"id":"t`)
    await store.append([event('b', 2)])
    expect(await readFile(path('me.jsonl'), 'utf8')).toBe(`${line('a', 1)}{"id":"t\n${line('b', 2)}`)
    expect((await store.read()).map(({ id }) => id)).toEqual(['a', 'b'])
  })

  it('knows what it wrote itself from what others did', async () => {
    await store.append([event('a', 1)])
    await store.append([event('b', 2), event('c', 3)])
    expect(await store.hasNews(['me.jsonl'])).toBe(false)
    expect(await store.hasNews(['me.jsonl', 'you.jsonl'])).toBe(true)
    await writeFile(path('me.jsonl'), line('a', 1))
    expect(await store.hasNews(['me.jsonl'])).toBe(true)
    await store.append([event('d', 4)])
    expect((await store.read()).map(({ id }) => id)).toEqual(['a', 'd'])
  })
})
