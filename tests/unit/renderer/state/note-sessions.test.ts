import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test, vi } from 'vitest'
import { NoteSessions } from '../../../../src/renderer/state/note-sessions'
import { buildNotebook } from '../../../support/build-notebook'
import { openNotebookWith } from '../../../support/open-backend'

const path = 'notes/a.md'

test('text of one notebook is neither shown nor saved in another (both had a note of that path)', async () => {
  await using notebook = await openNotebookWith({ [path]: 'of the first' })
  const { client } = notebook
  const sessions = new NoteSessions(client, '11111111-1111-4111-8111-111111111111')
  const session = sessions.openNote(await client['notes.read']({ path }))
  const detach = sessions.attach(session, { replaceBody: () => undefined })
  const other = await buildNotebook({ [path]: 'of the first' })
  await client['notebook.open']({ path: other.path })
  session.edited(() => 'typed in the first')
  sessions.leaveNotebook()
  expect(sessions.ofPath(path)).toBeUndefined()
  detach()
  await sessions.flushAll()
  expect(await readFile(join(other.path, path), 'utf8')).toBe('of the first')
  expect(await readFile(join(notebook.path, path), 'utf8')).toBe('of the first')
  await other.remove()
})

test('a note that is prepared is open when it is shown, and goes again when it never was', async () => {
  await using notebook = await openNotebookWith({ [path]: 'one', 'notes/b.md': 'two' })
  const sessions = new NoteSessions(notebook.client, '11111111-1111-4111-8111-111111111111')
  await sessions.prepare(path)
  const shown = sessions.ofPath(path)
  expect(shown?.body).toBe('one')
  const detach = sessions.attach(shown!, { replaceBody: () => undefined })
  expect(sessions.prepare(path)).toBeUndefined()
  // The next one is prepared, but the user goes on to a third before it is shown.
  await sessions.prepare('notes/b.md')
  expect(sessions.ofPath('notes/b.md')?.body).toBe('two')
  await sessions.prepare('notes/none.md')
  await sessions.flushAll()
  expect(sessions.ofPath('notes/b.md')).toBeUndefined()
  expect(sessions.ofPath(path)).toBe(shown)
  detach()
})

test('a note that is asked for again before it is drawn hears of changes (was forgotten, and shown all the same)', async () => {
  await using notebook = await openNotebookWith({ [path]: 'one', 'notes/b.md': 'two' })
  const sessions = new NoteSessions(notebook.client, '11111111-1111-4111-8111-111111111111')
  await sessions.prepare(path)
  const shown = sessions.ofPath(path)
  expect(shown).toBeDefined()
  void sessions.prepare('notes/b.md')
  void sessions.prepare(path)
  await sessions.flushAll()
  const detach = sessions.attach(shown!, { replaceBody: () => undefined })
  expect(sessions.ofPath(path)).toBe(shown)
  detach()
})

test('a note that was expected is ready at once, as the file is', async () => {
  await using notebook = await openNotebookWith({ [path]: 'one', 'notes/b.md': 'two' })
  const asked: string[] = []
  const client = {
    ...notebook.client,
    'notes.read': (input: { path: string }) => {
      asked.push(input.path)
      return notebook.client['notes.read'](input)
    },
  }
  const sessions = new NoteSessions(client, '11111111-1111-4111-8111-111111111111')
  sessions.expect(path)
  // Opened while it is read: it is not read twice.
  await sessions.prepare(path)
  expect(sessions.ofPath(path)?.body).toBe('one')
  await sessions.prepare('notes/none.md')
  await sessions.flushAll()
  expect(sessions.ofPath(path)).toBeUndefined()

  sessions.expect('notes/b.md')
  sessions.expect('notes/b.md')
  await vi.waitFor(() => expect(sessions.prepare('notes/b.md')).toBeUndefined())
  expect(sessions.ofPath('notes/b.md')?.body).toBe('two')
  expect(asked).toEqual([path, 'notes/none.md', 'notes/b.md'])
})

test('a note that changed since it was expected is read again, and one that is gone is not shown', async () => {
  await using notebook = await openNotebookWith({ [path]: 'one', 'notes/b.md': 'two' })
  const { client } = notebook
  const sessions = new NoteSessions(client, '11111111-1111-4111-8111-111111111111')
  sessions.expect(path)
  await writeFile(join(notebook.path, path), 'other')
  sessions.notesChanged([path])
  await sessions.prepare(path)
  expect(sessions.ofPath(path)?.body).toBe('other')

  sessions.expect('notes/b.md')
  await rm(join(notebook.path, 'notes/b.md'))
  sessions.forget('notes/b.md')
  await sessions.prepare('notes/b.md')
  expect(sessions.ofPath('notes/b.md')).toBeUndefined()
})

test('what was being read when the note changed is not what is shown', async () => {
  await using notebook = await openNotebookWith({ [path]: 'old' })
  const sessions = new NoteSessions(notebook.client, '11111111-1111-4111-8111-111111111111')
  const ready = sessions.prepare(path)
  sessions.notesChanged([path])
  await ready
  expect(sessions.ofPath(path)).toBeUndefined()
})

test('a question has its new note before the lists say so, and no longer once they do or it is gone', async () => {
  await using notebook = await openNotebookWith({})
  const sessions = new NoteSessions(notebook.client, '11111111-1111-4111-8111-111111111111')
  const write = async (questionId: string): Promise<string> => {
    const session = sessions.openDraft(questionId)
    session.edited(() => 'Draft')
    await session.flush()
    return session.path ?? ''
  }
  const first = await write('small-1-01')
  expect(first).toMatch(/^notes\/small-1-01 /)
  expect(sessions.newAnswerOf('small-1-01')).toBe(first)
  sessions.answersAreListed('small-1-01')
  expect(sessions.newAnswerOf('small-1-01')).toBeUndefined()
  const second = await write('small-2-01')
  expect(sessions.newAnswerOf('small-2-01')).toBe(second)
  sessions.forget(second)
  expect(sessions.newAnswerOf('small-2-01')).toBeUndefined()
})

test('a note that another program moves keeps its session, with what was typed before that was known', async () => {
  await using notebook = await openNotebookWith({ [path]: 'text\n' })
  const { client } = notebook
  const to = 'notes/deep/a.md'
  const sessions = new NoteSessions(client, '11111111-1111-4111-8111-111111111111')
  const session = sessions.openNote(await client['notes.read']({ path }))
  const detach = sessions.attach(session, { replaceBody: () => undefined })
  await mkdir(join(notebook.path, 'notes/deep'))
  await rename(join(notebook.path, path), join(notebook.path, to))
  session.edited(() => 'text, typed\n')
  await session.flush()
  expect(session.state).toEqual({ kind: 'failed', code: 'notes/not-found' })
  sessions.noteRenamed(path, to)
  expect([sessions.ofPath(path), sessions.ofPath(to)]).toEqual([undefined, session])
  await expect.poll(() => session.state).toMatchObject({ kind: 'saved' })
  expect(await readFile(join(notebook.path, to), 'utf8')).toBe('text, typed\n')
  detach()
})

test('of two sessions that come to one path the one with unsaved text stays', async () => {
  await using notebook = await openNotebookWith({ [path]: 'one', 'notes/b.md': 'one', 'notes/c.md': 'one' })
  const sessions = new NoteSessions(notebook.client, '11111111-1111-4111-8111-111111111111')
  const open = async (at: string) => sessions.openNote(await notebook.client['notes.read']({ path: at }))
  const [a, b, c] = [await open(path), await open('notes/b.md'), await open('notes/c.md')]
  sessions.noteRenamed(path, 'notes/b.md')
  expect(sessions.ofPath('notes/b.md')).toBe(b)
  c.edited(() => 'typed')
  sessions.noteRenamed('notes/c.md', 'notes/b.md')
  expect(sessions.ofPath('notes/b.md')).toBe(c)
  await sessions.flushAll()
  expect(a.isDirty).toBe(false)
})
