import { readdir, readFile, rename, unlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { createNodeFilePort } from '../../../../src/backend/files/node-file-port'
import type { FilePort } from '../../../../src/backend/files/file-port'
import { fixedNow } from '../../../support/memory-ports'
import { errorOf, openNotebookWith, type OpenedNotebook } from '../../../support/open-backend'

const path = 'notes/a.md'
const minute = 60_000

const save = async ({ client }: OpenedNotebook, text: string, of = path) => {
  const { hash } = await client['notes.read']({ path: of })
  return client['notes.save']({ path: of, text, baseHash: hash })
}
const versions = async ({ client }: OpenedNotebook, of = path) => {
  const found = []
  for (const { id, reason } of await client['history.list']({ path: of }))
    found.push([reason, (await client['history.read']({ path: of, id })).text])
  return found
}
/** Files that keep what notes held. */
const objectsOf = async (notebook: OpenedNotebook): Promise<string[]> => {
  const folder = join(notebook.path, '.answerbook/history')
  const entries = await readdir(folder, { recursive: true })
  return entries.filter(name => name.endsWith('.z')).map(name => join(folder, name))
}

describe('the history of a note', () => {
  it('has what it held before the first change, and then every five minutes', async () => {
    let now = fixedNow
    await using notebook = await openNotebookWith({ [path]: 'one' }, { now: () => now })
    await save(notebook, 'two')
    now += 4 * minute
    await save(notebook, 'three')
    now += 2 * minute
    await save(notebook, 'four')
    expect(await versions(notebook)).toEqual([
      ['editing', 'three'],
      ['session', 'one'],
    ])
    const [newest] = await notebook.client['history.list']({ path })
    expect(newest).toMatchObject({ at: now, bytes: 5, words: 1 })
  })

  it('goes with the note to another path, into the trash and back, and stays behind for no other', async () => {
    await using notebook = await openNotebookWith({ [path]: '# A\n' })
    const { client } = notebook
    await save(notebook, '# A\n\nmore\n')
    const { path: renamed } = await client['notes.rename']({ path, newPath: 'notes/deep/b.md' })
    expect(await versions(notebook, renamed)).toEqual([['session', '# A\n']])
    const { trashPath } = await client['notes.trash']({ path: renamed })
    expect(await versions(notebook, renamed)).toEqual([])
    await client['notes.restore']({ path, trashPath })
    expect(await versions(notebook)).toEqual([['session', '# A\n']])
  })

  it('has what another program wrote over or deleted', async () => {
    const changes: ((paths: readonly string[]) => void)[] = []
    const watchFolder = (_folder: string, onChange: (paths: readonly string[]) => void) => {
      changes.push(onChange)
      return { close: async () => undefined }
    }
    await using notebook = await openNotebookWith({ [path]: 'mine' }, { watchFolder })
    const file = join(notebook.path, path)
    const told = async () => {
      const count = notebook.events.length
      changes[0]?.([file])
      await expect
        .poll(() => notebook.events.slice(count).map(({ event }) => event))
        .toContain('history.changed')
    }
    await save(notebook, 'mine too')
    await writeFile(file, 'theirs')
    await told()
    await save(notebook, 'mine over theirs')
    await unlink(file)
    changes[0]?.([file])
    // A file may be away for a moment: only then it counts as deleted.
    await expect
      .poll(() => versions(notebook), { timeout: 5000 })
      .toEqual([
        ['external', 'mine over theirs'],
        ['session', 'theirs'],
        ['external', 'mine too'],
        ['session', 'mine'],
      ])
  })

  it('has what was there before text was replaced in all notes', async () => {
    await using notebook = await openNotebookWith({ [path]: 'cats', 'notes/b.md': 'more cats' })
    const { client } = notebook
    const options = { isRegex: false, isCaseSensitive: false, isWholeWord: false }
    const query = { text: 'cats', replacement: 'dogs', ...options }
    await client['replace.apply']({ query, files: (await client['replace.preview'](query)).files })
    expect(await versions(notebook)).toEqual([['replace', 'cats']])
    expect(await versions(notebook, 'notes/b.md')).toEqual([['replace', 'more cats']])
  })

  it('restores a version, front matter included, and keeps what it replaces', async () => {
    await using notebook = await openNotebookWith({ [path]: '---\ntags: [x]\n---\n\uFEFFone\r\n' })
    const { client } = notebook
    await save(notebook, 'two')
    const [first] = await client['history.list']({ path })
    const { hash } = await client['notes.read']({ path })
    const restore = { path, id: first?.id ?? '', baseHash: hash }
    expect((await client['history.restore'](restore)).text).toBe('---\ntags: [x]\n---\n\uFEFFone\r\n')
    expect((await versions(notebook))[0]).toEqual(['restore', 'two'])
    expect(await errorOf(client['history.restore'](restore))).toMatchObject({ code: 'notes/conflict' })
    expect(await errorOf(client['history.read']({ path, id: 'no' }))).toMatchObject({
      code: 'history/not-found',
    })
  })

  it('says that a version is damaged, and never shows it as text', async () => {
    await using notebook = await openNotebookWith({ [path]: 'one' })
    const { client } = notebook
    await save(notebook, 'two')
    const [version] = await client['history.list']({ path })
    const read = () => errorOf(client['history.read']({ path, id: version?.id ?? '' }))
    const [object = ''] = await objectsOf(notebook)
    const bytes = await readFile(object)
    for (const damaged of [bytes.subarray(0, 4), Buffer.alloc(bytes.length), Buffer.from('x')]) {
      await writeFile(object, damaged)
      expect(await read()).toEqual({ code: 'history/damaged', data: { id: version?.id } })
    }
    await rename(object, `${object}.away`)
    expect(await read()).toMatchObject({ code: 'history/damaged' })
  })

  it('passes over torn, damaged and unknown lines of its log', async () => {
    await using notebook = await openNotebookWith({ [path]: 'one' })
    await save(notebook, 'two')
    await versions(notebook)
    const [device = ''] = await readdir(join(notebook.path, '.answerbook/history'))
    const log = join(notebook.path, '.answerbook/history', device, 'log.jsonl')
    const text = await readFile(log, 'utf8')
    await writeFile(log, `nonsense\n{"kind":"later"}\n${text}${text.slice(0, 40)}`)
    await notebook.client['notes.rename']({ path, newPath: 'notes/b.md' })
    expect(await versions(notebook, 'notes/b.md')).toEqual([['session', 'one']])
  })

  it('keeps one object for one text, and removes it with the last version that has it', async () => {
    let now = fixedNow
    await using notebook = await openNotebookWith({ [path]: 'one', 'notes/b.md': 'one' }, { now: () => now })
    await save(notebook, 'two')
    await save(notebook, 'two', 'notes/b.md')
    await versions(notebook)
    expect(await objectsOf(notebook)).toHaveLength(1)
    now += 400 * 24 * 60 * minute
    await save(notebook, 'three')
    expect(await versions(notebook)).toEqual([['editing', 'two']])
    expect(await objectsOf(notebook)).toHaveLength(2)
    await save(notebook, 'three', 'notes/b.md')
    expect(await versions(notebook, 'notes/b.md')).toEqual([['editing', 'two']])
    expect(await objectsOf(notebook)).toHaveLength(1)
  })

  it('lets a save succeed that can not be kept, says so, and keeps the version when it can, also of a note that was renamed meanwhile', async () => {
    let isFull = true
    const real = createNodeFilePort()
    const append: FilePort['append'] = async (log, text) => {
      if (isFull) throw Object.assign(new Error(), { code: 'ENOSPC' })
      return real.append(log, text)
    }
    await using notebook = await openNotebookWith({ [path]: 'one' }, { files: { ...real, append } })
    const status = () => notebook.client['history.status']({})
    await save(notebook, 'two')
    expect(await versions(notebook)).toEqual([])
    expect(await status()).toEqual({ failure: { code: 'storage/disk-full', since: fixedNow } })
    await notebook.client['notes.rename']({ path, newPath: 'notes/b.md' })
    isFull = false
    await save(notebook, 'three', 'notes/b.md')
    expect(await versions(notebook, 'notes/b.md')).toEqual([
      ['editing', 'two'],
      ['session', 'one'],
    ])
    expect(await status()).toEqual({ failure: null })
  })

  it('keeps no text of a note that was deleted for good', async () => {
    let isFull = true
    const real = createNodeFilePort()
    const append: FilePort['append'] = async (log, text) => {
      if (isFull) throw Object.assign(new Error(), { code: 'ENOSPC' })
      return real.append(log, text)
    }
    const files = { [path]: 'secret', 'notes/b.md': 'b' }
    await using notebook = await openNotebookWith(files, { files: { ...real, append } })
    await save(notebook, 'two')
    const { trashPath } = await notebook.client['notes.trash']({ path })
    isFull = false
    await notebook.client['trash.delete']({ trashPaths: [trashPath] })
    await save(notebook, 'c', 'notes/b.md')
    expect(await versions(notebook, 'notes/b.md')).toEqual([['session', 'b']])
    expect(await versions(notebook, trashPath)).toEqual([])
    expect(await objectsOf(notebook)).toHaveLength(1)
  })

  it('does not wait for a version to be kept before a note is saved', async () => {
    const real = createNodeFilePort()
    let release = (): void => undefined
    const held = new Promise<void>(resolve => (release = resolve))
    const append: FilePort['append'] = (log, text) => held.then(() => real.append(log, text))
    await using notebook = await openNotebookWith({ [path]: 'one' }, { files: { ...real, append } })
    await save(notebook, 'two')
    expect(await readFile(join(notebook.path, path), 'utf8')).toBe('two')
    release()
    expect(await versions(notebook)).toEqual([['session', 'one']])
  })
})
