import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { isMassDeletion } from '../../../../src/shared/domain/is-mass-deletion'
import { errorOf, openNotebookWith } from '../../../support/open-backend'

const path = (number: number): string => `notes/n${number}.md`
const notes = (count: number): Record<string, string> =>
  Object.fromEntries(
    Array.from({ length: count }, (_, number) => [
      path(number),
      `---\nanswers: [small-1-01]\n---\nword${number}\n`,
    ]),
  )

async function watched(count: number) {
  let tell: ((paths: readonly string[]) => void) | undefined
  const notebook = await openNotebookWith(notes(count), {
    watchFolder: (_folder, onChange) => {
      tell = onChange
      return { close: async () => undefined }
    },
  })
  const { client } = notebook
  return {
    ...notebook,
    tell: (numbers: readonly number[]) => tell?.(numbers.map(number => join(notebook.path, path(number)))),
    tellPaths: (paths: readonly string[]) => tell?.(paths.map(each => join(notebook.path, each))),
    remove: async (numbers: readonly number[]) => {
      for (const number of numbers) await rm(join(notebook.path, path(number)))
      tell?.(numbers.map(number => join(notebook.path, path(number))))
    },
    readOnly: async () => (await client['notebook.current']({}))?.readOnly,
    count: async () => (await client['notes.list']({})).length,
  }
}

describe('isMassDeletion', () => {
  it.each([
    [1, 1, false],
    [2, 2, true],
    [4, 10, false],
    [5, 24, true],
    [5, 25, false],
    [200, 2000, false],
  ])('%i of %i: %s', (...[gone, known, expected]) => {
    expect(isMassDeletion(gone, known)).toBe(expected)
  })
})

describe('notes that vanish', () => {
  it('one by one were deleted', async () => {
    await using open = await watched(10)
    await open.remove([0])
    await expect.poll(open.count, { timeout: 5000 }).toBe(9)
    expect(await open.readOnly()).toBeNull()
  })

  it('and are there again a moment later were never away', async () => {
    await using open = await watched(3)
    const [from, away] = [join(open.path, 'notes'), join(open.path, 'away')]
    await rename(from, away)
    open.tell([0, 1, 2])
    await new Promise(resolve => setTimeout(resolve, 100))
    await rename(away, from)
    await new Promise(resolve => setTimeout(resolve, 1000))
    expect(await open.count()).toBe(3)
    expect(open.events).toEqual([])
  })

  it('by many at once make the notebook read-only, and all that is known of them stays', async () => {
    await using open = await watched(10)
    const { client } = open
    await open.remove([0, 1, 2, 3, 4, 5])
    await expect.poll(open.readOnly, { timeout: 5000 }).toBe('notes-vanished')
    expect((await client['notebook.vanished']({})).map(note => note.path)).toEqual(
      [0, 1, 2, 3, 4, 5].map(path),
    )
    expect(await open.count()).toBe(10)
    expect((await client['search.query']({ text: 'word3', limit: 5 })).total).toBe(1)
    const [list] = await client['questions.lists']({})
    expect(list?.sections[0]?.questions[0]?.notes).toHaveLength(10)
    expect(await errorOf(client['notes.create']({ title: 'x' }))).toMatchObject({
      code: 'notebook/read-only',
      data: { reason: 'notes-vanished' },
    })
    const id = '11111111-1111-4111-8111-111111111111'
    const draft = { id, pageId: id, target: { path: path(0), baseHash: 'x' }, body: 'unsaved' }
    await client['journal.keep'](draft)
    expect(await client['journal.list']({})).toEqual([draft])
  })

  it('one after another, many within a minute, make it read-only as well', async () => {
    await using open = await watched(10)
    for (let number = 0; number < 4; number += 1) {
      await open.remove([number])
      await expect.poll(open.count, { timeout: 5000 }).toBe(9 - number)
    }
    await open.remove([4])
    await expect.poll(open.readOnly, { timeout: 5000 }).toBe('notes-vanished')
    expect(await open.client['notebook.vanished']({})).toHaveLength(5)
  })

  it('from one folder and appear in another were moved', async () => {
    await using open = await watched(6)
    await mkdir(join(open.path, 'notes/deep'))
    const to = (number: number): string => `notes/deep/m${number}.md`
    for (let number = 0; number < 6; number += 1)
      await rename(join(open.path, path(number)), join(open.path, to(number)))
    open.tellPaths([0, 1, 2, 3, 4, 5].flatMap(number => [path(number), to(number)]))
    const paths = async () => (await open.client['notes.list']({})).map(note => note.path).sort()
    await expect.poll(paths, { timeout: 5000 }).toEqual([0, 1, 2, 3, 4, 5].map(to))
    expect(await open.readOnly()).toBeNull()
  })

  it('and are at another path are told of as moved, each to one place, and those with a twin are not', async () => {
    await using open = await watched(6)
    const at = (name: string): string => join(open.path, 'notes', name)
    for (const name of ['empty.md', 'twin.md', 'stays.md']) await writeFile(at(name), '')
    open.tellPaths(['notes/empty.md', 'notes/twin.md', 'notes/stays.md'])
    await expect.poll(open.count).toBe(9)
    await open.client['notebook.close']({})
    await open.client['notebook.open']({ path: open.path })
    await mkdir(at('deep'))
    for (const name of ['twin.md', 'empty.md', 'n1.md']) await rename(at(name), at(`deep/${name}`))
    await rm(at('n2.md'))
    const names = ['empty.md', 'twin.md', 'n1.md']
    open.tellPaths(names.map(name => `notes/deep/${name}`))
    open.tellPaths([...names.map(name => `notes/${name}`), 'notes/n2.md'])
    await expect.poll(open.count, { timeout: 5000 }).toBe(8)
    const moves = open.events.filter(({ event }) => event === 'notes.renamed').map(({ payload }) => payload)
    expect(moves).toEqual(names.map(name => ({ from: `notes/${name}`, to: `notes/deep/${name}` })))
    const before = open.events.length
    await rm(at('stays.md'))
    open.tellPaths(['notes/stays.md'])
    await expect.poll(open.count, { timeout: 5000 }).toBe(7)
    expect(open.events.slice(before).map(({ event }) => event)).not.toContain('notes.renamed')
  })

  it('while the notebook is closed are missed when it is opened', async () => {
    await using open = await watched(6)
    const { client } = open
    await client['notebook.close']({})
    for (const number of [0, 1, 2, 3, 4]) await rm(join(open.path, path(number)))
    expect((await client['notebook.open']({ path: open.path })).readOnly).toBe('notes-vanished')
    expect(await client['notebook.vanished']({})).toHaveLength(5)
    await client['notebook.acceptVanished']({})
    await client['notebook.close']({})
    expect((await client['notebook.open']({ path: open.path })).readOnly).toBeNull()
  })

  it('and come back, changed or not, make it writable again', async () => {
    await using open = await watched(6)
    const kept = await Promise.all([0, 1, 2, 3, 4, 5].map(number => readFile(join(open.path, path(number)))))
    await open.remove([0, 1, 2, 3, 4, 5])
    await expect.poll(open.readOnly, { timeout: 5000 }).toBe('notes-vanished')
    await writeFile(join(open.path, path(0)), 'another text')
    for (let number = 1; number < 5; number += 1)
      await writeFile(join(open.path, path(number)), kept[number] ?? '')
    expect(await open.client['notebook.lookAgain']({})).toEqual([{ path: path(5), title: 'n5' }])
    expect(await open.readOnly()).toBe('notes-vanished')
    await writeFile(join(open.path, path(5)), kept[5] ?? '')
    open.tell([5])
    await expect.poll(open.readOnly, { timeout: 5000 }).toBeNull()
    expect((await open.client['notes.read']({ path: path(0) })).text).toBe('another text')
  })

  it('go when the user says that they were deleted', async () => {
    await using open = await watched(6)
    await open.remove([0, 1, 2, 3, 4])
    await expect.poll(open.readOnly, { timeout: 5000 }).toBe('notes-vanished')
    await open.client['notebook.acceptVanished']({})
    expect(await open.readOnly()).toBeNull()
    expect(await open.count()).toBe(1)
    await open.client['notes.create']({ title: 'x' })
    expect(await readdir(join(open.path, 'notes'))).toEqual(['n5.md', 'x.md'])
  })
})
