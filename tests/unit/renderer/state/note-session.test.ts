import { readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import fc from 'fast-check'
import { beforeAll, expect, test } from 'vitest'
import { frontMatterCode } from '../../../../src/renderer/state/lazy-front-matter'
import { NoteSession, type SessionEvents } from '../../../../src/renderer/state/note-session'
import { UnwrittenText } from '../../../../src/renderer/state/unwritten-text'
import { AppError, type AppErrorCode } from '../../../../src/shared/contract/app-error'
import type { AnswerbookClient } from '../../../../src/shared/contract/contract'
import { openNotebookWith } from '../../../support/open-backend'

beforeAll(frontMatterCode.load)

const quiet: SessionEvents = {
  onCreated: () => undefined,
  onReplaced: () => undefined,
  onMerged: () => undefined,
}
const identity = (key: string) => ({ key, pageId: '11111111-1111-4111-8111-111111111111' })
const note = (body: string, answers = 'small-1-01'): string => `---\nanswers: [${answers}]\n---\n${body}`

async function openSession(body: string, events: Partial<SessionEvents> = {}) {
  const notebook = await openNotebookWith({ 'notes/a.md': note(body) })
  const file = join(notebook.path, 'notes/a.md')
  const content = await notebook.client['notes.read']({ path: 'notes/a.md' })
  const client = { ...notebook.client }
  const session = new NoteSession(identity('session'), client, { note: content }, { ...quiet, ...events })
  return {
    ...notebook,
    client,
    session,
    read: () => readFile(file, 'utf8'),
    write: (text: string) => writeFile(file, text),
    [Symbol.asyncDispose]: async () => {
      session.dispose()
      await notebook[Symbol.asyncDispose]()
    },
  }
}

/** Makes the next calls of a command fail, after or before they are carried out. */
function failNext(
  client: AnswerbookClient,
  name: 'notes.save' | 'notes.createAnswer',
  codes: AppErrorCode[],
  isCarriedOut: boolean,
): void {
  const real = client[name] as (input: unknown) => Promise<unknown>
  Object.assign(client, {
    [name]: async (input: unknown) => {
      const code = codes.shift()
      if (code === undefined) return real(input)
      if (isCarriedOut) await real(input)
      throw new AppError(code)
    },
  })
}

test('saves what the editor has and keeps the front matter', async () => {
  await using open = await openSession('before\n')
  open.session.edited(() => 'after\n')
  expect(open.session.state).toEqual({ kind: 'unsaved' })
  await open.session.flush()
  expect(open.session.state).toMatchObject({ kind: 'saved' })
  expect(await open.read()).toBe(note('after\n'))
})

test('saves by itself soon after the last edit', async () => {
  await using open = await openSession('before\n')
  open.session.edited(() => 'after\n')
  await expect.poll(open.read, { timeout: 5000 }).toBe(note('after\n'))
})

test('text that can’t be written is said not to be saved, and what is written next is (it stayed “saving”)', async () => {
  await using open = await openSession('before\n')
  open.session.edited(() => {
    throw new UnwrittenText('as far as it goes\n', new RangeError('boom'))
  })
  await open.session.flush()
  expect(open.session.state).toEqual({ kind: 'failed', code: 'internal' })
  expect([open.session.body, open.session.isDirty, await open.read()]).toEqual([
    'as far as it goes\n',
    true,
    note('before\n'),
  ])
  open.session.edited(() => 'after\n')
  await open.session.flush()
  expect([open.session.state.kind, await open.read()]).toEqual(['saved', note('after\n')])
})

test('an edit during a save is saved after it', async () => {
  await using open = await openSession('one\n')
  open.session.edited(() => 'two\n')
  const first = open.session.flush()
  open.session.edited(() => 'three\n')
  await first
  await open.session.flush()
  expect(await open.read()).toBe(note('three\n'))
  expect(open.session.isDirty).toBe(false)
})

test('the first text makes the note, empty text makes none', async () => {
  await using notebook = await openNotebookWith()
  const created: string[] = []
  const events = {
    ...quiet,
    onCreated: (_session: NoteSession, { path }: { path: string }) => void created.push(path),
  }
  const session = new NoteSession(identity('draft'), notebook.client, { questionId: 'small-1-02' }, events)
  session.edited(() => '  \n')
  await session.flush()
  expect(await readdir(join(notebook.path, 'notes'))).toEqual([])
  session.edited(() => 'T\n')
  await session.flush()
  session.edited(() => 'The most frequent pair.\n')
  await session.flush()
  expect(created).toEqual([session.path])
  expect(await readFile(join(notebook.path, session.path ?? ''), 'utf8')).toBe(
    note('The most frequent pair.\n', 'small-1-02'),
  )
  session.dispose()
})

test('takes a change of another program when nothing is unsaved', async () => {
  const replaced: string[] = []
  await using open = await openSession('before\n', {
    onReplaced: (_session, body) => void replaced.push(body),
  })
  await open.write(note('theirs\n'))
  await open.session.refresh()
  expect(replaced).toEqual(['theirs\n'])
  expect(open.session.body).toBe('theirs\n')
})

test('new front matter under unsaved text is no conflict', async () => {
  await using open = await openSession('before\n')
  open.session.edited(() => 'mine\n')
  await open.write(note('before\n', 'small-1-01, small-1-02'))
  await open.session.flush()
  expect(open.session.state).toMatchObject({ kind: 'saved' })
  expect(await open.read()).toBe(note('mine\n', 'small-1-01, small-1-02'))
})

test('another body under unsaved text is a conflict, and nothing is overwritten', async () => {
  await using open = await openSession('before\n')
  open.session.edited(() => 'mine\n')
  await open.write(note('theirs\n'))
  await open.session.flush()
  expect(open.session.state).toEqual({ kind: 'conflict' })
  expect(await open.read()).toBe(note('theirs\n'))
  expect(open.session.body).toBe('mine\n')
})

test('edits in different places are merged: both are in the file and in the editor', async () => {
  const told: string[] = []
  await using open = await openSession('one\n\ntwo\n\nthree\n', {
    onReplaced: (_session, body) => void told.push(body),
    onMerged: () => void told.push('merged'),
  })
  open.session.edited(() => 'one, mine\n\ntwo\n\nthree\n')
  await open.write(note('one\n\ntwo\n\nthree, theirs\n', 'small-1-01, small-1-02'))
  await open.session.flush()
  expect(open.session.state).toMatchObject({ kind: 'saved' })
  expect(told).toEqual(['merged', 'one, mine\n\ntwo\n\nthree, theirs\n'])
  expect(open.session.body).toBe('one, mine\n\ntwo\n\nthree, theirs\n')
  expect(await open.read()).toBe(note('one, mine\n\ntwo\n\nthree, theirs\n', 'small-1-01, small-1-02'))
})

test('a change on disk is merged as soon as it is heard of, and saved then', async () => {
  await using open = await openSession('one\n\ntwo\n')
  open.session.edited(() => 'one, mine\n\ntwo\n')
  await open.write(note('one\n\ntwo, theirs\n'))
  await open.session.refresh()
  expect(open.session.body).toBe('one, mine\n\ntwo, theirs\n')
  await open.session.flush()
  expect(await open.read()).toBe(note('one, mine\n\ntwo, theirs\n'))
})

test.each([
  ['is as it was', 'before\n'],
  ['says the same', 'mine\n'],
])('a conflict is over when the file %s', async (...[, body]) => {
  await using open = await openSession('before\n')
  open.session.edited(() => 'mine\n')
  await open.write(note('theirs\n'))
  await open.session.flush()
  expect(open.session.state).toEqual({ kind: 'conflict' })
  await open.write(note(body))
  await open.session.refresh()
  await open.session.flush()
  expect(open.session.state).toMatchObject({ kind: 'saved' })
  expect(await open.read()).toBe(note('mine\n'))
})

test.each([
  ['mine', 'mine\n', ['theirs\n']],
  ['theirs', 'theirs\n', ['mine\n']],
  ['both', 'mine\ntheirs\n', []],
])('a conflict ends with %s, and what that leaves out is in the history', async (...[, body, left]) => {
  await using open = await openSession('before\n')
  open.session.edited(() => 'mine\n')
  await open.write(note('theirs\n'))
  await open.session.flush()
  const conflict = await open.session.readConflict()
  expect(conflict).toMatchObject({ base: note('before\n'), mine: note('mine\n') })
  if (conflict !== undefined) await open.session.resolveConflict(note(body), conflict)
  expect(await open.read()).toBe(note(body))
  expect(open.session.state).toMatchObject({ kind: 'saved' })
  expect(open.session.isDirty).toBe(false)
  const path = 'notes/a.md'
  const versions = await open.client['history.list']({ path })
  const kept = versions.map(({ id }) => open.client['history.read']({ path, id }))
  expect(await Promise.all(kept)).toEqual(expect.arrayContaining(left.map(text => ({ text: note(text) }))))
})

test('a file that changes again while the user chooses is not overwritten', async () => {
  await using open = await openSession('before\n')
  open.session.edited(() => 'mine\n')
  await open.write(note('theirs\n'))
  await open.session.flush()
  const conflict = await open.session.readConflict()
  await open.write(note('theirs again\n'))
  if (conflict === undefined) throw new Error('no conflict')
  await expect(open.session.resolveConflict(note('x\n'), conflict)).rejects.toMatchObject({
    code: 'notes/conflict',
  })
  expect(await open.read()).toBe(note('theirs again\n'))
  expect(open.session.body).toBe('mine\n')
})

test('both versions of a conflict stay as two notes', async () => {
  await using open = await openSession('before\n')
  open.session.edited(() => 'mine\n')
  await open.write(note('theirs\n'))
  await open.session.flush()
  await open.session.keepBoth()
  const folder = join(open.path, 'notes')
  const texts = await Promise.all((await readdir(folder)).map(name => readFile(join(folder, name), 'utf8')))
  expect(texts.sort()).toEqual([note('mine\n'), note('theirs\n')])
  expect(open.session.state).toMatchObject({ kind: 'saved' })
})

test('a save whose reply was lost is known again after further saves that never left (crash, seed 1, kill 7)', async () => {
  await using open = await openSession('before\n')
  failNext(open.client, 'notes.save', ['connection/lost'], true)
  open.session.edited(() => 'one\n')
  await open.session.flush()
  failNext(open.client, 'notes.save', ['connection/lost', 'connection/lost'], false)
  for (const body of ['one two\n', 'one two three\n', 'one two three four\n']) {
    open.session.edited(() => body)
    await open.session.flush()
  }
  expect(open.session.state).toMatchObject({ kind: 'saved' })
  expect(await open.read()).toBe(note('one two three four\n'))
})

test('a save that fails says why, keeps the text and succeeds later', async () => {
  await using open = await openSession('before\n')
  failNext(open.client, 'notes.save', ['storage/disk-full'], false)
  open.session.edited(() => 'after\n')
  await open.session.flush()
  expect(open.session.state).toEqual({ kind: 'failed', code: 'storage/disk-full' })
  expect(open.session.body).toBe('after\n')
  await open.session.flush()
  expect(await open.read()).toBe(note('after\n'))
})

test('a connection that was lost for long does not put off the save that follows', async () => {
  await using open = await openSession('before\n')
  failNext(open.client, 'notes.save', Array<AppErrorCode>(6).fill('connection/lost'), false)
  open.session.edited(() => 'after\n')
  for (let tries = 0; tries < 6; tries += 1) await open.session.flush()
  expect(open.session.state).toEqual({ kind: 'failed', code: 'connection/lost' })
  await expect.poll(open.read, { timeout: 5000 }).toBe(note('after\n'))
})

test('a save that was carried out but whose reply was lost is no conflict', async () => {
  await using open = await openSession('before\n')
  failNext(open.client, 'notes.save', ['connection/lost'], true)
  open.session.edited(() => 'after\n')
  await open.session.flush()
  expect(open.session.state).toEqual({ kind: 'failed', code: 'connection/lost' })
  open.session.edited(() => 'after all\n')
  await open.session.flush()
  expect(open.session.state).toMatchObject({ kind: 'saved' })
  expect(await open.read()).toBe(note('after all\n'))
})

test('an answer whose note was made but whose reply was lost gets no second note', async () => {
  await using notebook = await openNotebookWith()
  const client = { ...notebook.client }
  const session = new NoteSession(identity('session'), client, { questionId: 'small-1-01' }, quiet)
  failNext(client, 'notes.createAnswer', ['connection/lost'], true)
  session.edited(() => 'First.\n')
  await session.flush()
  expect(session.state).toMatchObject({ kind: 'failed' })
  session.edited(() => 'First. Second.\n')
  await session.flush()
  expect(session.state).toMatchObject({ kind: 'saved' })
  const names = await readdir(join(notebook.path, 'notes'))
  expect(names).toHaveLength(1)
  expect(await readFile(join(notebook.path, 'notes', names[0] ?? ''), 'utf8')).toBe(note('First. Second.\n'))
  session.dispose()
})

test('whatever happens in whatever order, no typed text is lost and no foreign text overwritten', async () => {
  const step = fc.oneof(
    fc.record({ kind: fc.constant('edit' as const), text: fc.stringMatching(/^[a-z]{1,8}$/) }),
    fc.record({ kind: fc.constant('flush' as const) }),
    fc.record({ kind: fc.constant('refresh' as const) }),
    fc.record({ kind: fc.constant('foreign' as const), text: fc.stringMatching(/^[A-Z]{1,8}$/) }),
  )
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 10 }), async steps => {
      await using open = await openSession('start\n')
      let [mine, theirs] = ['start', 'start']
      for (const { kind, ...rest } of steps) {
        const text = 'text' in rest ? rest.text : ''
        if (kind === 'edit') {
          mine = text
          open.session.edited(() => `${text}\n`)
        } else if (kind === 'foreign') {
          theirs = text
          await open.write(note(`${text}\n`))
        } else await open.session[kind]()
      }
      await open.session.flush()
      const onDisk = (await open.read()).split('\n').at(-2) ?? ''
      if (open.session.state.kind === 'conflict') {
        expect({ onDisk, unsaved: open.session.body }).toEqual({ onDisk: theirs, unsaved: `${mine}\n` })
      } else if (onDisk === mine) expect(open.session.isDirty).toBe(false)
      else expect({ onDisk, isDirty: open.session.isDirty }).toEqual({ onDisk: theirs, isDirty: false })
    }),
    { numRuns: 40 },
  )
})

test('a note without unsaved text tells that its file is gone, can be put back, and takes what comes back', async () => {
  await using open = await openSession('text\n')
  const isLost = () => ['small-1-01', 'small-1-02'].map(id => open.session.isLostAnswerTo(id))
  expect(isLost()).toEqual([false, false])
  await rm(join(open.path, 'notes/a.md'))
  await open.session.refresh()
  expect(open.session.state).toEqual({ kind: 'failed', code: 'notes/not-found' })
  expect(isLost()).toEqual([true, false])
  await open.session.putBack()
  expect(open.session.state).toMatchObject({ kind: 'saved' })
  expect(await readFile(join(open.path, open.session.path ?? ''), 'utf8')).toBe(note('text\n'))
  await rm(join(open.path, open.session.path ?? ''))
  await open.session.refresh()
  await writeFile(join(open.path, open.session.path ?? ''), note('other\n'))
  await open.session.refresh()
  expect(open.session.state).toMatchObject({ kind: 'saved' })
  expect(open.session.body).toBe('other\n')
})
