import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { createNodeFilePort } from '../../../../src/backend/files/node-file-port'
import { createFaultyFilePort } from '../../../support/faulty-file-port'
import { openNotebookWith } from '../../../support/open-backend'

const pageId = '11111111-1111-4111-8111-111111111111'
const id = '22222222-2222-4222-8222-222222222222'
const note = '---\nanswers: [small-1-01]\n---\nbefore\n'

async function openWithNote() {
  const notebook = await openNotebookWith({ 'notes/a.md': note })
  const { hash } = await notebook.client['notes.read']({ path: 'notes/a.md' })
  const journalFiles = (): Promise<string[]> =>
    readdir(join(notebook.path, '.answerbook', 'journal')).catch(() => [])
  return { ...notebook, hash, target: { path: 'notes/a.md', baseHash: hash }, journalFiles }
}

test('a draft is known at once and on disk soon after, and leaves its note alone', async () => {
  await using open = await openWithNote()
  const draft = { id, pageId, target: open.target, body: 'after\n' }
  await open.client['journal.keep'](draft)
  expect(await open.client['journal.list']({})).toEqual([draft])
  await expect.poll(open.journalFiles).toEqual([`draft-${id}.json`])
  expect(await readFile(join(open.path, 'notes/a.md'), 'utf8')).toBe(note)
})

test('a draft outlives the program', async () => {
  await using open = await openWithNote()
  const draft = { id, pageId, target: open.target, body: 'after\n' }
  await open.client['journal.keep'](draft)
  await open.client['notebook.close']({})
  await open.client['notebook.open']({ path: open.path })
  expect(await open.client['journal.list']({})).toEqual([draft])
})

test('the save of a draft lets go of it', async () => {
  await using open = await openWithNote()
  await open.client['journal.keep']({ id, pageId, target: open.target, body: 'after\n' })
  await expect.poll(open.journalFiles).toEqual([`draft-${id}.json`])
  const text = note.replace('before', 'after')
  await open.client['notes.save']({ path: 'notes/a.md', text, baseHash: open.hash, draftId: id })
  expect(await open.client['journal.list']({})).toEqual([])
  await expect.poll(open.journalFiles).toEqual([])
})

test('a draft that comes during a save is based on what was saved from then on', async () => {
  await using open = await openWithNote()
  const text = note.replace('before', 'after')
  const saving = open.client['notes.save']({ path: 'notes/a.md', text, baseHash: open.hash, draftId: id })
  await open.client['journal.keep']({ id, pageId, target: open.target, body: 'after, and more\n' })
  const { hash } = await saving
  expect(await open.client['journal.list']({})).toEqual([
    { id, pageId, target: { path: 'notes/a.md', baseHash: hash }, body: 'after, and more\n' },
  ])
})

test('a draft of an answer becomes one of the note that was made for it', async () => {
  await using open = await openWithNote()
  const making = open.client['notes.createAnswer']({ questionId: 'small-1-02', text: 'Two', draftId: id })
  await open.client['journal.keep']({ id, pageId, target: { questionId: 'small-1-02' }, body: 'Two words' })
  const made = await making
  expect(await open.client['journal.list']({})).toEqual([
    { id, pageId, target: { path: made.path, baseHash: made.hash }, body: 'Two words' },
  ])
})

test('the save of a later text lets go of a draft whose successor never came (brought back the older text)', async () => {
  await using open = await openWithNote()
  await open.client['journal.keep']({ id, pageId, target: open.target, body: 'aft\n' })
  await expect.poll(open.journalFiles).toEqual([`draft-${id}.json`])
  const text = note.replace('before', 'after')
  await open.client['notes.save']({ path: 'notes/a.md', text, baseHash: open.hash, draftId: id })
  expect(await open.client['journal.list']({})).toEqual([])
})

test('a damaged file of the journal is passed over and kept', async () => {
  await using open = await openWithNote()
  await open.client['journal.keep']({ id, pageId, target: open.target, body: 'after\n' })
  await expect.poll(open.journalFiles).toEqual([`draft-${id}.json`])
  await open.client['notebook.close']({})
  const damaged = join(open.path, '.answerbook', 'journal', 'draft-33333333-3333-4333-8333-333333333333.json')
  await writeFile(damaged, '{"id": "3333')
  await open.client['notebook.open']({ path: open.path })
  expect((await open.client['journal.list']({})).map(draft => draft.id)).toEqual([id])
  expect(await readFile(damaged, 'utf8')).toBe('{"id": "3333')
})

test('a draft is written and removed at the second try when another program holds its file for a moment', async () => {
  const port = createFaultyFilePort(createNodeFilePort())
  await using open = await openNotebookWith({ 'notes/a.md': note }, { files: port.files })
  const failing = new Set(['writeNew', 'remove'])
  port.setPlan(({ method, path }) =>
    path.includes('draft-') && failing.delete(method) ? { kind: 'error', code: 'EBUSY' } : undefined,
  )
  const folder = join(open.path, '.answerbook', 'journal')
  const files = (): Promise<string[]> => readdir(folder).catch(() => [])
  await open.client['journal.keep']({ id, pageId, target: { questionId: 'small-1-01' }, body: 'after\n' })
  await expect.poll(files).toEqual([`draft-${id}.json`])
  await open.client['journal.drop']({ id })
  await expect.poll(files).toEqual([])
  expect([...failing]).toEqual([])
})
