import { readFile, stat, symlink, unlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { createNodeFilePort } from '../../../../src/backend/files/node-file-port'
import { errorOf, openNotebookWith } from '../../../support/open-backend'

const path = 'notes/a.md'

describe('notes', () => {
  it.each([
    ['Deep note', 'sub/dir', 'notes/Sub/dir/Deep note.md'],
    ['Deep note', 'notes/new', 'notes/new/Deep note.md'],
    ['Deep note', '../..//.', 'notes/Deep note.md'],
    ['What? now', 'a|b/con', 'notes/a b/Note con/What now.md'],
  ])('makes %j in the folder %j, where its link finds it', async (title, folder, path) => {
    await using notebook = await openNotebookWith({ 'notes/Sub/other.md': 'other' })
    const made = await notebook.client['notes.create']({ title, folder })
    expect(made.path).toBe(path)
    expect(await readFile(join(notebook.path, path), 'utf8')).toBe(`# ${title}\n\n`)
    const target = path.slice('notes/'.length, -'.md'.length)
    const found = await notebook.client['links.resolve']({ kind: 'wiki', target, from: null })
    expect(found).toMatchObject({ kind: 'note', path })
  })

  it('lists notes by title, with numbers by their size (1, 10, 2)', async () => {
    const paths = [
      'notes/10.md',
      'notes/Note 9.md',
      'notes/2.md',
      'notes/note 10.md',
      'notes/1.md',
      'notes/z.md',
    ]
    await using notebook = await openNotebookWith({
      ...Object.fromEntries(paths.map(path => [path, 'text'])),
      'notes/deep/2.md': 'text',
    })
    expect((await notebook.client['notes.list']({})).map(note => note.path)).toEqual([
      'notes/1.md',
      'notes/2.md',
      'notes/deep/2.md',
      'notes/10.md',
      'notes/Note 9.md',
      'notes/note 10.md',
      'notes/z.md',
    ])
  })

  it('adds a tag and takes it out again, and changes no other byte', async () => {
    const text = '\uFEFF---\r\ntitle: T # mine\r\ntags: ["#one", two]\r\n---\r\nbody'
    await using notebook = await openNotebookWith({ [path]: text })
    const { client } = notebook
    const read = async () => (await client['notes.read']({ path })).text
    await client['notes.setTag']({ path, tag: 'three', isOn: true })
    expect(await read()).toBe(text.replace('two]', 'two, three]'))
    await client['notes.setTag']({ path, tag: 'three', isOn: false })
    expect(await read()).toBe(text)
    const { tags } = await client['notes.setTag']({ path, tag: 'one', isOn: false })
    expect(tags).toEqual(['two'])
  })

  it('saves over the text that it is based on and over no other', async () => {
    await using notebook = await openNotebookWith({ [path]: 'old' })
    const { client } = notebook
    const { hash } = await client['notes.read']({ path })
    await writeFile(join(notebook.path, path), 'other')
    expect(await errorOf(client['notes.save']({ path, text: 'mine', baseHash: hash }))).toEqual({
      code: 'notes/conflict',
      data: { path },
    })
    expect(await readFile(join(notebook.path, path), 'utf8')).toBe('other')
  })

  it('takes a text again that it has saved (told a conflict with itself when the answer was lost)', async () => {
    await using notebook = await openNotebookWith({ [path]: 'old' })
    const { client } = notebook
    const { hash } = await client['notes.read']({ path })
    const first = await client['notes.save']({ path, text: 'new', baseHash: hash })
    expect(await client['notes.save']({ path, text: 'new', baseHash: hash })).toEqual(first)
  })

  it('keeps bytes as they are: BOM, CRLF, no line break at the end', async () => {
    const text = '\uFEFF---\r\nanswers: [small-1-01]\r\n---\r\na\r\nb'
    await using notebook = await openNotebookWith({ [path]: text })
    const { client } = notebook
    const { hash } = await client['notes.read']({ path })
    await client['notes.save']({ path, text: `${text}\r\nc`, baseHash: hash })
    expect(await readFile(join(notebook.path, path), 'utf8')).toBe(`${text}\r\nc`)
  })

  it('overwrites nothing that it can not read (wrote over large files with an empty hash)', async () => {
    const large = new Uint8Array(26 * 1024 * 1024).fill(97)
    await using notebook = await openNotebookWith({ [path]: large, 'notes/b.md': new Uint8Array([0xff, 0]) })
    const { client } = notebook
    expect(await errorOf(client['notes.save']({ path, text: 'x', baseHash: '' }))).toMatchObject({
      code: 'storage/too-large',
    })
    expect((await stat(join(notebook.path, path))).size).toBe(large.length)
    expect(await errorOf(client['notes.read']({ path: 'notes/b.md' }))).toMatchObject({
      code: 'notes/not-text',
    })
    expect((await client['notes.list']({})).map(({ problem }) => problem)).toEqual(['too-large', 'not-text'])
  })

  it('says that front matter can not be read, when a tag should go into it', async () => {
    await using notebook = await openNotebookWith({ [path]: '---\nanswers: [llm-01-01\n---\ntext\n' })
    const { client } = notebook
    expect(await errorOf(client['notes.setTag']({ path, tag: 'x', isOn: true }))).toMatchObject({
      code: 'notes/bad-front-matter',
    })
  })

  it('refuses a text that it could not read again', async () => {
    await using notebook = await openNotebookWith({ [path]: 'old' })
    const { client } = notebook
    const { hash } = await client['notes.read']({ path })
    expect(await errorOf(client['notes.save']({ path, text: 'a\0b', baseHash: hash }))).toMatchObject({
      code: 'notes/not-text',
    })
    expect((await client['notes.read']({ path })).text).toBe('old')
  })

  it('names notes by question or title, without taking a name that is there', async () => {
    await using notebook = await openNotebookWith({ 'notes/plan.md': 'x' })
    const { client } = notebook
    await writeFile(join(notebook.path, 'notes/PLAN 2.md'), 'written by another program a moment ago')
    expect((await client['notes.create']({ title: 'Plan' })).path).toBe('notes/Plan 3.md')
    expect((await client['notes.create']({ title: 'Two\nlines' })).text).toBe('# Two lines\n\n')
    const answer = await client['notes.createAnswer']({ questionId: 'small-2-01', text: 'x' })
    expect(answer.path).toBe('notes/small-2-01 Why divide by the square root.md')
  })

  it.each(['---\n\nIn short\n\n---\n', '---\na: [b\n---\nText'])(
    'takes the answer %j as it was typed (could not be saved)',
    async text => {
      await using notebook = await openNotebookWith()
      const note = await notebook.client['notes.createAnswer']({ questionId: 'small-1-01', text })
      expect(note.text).toBe(`---\nanswers: [small-1-01]\n---\n${text}`)
      expect(note.answers).toEqual(['small-1-01'])
    },
  )

  it('keeps the answer when its status can not be logged (made a second one when asked again)', async () => {
    const append = () => Promise.reject(Object.assign(new Error(), { code: 'EIO' }))
    const files = { ...createNodeFilePort(), append }
    await using notebook = await openNotebookWith({}, { files })
    await notebook.client['notes.createAnswer']({ questionId: 'small-1-01', text: 'x' })
    const [list] = await notebook.client['questions.lists']({})
    expect(list?.sections[0]?.questions[0]?.status).toBe('draft')
  })

  it('moves to the trash and back, notes of one name at one time too (lost the first)', async () => {
    const long = `notes/sub/${'n'.repeat(240)}.md`
    await using notebook = await openNotebookWith({
      'notes/x.md': 'one',
      'notes/sub/x.md': 'two',
      [long]: '3',
    })
    const { client } = notebook
    const one = await client['notes.trash']({ path: 'notes/x.md' })
    const two = await client['notes.trash']({ path: 'notes/sub/x.md' })
    await client['notes.trash']({ path: long })
    expect(await client['notes.list']({})).toEqual([])
    expect((await client['notes.restore']({ path: 'notes/x.md', ...one })).text).toBe('one')
    expect((await client['notes.restore']({ path: 'notes/sub/x.md', ...two })).text).toBe('two')
    expect(await errorOf(client['notes.trash']({ path: 'notes/no.md' }))).toMatchObject({
      code: 'notes/not-found',
    })
    for (const trashPath of [
      'notes/x.md',
      '.answerbook/trash/../../answerbook.json',
      '.answerbook/trash/a\\b',
    ])
      expect(await errorOf(client['notes.restore']({ path: 'notes/y.md', trashPath }))).toMatchObject({
        code: 'notes/bad-path',
      })
  })

  it.each([
    '../a.md',
    'notes/../answerbook.json.md',
    'questions/small.md',
    'notes/a.txt',
    'notes/out/a.md',
    'notes/./a.md',
  ])('has no note at %j', async bad => {
    await using notebook = await openNotebookWith({ [path]: 'x' })
    await symlink('/', join(notebook.path, 'notes/out'))
    const error = { code: 'notes/bad-path', data: { path: bad } }
    expect(await errorOf(notebook.client['notes.read']({ path: bad }))).toEqual(error)
  })

  it('says that a folder is gone, and takes it for no bug', async () => {
    await using notebook = await openNotebookWith({ [path]: 'x' })
    await notebook.client['notes.list']({})
    await unlink(join(notebook.path, path))
    expect(await errorOf(notebook.client['notes.read']({ path }))).toMatchObject({ code: 'notes/not-found' })
  })

  it('suggests a link that leads to the note that is meant (led to the one in the same folder)', async () => {
    await using notebook = await openNotebookWith({ 'notes/Gates.md': 'x', 'notes/sub/Gates.md': 'y' })
    const { client } = notebook
    for (const { insert, id } of await client['links.suggest']({ text: 'gates', limit: 5 })) {
      expect(
        await client['links.resolve']({ kind: 'wiki', target: insert ?? '', from: 'notes/sub/z.md' }),
      ).toMatchObject({ path: id })
    }
  })

  it('tells backlinks of a question without its own answers', async () => {
    await using notebook = await openNotebookWith({
      'questions/list.md': '## S\n\n1. What? ^q-1\n2. Why? ^q-2\n',
      'notes/own.md': '---\nanswers: [q-1]\n---\nto [[list#^q-1|itself]]\n',
      'notes/other.md': '---\nanswers: [q-2]\n---\nsee [[list#^q-1|that]]\n',
    })
    const links = await notebook.client['links.backlinks']({ to: { questionId: 'q-1' } })
    expect(links.map(link => link.path)).toEqual(['notes/other.md'])
  })

  it('tells backlinks without the note that is gone meanwhile (told nothing)', async () => {
    await using notebook = await openNotebookWith({
      [path]: '[[c]]',
      'notes/b.md': 'see [c](c.md)',
      'notes/c.md': 'x',
    })
    await unlink(join(notebook.path, path))
    expect(await notebook.client['links.backlinks']({ to: { path: 'notes/c.md' } })).toEqual([
      { path: 'notes/b.md', title: 'b', answers: [], context: 'see [c](c.md)' },
    ])
  })
})
