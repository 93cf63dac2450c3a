import { readFile, readdir, rm, symlink } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { expect, it } from 'vitest'
import { failingFiles } from '../../../support/failing-files'
import { errorOf, openNotebookWith, type OpenedNotebook } from '../../../support/open-backend'
import { samplePng } from '../../../support/sample-images'

const add = (notebook: OpenedNotebook, name: string, bytes: Uint8Array, place: object = {}) =>
  notebook.client['attachments.add']({
    name,
    base64: Buffer.from(bytes).toString('base64'),
    notePath: null,
    questionId: null,
    ...place,
  })

it('stores an image under its own name, byte for byte', async () => {
  await using notebook = await openNotebookWith()
  const bytes = samplePng()
  expect(await add(notebook, 'Attention map.PNG', bytes)).toEqual({
    path: 'attachments/Attention map.png',
    isNew: true,
  })
  expect(new Uint8Array(await readFile(join(notebook.path, 'attachments/Attention map.png')))).toEqual(
    new Uint8Array(bytes),
  )
})

it('uses the file that is there for the same bytes, also in a folder and under another name', async () => {
  await using notebook = await openNotebookWith({ 'attachments/figures/old.png': samplePng(1) })
  expect(await add(notebook, 'new.png', samplePng(1))).toEqual({
    path: 'attachments/figures/old.png',
    isNew: false,
  })
  expect(await readdir(join(notebook.path, 'attachments'))).toEqual(['figures'])
})

it('makes names unique without regard to case', async () => {
  await using notebook = await openNotebookWith({ 'attachments/MAP.png': samplePng(1) })
  expect((await add(notebook, 'map.png', samplePng(2))).path).toBe('attachments/map 2.png')
})

it('gives two images that come at once two names, and the same image twice one file', async () => {
  await using notebook = await openNotebookWith()
  const added = await Promise.all([1, 2, 1].map(seed => add(notebook, 'a.png', samplePng(seed))))
  expect(added.map(({ path }) => path)).toEqual([
    'attachments/a.png',
    'attachments/a 2.png',
    'attachments/a.png',
  ])
})

it.each([
  ['image.png', { questionId: 'small-1-02' }, 'attachments/small-1-02 2026-01-02.png'],
  ['', { notePath: 'notes/Answer.md' }, 'attachments/small-1-01 2026-01-02.png'],
  ['Pasted image 3.png', { notePath: 'notes/Free.md' }, 'attachments/Free thoughts 2026-01-02.png'],
  ['../../etc/con.jpg', {}, 'attachments/Note con.png'],
  ['a:b*c?.png', {}, 'attachments/a b c.png'],
])('names %j by what it is for', async (name, place, expected) => {
  await using notebook = await openNotebookWith({
    'notes/Answer.md': '---\nanswers: [small-1-01]\n---\nText\n',
    'notes/Free.md': '# Free thoughts\n',
  })
  expect((await add(notebook, name, samplePng(), place)).path).toBe(expected)
})

it('refuses what is not an image, whatever its name says', async () => {
  await using notebook = await openNotebookWith()
  const text = new TextEncoder().encode('<html><script>1</script></html>')
  expect(await errorOf(add(notebook, 'picture.png', text))).toEqual({
    code: 'attachments/not-an-image',
    data: { name: 'picture.png' },
  })
  expect(await readdir(join(notebook.path, 'attachments'))).toEqual([])
})

it.each([
  ['Paper (v2).PDF', 'attachments/Paper (v2).pdf'],
  ['../../etc/con.html', 'attachments/Note con.html'],
  ['Makefile', 'attachments/Makefile'],
  ['notes.tar.gz', 'attachments/notes.tar.gz'],
])('stores %j, which is no image, once', async (name, path) => {
  await using notebook = await openNotebookWith()
  const bytes = new TextEncoder().encode('%PDF-1.4')
  expect(await add(notebook, name, bytes)).toEqual({ path, isNew: true })
  expect(await add(notebook, name, bytes)).toEqual({ path, isNew: false })
  expect(await readFile(join(notebook.path, path), 'utf8')).toBe('%PDF-1.4')
})

it('stores an empty file', async () => {
  await using notebook = await openNotebookWith()
  expect((await add(notebook, 'empty.txt', new Uint8Array())).path).toBe('attachments/empty.txt')
})

it('opens a file in its program, and shows one that could run something in its folder', async () => {
  const opened: string[] = []
  await using notebook = await openNotebookWith(
    { 'attachments/a.pdf': 'x', 'attachments/b.html': 'x', 'attachments/c.docx': 'x', 'outside.pdf': 'x' },
    {
      openFile: async path => {
        opened.push(`open ${basename(path)}`)
        return !path.endsWith('.docx')
      },
      revealInFolder: async path => void opened.push(`reveal ${basename(path)}`),
    },
  )
  await symlink(join(notebook.path, 'attachments/b.html'), join(notebook.path, 'attachments/d.pdf'))
  await symlink('/etc/hostname', join(notebook.path, 'attachments/e.pdf'))
  const open = (path: string) => notebook.client['attachments.open']({ path })
  for (const name of ['a.pdf', 'b.html', 'c.docx', 'd.pdf'])
    expect(await open(`attachments/${name}`)).toEqual({ isOpened: true })
  expect(opened).toEqual(['open a.pdf', 'reveal b.html', 'open c.docx', 'reveal c.docx', 'reveal d.pdf'])
  for (const path of ['attachments/no.pdf', 'attachments/../outside.pdf', 'outside.pdf', 'attachments/e.pdf'])
    expect(await errorOf(open(path))).toEqual({ code: 'storage/not-found', data: { path } })
})

it('leaves nothing half written behind when the disk is full at any step', async () => {
  const failing = failingFiles()
  await using notebook = await openNotebookWith({}, { files: failing.files })
  failing.failAt(undefined)
  await add(notebook, 'first.png', samplePng(99))
  const steps = failing.calls.length
  expect(steps).toBeGreaterThan(4)
  for (let step = 0; step < steps; step += 1) {
    failing.failAt(step)
    const { code } = (await errorOf(add(notebook, 'a.png', samplePng(1)))) as { code?: string }
    failing.failAt(undefined)
    const names = await readdir(join(notebook.path, 'attachments'))
    // Where a link leads is asked for files that aren't there yet; failing then changes nothing.
    if (code === undefined) {
      expect(names.sort()).toEqual(['a.png', 'first.png'])
      await rm(join(notebook.path, 'attachments/a.png'))
    } else expect({ code, names }).toEqual({ code: 'storage/disk-full', names: ['first.png'] })
  }
})
