import { readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { NoteSessions } from '../../../../src/renderer/state/note-sessions'
import { recoverDrafts } from '../../../../src/renderer/state/recover-drafts'
import { openNotebookWith } from '../../../support/open-backend'

const crashed = '11111111-1111-4111-8111-111111111111'
const next = '22222222-2222-4222-8222-222222222222'
const note = (body: string): string => `---\nanswers: [small-1-01]\n---\n${body}`

/** A page that has typed into a note and crashed before its text was saved; and the page after it. */
async function crashAfterTyping(body: string) {
  const notebook = await openNotebookWith({ 'notes/a.md': note('before\n') })
  const file = join(notebook.path, 'notes/a.md')
  const first = new NoteSessions(notebook.client, crashed)
  const session = first.openNote(await notebook.client['notes.read']({ path: 'notes/a.md' }))
  session.edited(() => body)
  await expect.poll(async () => (await notebook.client['journal.list']({})).length).toBe(1)
  session.dispose()
  const sessions = new NoteSessions(notebook.client, next)
  const recover = () => recoverDrafts(notebook.client, sessions, pageId => pageId === next)
  return { ...notebook, file, sessions, recover, read: () => readFile(file, 'utf8') }
}

test('text that a crash left unsaved is in its note again, and the journal empty', async () => {
  await using open = await crashAfterTyping('typed\n')
  expect(await open.read()).toBe(note('before\n'))
  expect(await open.recover()).toEqual([
    { place: { kind: 'question', id: 'small-1-01', notePath: 'notes/a.md' }, isConflict: false },
  ])
  expect(open.sessions.ofPath('notes/a.md')?.body).toBe('typed\n')
  await open.sessions.flushAll()
  expect(await open.read()).toBe(note('typed\n'))
  expect(await open.client['journal.list']({})).toEqual([])
})

test('text over a note that has changed since is a conflict, and both versions stay', async () => {
  await using open = await crashAfterTyping('typed\n')
  await writeFile(open.file, note('theirs\n'))
  expect(await open.recover()).toMatchObject([{ isConflict: true }])
  await open.sessions.flushAll()
  expect(await open.read()).toBe(note('theirs\n'))
  const session = open.sessions.ofPath('notes/a.md')
  expect(session?.state).toEqual({ kind: 'conflict' })
  expect(session?.body).toBe('typed\n')
  await session?.keepBoth()
  const files = await readdir(join(open.path, 'notes'))
  const bodies = await Promise.all(files.map(name => readFile(join(open.path, 'notes', name), 'utf8')))
  expect(bodies.sort()).toEqual([note('theirs\n'), note('typed\n')])
  expect(await open.client['journal.list']({})).toEqual([])
})

test('text of a note that is gone becomes another note', async () => {
  await using open = await crashAfterTyping('typed\n')
  await rm(open.file)
  await open.recover()
  const [name = ''] = await readdir(join(open.path, 'notes'))
  expect(await readFile(join(open.path, 'notes', name), 'utf8')).toBe('typed\n')
  expect(await open.client['journal.list']({})).toEqual([])
})

test('a draft that its note holds already is no news', async () => {
  await using open = await crashAfterTyping('typed\n')
  await writeFile(open.file, note('typed\n'))
  expect(await open.recover()).toEqual([])
  expect(await open.client['journal.list']({})).toEqual([])
})

test('the text of a page that lives is left to it', async () => {
  await using open = await crashAfterTyping('typed\n')
  expect(await recoverDrafts(open.client, open.sessions, () => true)).toEqual([])
  expect(await open.client['journal.list']({})).toHaveLength(1)
})

test('an answer without a note comes back under its question', async () => {
  await using open = await openNotebookWith({})
  const session = new NoteSessions(open.client, crashed).openDraft('small-1-02')
  session.edited(() => 'The most frequent pair.')
  await expect.poll(async () => (await open.client['journal.list']({})).length).toBe(1)
  session.dispose()
  const sessions = new NoteSessions(open.client, next)
  expect(await recoverDrafts(open.client, sessions, () => false)).toEqual([
    { place: { kind: 'question', id: 'small-1-02' }, isConflict: false },
  ])
  await sessions.flushAll()
  const [name = ''] = await readdir(join(open.path, 'notes'))
  expect(await readFile(join(open.path, 'notes', name), 'utf8')).toContain('The most frequent pair.')
  expect(await open.client['journal.list']({})).toEqual([])
})
