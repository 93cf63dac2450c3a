import { mkdir, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { inProcessTransport } from '../../../../src/backend/in-process-transport'
import { createNotebookFolder } from '../../../../src/backend/notebook/notebook-store'
import { procedures } from '../../../../src/shared/contract/contract'
import { createClient } from '../../../../src/shared/contract/create-client'
import { buildNotebook } from '../../../support/build-notebook'
import { failingFiles } from '../../../support/failing-files'
import { fixedNow, memoryPorts } from '../../../support/memory-ports'
import { errorOf, openNotebookWith, testBackend } from '../../../support/open-backend'
import { readTree } from '../../../support/read-tree'
import { temporaryFolder } from '../../../support/temporary-folder'

async function withClient(ports: Parameters<typeof memoryPorts>[0] = {}) {
  const backend = testBackend(memoryPorts(ports))
  const folder = await temporaryFolder()
  return {
    client: createClient(procedures, inProcessTransport(backend, 'test')),
    folder: folder.path,
    [Symbol.asyncDispose]: async () => {
      await backend.dispose()
      await folder.remove()
    },
  }
}

describe('making a notebook', () => {
  it('writes the format of product.md', async () => {
    await using test = await withClient()
    await test.client['notebook.create']({ path: join(test.folder, 'a/N'), title: ' T ', list: 'llm' })
    const tree = await readTree(join(test.folder, 'a/N'))
    expect(Object.keys(tree).sort()).toEqual([
      'answerbook.json',
      'attachments/',
      'notes/',
      'questions/',
      'questions/llm.md',
    ])
    expect(JSON.parse(tree['answerbook.json'] ?? '')).toEqual({
      format: 1,
      id: '00000000-0000-4000-8000-000000000001',
      title: 'T',
      createdAt: new Date(fixedNow).toISOString(),
    })
  })

  it('takes no folder that is something already', async () => {
    await using test = await withClient()
    await writeFile(join(test.folder, 'file'), '')
    const make = (path: string) =>
      errorOf(test.client['notebook.create']({ path: join(test.folder, path), list: 'none' }))
    expect(await make('file')).toMatchObject({ code: 'notebook/not-a-folder' })
    expect(await make('.')).toMatchObject({ code: 'notebook/folder-not-empty' })
    expect(await make('N')).toBe('no error')
    expect(await make('N')).toMatchObject({ code: 'notebook/already-a-notebook' })
    expect(await errorOf(test.client['notebook.create']({ path: 'N', list: 'none' }))).toMatchObject({
      code: 'notebook/not-found',
    })
  })

  it("makes none in another one's folders", async () => {
    await using test = await withClient()
    const make = (path: string) =>
      errorOf(test.client['notebook.create']({ path: join(test.folder, path), list: 'none' }))
    expect(await make('N')).toBe('no error')
    await symlink(join(test.folder, 'N/notes'), join(test.folder, 'link'))
    const before = await readTree(join(test.folder, 'N'))
    for (const path of ['N/notes', 'N/notes/sub', 'N/attachments/a/b', 'N/.answerbook/x', 'link/sub'])
      expect(await make(path)).toMatchObject({ code: 'notebook/inside-notebook' })
    expect(await readTree(join(test.folder, 'N'))).toEqual(before)
    expect(await make('N/other')).toBe('no error')
    expect(await make('notes')).toBe('no error')
  })

  it('leaves a link that leads nowhere', async () => {
    await using test = await withClient()
    await symlink(join(test.folder, 'unplugged'), join(test.folder, 'link'))
    for (const path of ['link', 'link/deep/er']) {
      const made = test.client['notebook.create']({ path: join(test.folder, path), list: 'none' })
      expect(await errorOf(made)).toMatchObject({ code: 'storage/not-found' })
    }
    expect(await readdir(test.folder)).toEqual(['link'])
  })

  it.runIf(process.platform === 'linux')(
    'ends where the system makes no folders (Node tried for ever)',
    async () => {
      await using test = await withClient()
      for (const path of ['/proc/answerbook', '/proc/answerbook/deep'])
        expect(await errorOf(test.client['notebook.create']({ path, list: 'none' }))).toMatchObject({
          code: expect.stringMatching(/^storage\//),
        })
    },
  )

  it('makes a sample whose links lead somewhere', async () => {
    await using test = await withClient()
    const path = join(test.folder, 'Sample')
    await test.client['notebook.create']({ path, list: 'sample' })
    const [list] = await test.client['questions.lists']({})
    const statuses = list?.sections.flatMap(({ questions }) => questions.map(({ status }) => status))
    expect(statuses?.filter(status => status === 'draft')).toHaveLength(2)
    expect(statuses).toHaveLength(6)
    expect(await test.client['check.run']({ path })).toEqual([])
  })

  it('leaves nothing, whichever step fails (left folders above it, and the manifest)', async () => {
    const { files, calls, failAt } = failingFiles()
    const parent = await temporaryFolder()
    const make = () =>
      createNotebookFolder(files, join(parent.path, 'a/b/N'), {
        manifest: { format: 1, id: 'i', title: 'T' },
        texts: new Map([['questions/a.md', '- Why?']]),
      })
    await make()
    const steps = calls.length
    for (let step = 0; step < steps; step += 1) {
      await rm(join(parent.path, 'a'), { recursive: true, force: true })
      failAt(step)
      expect(await errorOf(make()), `step ${step}`).toMatchObject({ code: 'storage/disk-full' })
      expect(await readTree(parent.path), `step ${step}`).toEqual({})
    }
    await parent.remove()
  })
})

describe('opening a notebook', () => {
  it.each([
    ['no folder', 'no', {}, 'notebook/not-found'],
    ['no notebook', '.', { 'answerbook.json': undefined }, 'notebook/not-a-notebook'],
    ['a file', 'questions/small.md', {}, 'notebook/not-a-folder'],
    ['damaged JSON', '.', { 'answerbook.json': '{"format": 1,' }, 'notebook/damaged'],
    ['no format', '.', { 'answerbook.json': '{"id": "a", "title": "b"}' }, 'notebook/damaged'],
    ['bytes', '.', { 'answerbook.json': new Uint8Array([0xff, 0xfe, 0]) }, 'notebook/damaged'],
  ])('tells %s, and touches nothing', async (_what, path, files, code) => {
    const built = await buildNotebook(files)
    await using test = await withClient()
    const before = await readTree(built.path)
    expect(await errorOf(test.client['notebook.open']({ path: join(built.path, path) }))).toMatchObject({
      code,
    })
    expect(await readTree(built.path)).toEqual(before)
    await built.remove()
  })

  it('changes no byte of a folder by merely opening it, also of lists without ids; its own cache aside', async () => {
    const built = await buildNotebook({ 'questions/a.md': '- one\n- two ^small-1-01\n', 'notes/a.md': 'x' })
    await using test = await withClient()
    const before = await readTree(built.path)
    await test.client['notebook.open']({ path: join(built.path, 'answerbook.json') })
    await test.client['questions.lists']({})
    await test.client['search.query']({ text: 'one', limit: 5 })
    const after = Object.entries(await readTree(built.path))
    const isOfCache = (name: string) => /^\.answerbook\/(?:cache\/.*)?$/.test(name)
    expect(Object.fromEntries(after.filter(([name]) => !isOfCache(name)))).toEqual(before)
    await built.remove()
  })

  it('reads of a newer format whatever it knows (called it damaged)', async () => {
    await using notebook = await openNotebookWith({ 'answerbook.json': '{"format": 3, "name": {}}' })
    expect((await notebook.client['notebook.current']({}))?.readOnly).toBe('newer-format')
  })

  it('opens with the notes and lists that can be read', async () => {
    await using notebook = await openNotebookWith({
      'notes/bad.md': `---\na: ${'['.repeat(20_000)}\n---\n`,
      'questions/bad.md': new Uint8Array([0xff, 0]),
    })
    expect((await notebook.client['notes.list']({})).map(({ problem }) => problem)).toEqual(['front-matter'])
    expect((await notebook.client['questions.lists']({})).map(({ id }) => id)).toEqual(['small'])
  })

  it('ends what it had open, when two are opened at once too (left one running)', async () => {
    const open = new Set<string>()
    const watchFolder = (folder: string) => {
      open.add(folder)
      return { close: async () => void open.delete(folder) }
    }
    const [one, two] = [await buildNotebook(), await buildNotebook()]
    {
      await using test = await withClient({ watchFolder })
      await Promise.all([one, two].map(({ path }) => test.client['notebook.open']({ path })))
      expect([...open]).toEqual([(await test.client['notebook.current']({}))?.path])
    }
    expect([...open]).toEqual([])
    await one.remove()
    await two.remove()
  })
})

describe('changes from disk', () => {
  async function watched(files: Parameters<typeof openNotebookWith>[0]) {
    let tell: ((paths: readonly string[]) => void) | undefined
    const notebook = await openNotebookWith(files, {
      watchFolder: (_folder, onChange) => {
        tell = onChange
        return { close: async () => undefined }
      },
    })
    const change = async (...paths: string[]) => {
      notebook.events.length = 0
      tell?.(paths.map(path => join(notebook.path, path)))
      await new Promise(resolve => setTimeout(resolve, 60))
      return notebook.events
        .filter(({ event }) => event !== 'history.changed')
        .map(({ event, payload }) => [event, (payload as { paths?: unknown }).paths])
    }
    return { notebook, change, [Symbol.asyncDispose]: () => notebook[Symbol.asyncDispose]() }
  }

  it('are taken from notes by their content, and our own writes are none', async () => {
    await using test = await watched({ 'notes/a.md': 'old', 'notes/b.md': 'b' })
    const { path, client } = test.notebook
    const { hash } = await client['notes.read']({ path: 'notes/a.md' })
    await client['notes.save']({ path: 'notes/a.md', text: 'ours', baseHash: hash })
    expect(await test.change('notes/a.md')).toEqual([])
    await writeFile(join(path, 'notes/a.md'), '# Theirs')
    await rm(join(path, 'notes/b.md'))
    expect(await test.change('notes/a.md', 'notes/b.md', 'notes/c.txt')).toEqual([
      ['notes.changed', ['notes/a.md']],
    ])
    const titles = async () => (await client['notes.list']({})).map(({ title }) => title)
    await expect.poll(titles, { timeout: 5000 }).toEqual(['Theirs'])
    expect((await client['search.query']({ text: 'theirs', limit: 5 })).total).toBe(1)
  })

  it('of other notes are taken when one can not be read (took none)', async () => {
    await using test = await watched({})
    await writeFile(join(test.notebook.path, 'notes/b.md'), 'b')
    await writeFile(join(test.notebook.path, 'secret.md'), 's')
    await symlink(join(test.notebook.path, '..'), join(test.notebook.path, 'notes/out'))
    expect(await test.change('notes/out/a.md', 'notes/b.md')).toEqual([['notes.changed', ['notes/b.md']]])
  })

  it('are taken from lists, and questions that are gone are found no more', async () => {
    await using test = await watched({})
    const { path, client } = test.notebook
    expect((await client['search.query']({ text: 'segmentation', limit: 5 })).total).toBe(1)
    await writeFile(join(path, 'questions/small.md'), '## S\n\n- What is a gate? ^g-1\n')
    expect(await test.change('questions/small.md')).toEqual([['questions.changed', undefined]])
    expect((await client['search.query']({ text: 'segmentation', limit: 5 })).total).toBe(0)
    expect((await client['search.query']({ text: 'gate', limit: 5 })).total).toBe(1)
  })

  it('of the study log are told unless they are our own', async () => {
    await using test = await watched({})
    const { path, client } = test.notebook
    await client['questions.setStatus']({ id: 'small-1-01', status: 'draft' })
    expect(await test.change('study/x.jsonl')).toEqual([])
    await mkdir(join(path, 'study'), { recursive: true })
    const event = { id: 'e', at: fixedNow + 1, type: 'status', question: 'small-1-01', status: 'answered' }
    await writeFile(join(path, 'study/other.jsonl'), `${JSON.stringify(event)}\n`)
    expect(await test.change('study/other.jsonl')).toEqual([['questions.changed', undefined]])
    const [list] = await client['questions.lists']({})
    expect(list?.sections[0]?.questions[0]?.status).toBe('answered')
  })
})

describe('questions of several lists', () => {
  it('have ids of their own, which are stored before anything refers to them', async () => {
    await using notebook = await openNotebookWith({ 'questions/zoo.md': '- Which? ^small-1-01\n- Why?\n' })
    const { client, path } = notebook
    const ids = async () =>
      (await client['questions.lists']({})).flatMap(list =>
        list.sections.flatMap(section => section.questions.map(({ id }) => id)),
      )
    const all = ['small-1-01', 'small-1-02', 'small-2-01', 'zoo-01-01', 'zoo-01-02']
    expect(await ids()).toEqual(all)
    await client['questions.setStatus']({ id: 'zoo-01-01', status: 'draft' })
    expect(await readFile(join(path, 'questions/zoo.md'), 'utf8')).toBe(
      '- Which? ^zoo-01-01\n- Why? ^zoo-01-02\n',
    )
    expect(await ids()).toEqual(all)
  })
})
