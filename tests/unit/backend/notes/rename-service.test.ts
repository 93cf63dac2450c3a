import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { createNodeFilePort } from '../../../../src/backend/files/node-file-port'
import { failingFiles } from '../../../support/failing-files'
import { memoryPorts } from '../../../support/memory-ports'
import { errorOf, openNotebookWith, testBackend, type OpenedNotebook } from '../../../support/open-backend'
import { readTree } from '../../../support/read-tree'
import { smallList } from '../../../support/build-notebook'

const files = {
  'notes/Old.md': '---\nanswers: [small-1-01]\n---\n# Old\n\n![x](../attachments/x.png) [[Old]]\n',
  'notes/One.md': 'See [[Old|the old]] and ![[Old#Part]] and `[[Old]]`.\n',
  'notes/deep/Two.md': '[old](../Old.md#part "t") [[Old]]\r\n',
  'notes/Other.md': 'Nothing about it\n',
  'questions/small.md': smallList.replace('Which merge', 'Which [[Old]] merge'),
}
const textOf = (notebook: OpenedNotebook, path: string) => readFile(join(notebook.path, path), 'utf8')
const without = (tree: Readonly<Record<string, string>>, pattern: RegExp) =>
  Object.fromEntries(Object.entries(tree).filter(([path]) => !pattern.test(path)))

it('renames a note and every link to it, in notes and in lists, and tells how many', async () => {
  await using notebook = await openNotebookWith(files)
  expect(await notebook.client['notes.rename']({ path: 'notes/Old.md', newTitle: 'New: one?' })).toEqual({
    path: 'notes/New one.md',
    title: 'New: one?',
    links: 6,
    files: 4,
  })
  expect(await textOf(notebook, 'notes/New one.md')).toBe(
    '---\nanswers: [small-1-01]\n---\n# New: one?\n\n![x](../attachments/x.png) [[New one]]\n',
  )
  expect(await textOf(notebook, 'notes/One.md')).toBe(
    'See [[New one|the old]] and ![[New one#Part]] and `[[Old]]`.\n',
  )
  expect(await textOf(notebook, 'notes/deep/Two.md')).toBe('[old](../New%20one.md#part "t") [[New one]]\r\n')
  expect(await textOf(notebook, 'questions/small.md')).toContain('Which [[New one]] merge')
  expect(Object.keys(await readTree(notebook.path))).not.toContain('notes/Old.md')
  expect((await notebook.client['questions.lists']({}))[0]?.sections[0]?.questions[0]?.notes).toEqual([
    'notes/New one.md',
  ])
  const backlinks = await notebook.client['links.backlinks']({ to: { path: 'notes/New one.md' } })
  expect(backlinks.map(({ path }) => path)).toEqual(['notes/One.md', 'notes/deep/Two.md'])
  const { hits } = await notebook.client['search.query']({ text: 'old', limit: 9 })
  expect(hits.map(({ path }) => path)).not.toContain('notes/Old.md')
})

it('is taken back byte for byte by renaming again', async () => {
  await using notebook = await openNotebookWith(files)
  const before = await readTree(notebook.path)
  const { path } = await notebook.client['notes.rename']({ path: 'notes/Old.md', newTitle: 'New' })
  await notebook.client['notes.rename']({ path, newTitle: 'Old', newPath: 'notes/Old.md' })
  expect(without(await readTree(notebook.path), /^\.answerbook/)).toEqual(without(before, /^\.answerbook/))
})

it('gives a note the title as asked where no file can have that name (was "What is A B testing")', async () => {
  await using notebook = await openNotebookWith({ 'notes/Old.md': 'text\n', 'notes/One.md': '[[Old]]\n' })
  const { client } = notebook
  const newTitle = 'What is  A/B testing?'
  expect(await client['notes.rename']({ path: 'notes/Old.md', newTitle })).toMatchObject({
    path: 'notes/What is A B testing.md',
    title: 'What is A/B testing?',
  })
  expect(await textOf(notebook, 'notes/What is A B testing.md')).toBe(
    '---\ntitle: What is A/B testing?\n---\ntext\n',
  )
})

it.each([
  ['notes/Old.md', 'Old', 'text [[old]]\n'],
  ['notes/Old.md', 'Sec', 'intro\n\n## Sec\n'],
  ['notes/Old.md', 'Sec one', '# Sec *one* #\n\ntext\n'],
  ['notes/Old.md', 'Old one', '---\ntitle: >\n  Old\n  one\n---\n'],
  ['notes/C#/Hash # x.md', 'Old', '# Old\n\n[[Hash]] [](../One.md)\n'],
])('is taken back byte for byte: %s, called %j, with %j', async (path, title, text) => {
  const linking = 'See [[old|it]], [x](./C%23/Hash%20%23%20x.md) and [[Old]].\n'
  await using notebook = await openNotebookWith({ [path]: text, 'notes/One.md': linking })
  const { client } = notebook
  const renamed = await client['notes.rename']({ path, newTitle: 'Goal # 100% [x]? "q"' })
  expect(renamed.title).toBe('Goal # 100% [x]? "q"')
  const more = await textOf(notebook, renamed.path)
  await client['notes.rename']({ path: renamed.path, newTitle: title, newPath: path })
  expect(await textOf(notebook, path)).toBe(text)
  expect(await textOf(notebook, 'notes/One.md')).toBe(linking)

  await client['notes.rename']({ path, newTitle: 'Goal # 100% [x]? "q"' })
  await writeFile(join(notebook.path, renamed.path), `${more}\nMore\n`)
  await client['notes.rename']({ path: renamed.path, newTitle: title, newPath: path })
  expect(await textOf(notebook, path)).toBe(`${text.replace('[[old]]', '[[Old]]')}\nMore\n`)
})

it('moves a note to another folder, and its own links lead on', async () => {
  await using notebook = await openNotebookWith(files)
  await notebook.client['notes.rename']({ path: 'notes/Old.md', newPath: 'notes/far/away/Old.md' })
  expect(await textOf(notebook, 'notes/far/away/Old.md')).toContain(
    '![x](../../../attachments/x.png) [[Old]]',
  )
  expect(await textOf(notebook, 'notes/deep/Two.md')).toBe('[old](../far/away/Old.md#part "t") [[Old]]\r\n')
  expect(await textOf(notebook, 'notes/One.md')).toBe(files['notes/One.md'])
})

it('changes only the case of a name', async () => {
  await using notebook = await openNotebookWith({
    'notes/old.md': 'text\n',
    'notes/One.md': '[[old]] [a](old.md)\n',
  })
  expect((await notebook.client['notes.rename']({ path: 'notes/old.md', newTitle: 'OLD' })).path).toBe(
    'notes/OLD.md',
  )
  expect(await textOf(notebook, 'notes/OLD.md')).toBe('text\n')
  expect(await textOf(notebook, 'notes/One.md')).toBe('[[old]] [a](OLD.md)\n')
})

it('never takes the name of another note', async () => {
  await using notebook = await openNotebookWith(files)
  const taken = notebook.client['notes.rename']({ path: 'notes/Old.md', newPath: 'notes/ONE.md' })
  expect(await errorOf(taken)).toEqual({ code: 'notes/name-taken', data: { path: 'notes/ONE.md' } })
  expect((await notebook.client['notes.rename']({ path: 'notes/Old.md', newTitle: 'One' })).path).toBe(
    'notes/One 2.md',
  )
  for (const newPath of [
    'notes/../x.md',
    'notes/x/a:b.md',
    'notes/a:b.md',
    'elsewhere/a.md',
    'notes/a.txt',
    'notes/a|b.md',
  ]) {
    const bad = notebook.client['notes.rename']({ path: 'notes/Other.md', newPath })
    expect(await errorOf(bad)).toEqual({ code: 'notes/bad-path', data: { path: newPath } })
  }
})

it('moves a note to no folder that is hidden or that Windows does not take (was gone at the next start)', async () => {
  await using notebook = await openNotebookWith({ ...files, 'notes/C#/Hash # x.md': 'x\n' })
  const { client } = notebook
  const move = async (path: string, newPath: string) => (await client['notes.rename']({ path, newPath })).path
  expect(await move('notes/Old.md', 'notes/.private/con/a:b/Old.md')).toBe(
    'notes/private/Note con/a b/Old.md',
  )
  expect(await move('notes/One.md', 'notes/Deep/One.md')).toBe('notes/deep/One.md')
  expect(await move('notes/Other.md', 'notes/C#/Other.md')).toBe('notes/C#/Other.md')
  expect(await move('notes/C#/Hash # x.md', 'notes/Hash # x.md')).toBe('notes/Hash # x.md')
  await client['notebook.open']({ path: notebook.path })
  expect((await client['notes.list']({})).map(({ path }) => path).sort()).toEqual([
    'notes/C#/Other.md',
    'notes/Hash # x.md',
    'notes/deep/One.md',
    'notes/deep/Two.md',
    'notes/private/Note con/a b/Old.md',
  ])
})

it('leaves all as it was when any step fails, and the next try succeeds', { timeout: 60_000 }, async () => {
  const failing = failingFiles()
  await using notebook = await openNotebookWith(files, { files: failing.files })
  const before = without(await readTree(notebook.path), /^\.answerbook/)
  let failures = 0
  for (let step = 0; ; step += 1) {
    failing.failAt(step)
    const error = await errorOf(notebook.client['notes.rename']({ path: 'notes/Old.md', newTitle: 'New' }))
    const isReached = failing.calls.length > step
    failing.failAt(undefined)
    if (error === 'no error') {
      await notebook.client['notes.rename']({ path: 'notes/New.md', newTitle: 'Old' })
    } else failures += 1
    expect(without(await readTree(notebook.path), /^\.answerbook/)).toEqual(before)
    expect((await notebook.client['notes.read']({ path: 'notes/Old.md' })).title).toBe('Old')
    if (!isReached) break
  }
  expect(failures).toBeGreaterThan(20)
})

it('is done by the next try after all calls from any step on failed', { timeout: 60_000 }, async () => {
  await using plain = await openNotebookWith(files)
  const wish = { path: 'notes/Old.md', newTitle: 'New' }
  await plain.client['notes.rename'](wish)
  const after = without(await readTree(plain.path), /^\.answerbook/)
  const failing = failingFiles()
  for (let step = 0, isReached = true; isReached; step += 2) {
    await using notebook = await openNotebookWith(files, { files: failing.files })
    failing.failFrom(step)
    const error = await errorOf(notebook.client['notes.rename'](wish))
    isReached = failing.calls.length > step
    failing.failAt(undefined)
    if (error !== 'no error')
      expect(await notebook.client['notes.rename'](wish)).toMatchObject({
        path: 'notes/New.md',
        title: 'New',
      })
    expect(without(await readTree(notebook.path), /^\.answerbook|\.tmp$/)).toEqual(after)
    expect((await notebook.client['notes.list']({})).map(({ path }) => path)).not.toContain('notes/Old.md')
  }
})

it(
  'is either done or not begun after a crash at any step, once the notebook is opened again',
  { timeout: 60_000 },
  async () => {
    const outcomes = new Set<string>()
    for (let step = 0; ; step += 1) {
      const failing = failingFiles()
      await using notebook = await openNotebookWith(files, { files: failing.files })
      const before = without(await readTree(notebook.path), /^\.answerbook/)
      failing.failFrom(step)
      await errorOf(notebook.client['notes.rename']({ path: 'notes/Old.md', newTitle: 'New' }))
      const isReached = failing.calls.length > step
      const again = testBackend(memoryPorts({ files: createNodeFilePort() }))
      await again.dispatch('notebook.open', { path: notebook.path }, { clientId: 'again' })
      const after = without(await readTree(notebook.path), /^\.answerbook|\.tmp$/)
      const isDone = 'notes/New.md' in after
      outcomes.add(isDone ? 'done' : 'not begun')
      if (isDone) {
        expect(Object.keys(after)).not.toContain('notes/Old.md')
        expect(after['notes/One.md']).toContain('[[New|the old]] and ![[New#Part]]')
        expect(after['notes/deep/Two.md']).toContain('[old](../New.md#part "t") [[New]]')
        expect(after['questions/small.md']).toContain('[[New]]')
        expect(after['notes/New.md']).toContain('# New')
      } else expect(after).toEqual(before)
      expect(
        Object.keys(await readTree(notebook.path)).filter(path => /journal\/rename-/.test(path)),
      ).toEqual([])
      await again.dispose()
      if (!isReached) break
    }
    expect([...outcomes].sort()).toEqual(['done', 'not begun'])
  },
)

it('leaves a file that was changed after the crash as it is, and reports it', async () => {
  const plan = {
    version: 1,
    id: 'x',
    from: 'notes/Old.md',
    to: 'notes/New.md',
    files: [{ path: 'notes/One.md', before: 'another hash', text: 'rewritten' }],
  }
  const reported: string[] = []
  await using notebook = await openNotebookWith(
    { ...files, '.answerbook/journal/rename-x.json': JSON.stringify(plan) },
    { log: (_level, message) => void reported.push(message) },
  )
  expect(await textOf(notebook, 'notes/One.md')).toBe(files['notes/One.md'])
  expect(await textOf(notebook, 'notes/New.md')).toBe(files['notes/Old.md'])
  expect(reported).toEqual(['links were not rewritten: the file was changed since'])
})

it('leaves a damaged or hostile journal file alone', async () => {
  const hostile = { version: 1, id: 'y', from: 'notes/../answerbook.json', to: 'notes/a.md', files: [] }
  await using notebook = await openNotebookWith({
    ...files,
    '.answerbook/journal/rename-x.json': '{"version": 1, "id": ',
    '.answerbook/journal/rename-y.json': JSON.stringify(hostile),
  })
  const tree = await readTree(notebook.path)
  expect(Object.keys(tree)).toEqual(
    expect.arrayContaining(['answerbook.json', '.answerbook/journal/rename-x.json', 'notes/Old.md']),
  )
  await writeFile(join(notebook.path, 'notes/later.md'), 'x')
  expect(await textOf(notebook, 'notes/later.md')).toBe('x')
})

it('says of no version of a renamed note that another program changed it', async () => {
  await using notebook = await openNotebookWith(files)
  const { client } = notebook
  const { hash, text } = await client['notes.read']({ path: 'notes/Old.md' })
  await client['notes.save']({ path: 'notes/Old.md', text: `${text}More\n`, baseHash: hash })
  const { path } = await client['notes.rename']({ path: 'notes/Old.md', newPath: 'notes/far/New.md' })
  await client['notes.read']({ path })
  const versions = await client['history.list']({ path })
  expect(versions.map(({ reason }) => reason)).toEqual(['session'])
})

const foldersOf = async (notebook: OpenedNotebook) =>
  (await readdir(join(notebook.path, 'notes'), { recursive: true, withFileTypes: true }))
    .filter(entry => entry.isDirectory())
    .map(({ name }) => name)
    .sort()

it('leaves no folder that it made when it is taken back, and each that was there or holds something', async () => {
  await using notebook = await openNotebookWith(files)
  const { client } = notebook
  await mkdir(join(notebook.path, 'notes/mine'))
  for (const newPath of ['notes/mine/a/b/Old.md', 'notes/deep/er/Old.md', 'notes/mine/Old.md']) {
    await client['notes.rename']({ path: 'notes/Old.md', newPath })
    await client['notes.rename']({ path: newPath, newPath: 'notes/Old.md' })
    expect(await foldersOf(notebook)).toEqual(['deep', 'mine'])
  }
  await client['notes.rename']({ path: 'notes/Old.md', newPath: 'notes/x/y/Old.md' })
  await writeFile(join(notebook.path, 'notes/x/picture.png'), '')
  await client['notes.rename']({ path: 'notes/x/y/Old.md', newPath: 'notes/Old.md' })
  expect(await foldersOf(notebook)).toEqual(['deep', 'mine', 'x'])
})

it('leaves no folder that was made for a note that is taken back', async () => {
  await using notebook = await openNotebookWith(files)
  const { path } = await notebook.client['notes.create']({ title: 'New', folder: 'a/b' })
  const { trashPath } = await notebook.client['notes.trash']({ path })
  expect(await foldersOf(notebook)).toEqual(['deep'])
  expect((await notebook.client['trash.restore']({ trashPath })).path).toBe('notes/a/b/New.md')
})
