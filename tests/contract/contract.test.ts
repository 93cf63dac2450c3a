// One suite over every transport, which ends by asking whether it has carried out every procedure.
/* eslint-disable max-lines */
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Backend } from '../../src/backend/create-backend'
import { procedures, type AnswerbookClient } from '../../src/shared/contract/contract'
import { createClient } from '../../src/shared/contract/create-client'
import type { EventFrame, Transport } from '../../src/shared/contract/wire'
import { buildNotebook, smallList } from '../support/build-notebook'
import { fixedNow, memoryPorts } from '../support/memory-ports'
import { errorOf, testBackend } from '../support/open-backend'
import { readTree } from '../support/read-tree'
import { samplePng } from '../support/sample-images'
import { temporaryFolder } from '../support/temporary-folder'
import { transports, type TestConnection } from './transports'

const clientOver = (transport: Transport, asked: Set<string>): AnswerbookClient =>
  createClient(
    procedures,
    {
      ...transport,
      request: async (name, input) => {
        const result = await transport.request(name, input)
        if (result.ok) asked.add(name)
        return result
      },
    },
    { validateOutputs: true },
  )
const base64 = (text: string) => Buffer.from(text).toString('base64')

describe.each(Object.entries(transports))('the contract over %s', (_name, connect) => {
  let backend: Backend
  let connection: TestConnection
  let client: AnswerbookClient
  let events: { one: EventFrame[]; two: EventFrame[] }
  let folder: string
  const asked = new Set<string>()
  const cleanUps: (() => Promise<unknown>)[] = []

  beforeEach(async () => {
    const { path, remove } = await buildNotebook({
      'notes/Merges.md':
        '---\nanswers: [small-1-02]\n---\n# Merges\n\nThe most frequent pair. [[Roots#Why]]\n',
      'notes/Roots.md': '# Roots\n\n## Why\n\nSee [[small#^small-1-01|segmentation]].\n',
    })
    folder = path
    backend = testBackend(
      memoryPorts({ chooseFolder: async () => '/chosen', openExternal: async () => undefined }),
    )
    connection = await connect(backend)
    client = clientOver(connection.clients[0], asked)
    events = { one: [], two: [] }
    connection.clients[0].onEvent(frame => void events.one.push(frame))
    connection.clients[1].onEvent(frame => void events.two.push(frame))
    cleanUps.push(remove)
  })

  afterEach(async () => {
    await connection.close()
    await backend.dispose()
    for (const cleanUp of cleanUps.splice(0)) await cleanUp()
  })

  const open = () => client['notebook.open']({ path: folder })
  const settled = async (event: string) => {
    for (let count = 0; count < 200; count += 1) {
      const found = [events.one, events.two].map(frames => frames.find(frame => frame.event === event))
      if (found.every(frame => frame !== undefined)) return found
      await new Promise(resolve => setTimeout(resolve, 5))
    }
    return ['no event']
  }

  it('shakes hands', async () => {
    expect(await client['app.handshake']({})).toEqual({
      version: '0.0.0-test',
      platform: 'linux',
      capabilities: { nativeDialogs: false, revealInFolder: false, nativeMenu: false, printToPdf: false },
      revision: 0,
    })
  })

  it('keeps settings and opens what is outside', async () => {
    const changed = {
      language: 'system',
      theme: 'dark',
      contrast: 'system',
      density: 'comfortable',
      textSizePx: 16,
      shortcuts: { 'note.new': 'Mod+J', 'view.back': null },
    }
    const { theme, shortcuts } = changed
    expect(await client['settings.update']({ theme: 'dark', shortcuts })).toEqual(changed)
    expect(await client['settings.get']({})).toMatchObject({ theme, shortcuts })
    expect(await client['app.openExternal']({ url: 'https://example.org/' })).toEqual({})
    expect(await errorOf(client['app.openExternal']({ url: 'file:///etc/passwd' }))).toMatchObject({
      code: 'contract/invalid-input',
    })
  })

  it('takes the menu, saving and printing of a window', async () => {
    expect(await client['app.setMenu']({ commands: [], language: 'en' })).toEqual({})
    expect(await client['app.reportSaved']({ isSaved: true })).toEqual({})
    expect(await client['app.printToPdf']({})).toEqual({ path: null })
  })

  it('shows places', async () => {
    expect(await client['places.home']({})).toEqual({ path: '/documents' })
    expect(await client['places.chooseFolder']({})).toEqual({ path: '/chosen' })
    expect(await client['places.chooseSavePath']({ defaultPath: '/a.md', extension: 'md' })).toEqual({
      path: null,
    })
    expect(await client['places.reveal']({ path: folder })).toEqual({})
    expect(await client['places.list']({ path: folder })).toEqual({
      path: folder,
      parent: join(folder, '..'),
      isNotebook: true,
      folders: ['attachments', 'notes', 'questions'].map(name => ({
        name,
        path: join(folder, name),
        isNotebook: false,
      })),
    })
  })

  it('makes, opens, closes, remembers and forgets notebooks', async () => {
    const parent = await temporaryFolder()
    cleanUps.push(parent.remove)
    const path = join(parent.path, 'New')
    const info = await client['notebook.create']({ path, list: 'none' })
    expect(info).toEqual({
      path,
      id: '00000000-0000-4000-8000-000000000001',
      title: 'New',
      readOnly: null,
    })
    expect(await client['notebook.current']({})).toEqual(info)
    expect(await client['notebook.close']({})).toEqual({})
    expect(await client['notebook.current']({})).toBeNull()
    expect(await open()).toEqual({ path: folder, id: 'notebook-1', title: 'My notebook', readOnly: null })
    const recent = { path: folder, title: 'My notebook', openedAt: fixedNow }
    expect(await client['notebook.recent']({})).toEqual([recent, { path, title: 'New', openedAt: fixedNow }])
    expect(await client['notebook.forget']({ path })).toEqual([recent])
  })

  it('lists questions with their answers and keeps their status', async () => {
    await open()
    await client['questions.setStatus']({ id: 'small-1-02', status: 'answered' })
    const [list] = await client['questions.lists']({})
    expect(
      list?.sections.flatMap(section =>
        section.questions.map(({ id, status, notes }) => [id, status, notes]),
      ),
    ).toEqual([
      ['small-1-01', 'not started', []],
      ['small-1-02', 'answered', ['notes/Merges.md']],
      ['small-2-01', 'not started', []],
    ])
  })

  it('previews an import and carries it out', async () => {
    await open()
    const files = [{ name: 'more.md', base64: base64('## S\n\n- What is a gate?\n') }]
    const list = {
      id: 'more',
      title: 'More',
      sections: [{ title: 'S', questions: 1 }],
      questions: 1,
      answers: 0,
      warnings: [],
    }
    expect(await client['questions.previewImport']({ files })).toEqual({
      lists: [list],
      editionOf: [null],
      outlines: [[{ title: 'S', questions: [{ text: 'What is a gate?', hasAnswer: false }] }]],
    })
    const ids = async () => (await client['questions.lists']({})).map(({ id }) => id)
    const { undoId, ...done } = await client['questions.import']({ files })
    expect(done).toEqual({ lists: [list] })
    expect(await ids()).toEqual(['more', 'small'])
    expect(await client['questions.undoEdit']({ undoId })).toEqual({ skipped: [] })
    expect(await ids()).toEqual(['small'])
    const [trashed] = await client['trash.list']({})
    expect(trashed).toMatchObject({ title: 'More', from: 'questions/more.md' })
    const { trashPath = '' } = trashed ?? {}
    expect(await client['trash.restore']({ trashPath })).toEqual({ path: 'questions/more.md' })
    expect(await ids()).toEqual(['more', 'small'])
  })

  it('edits a list, and takes it back', async () => {
    await open()
    const [list] = await client['questions.lists']({})
    const edit = { kind: 'remove-question', id: 'small-1-02' } as const
    const { undoId, ...done } = await client['questions.edit']({
      listId: 'small',
      hash: list?.hash ?? '',
      edit,
    })
    expect(done).toEqual({
      questionId: null,
      keptNotes: ['notes/Merges.md'],
      changedNotes: [],
      brokenLinks: [],
    })
    const stale = { listId: 'small', hash: list?.hash ?? '', edit }
    expect(await errorOf(client['questions.edit'](stale))).toEqual({
      code: 'questions/list-changed',
      data: { path: 'questions/small.md' },
    })
    expect(await client['questions.undoEdit']({ undoId })).toEqual({ skipped: [] })
    expect(await readFile(join(folder, 'questions', 'small.md'), 'utf8')).toBe(smallList)
  })

  it('gives a list its newer edition', async () => {
    await open()
    const newer = '# Small list\n\n## Tokens\n\n- Which merge is made first?\n- What is a token?\n'
    const input = { file: { name: 'new.md', base64: base64(newer) }, listId: 'small' }
    const { hash, ...preview } = await client['questions.previewEdition'](input)
    expect(preview).toMatchObject({ same: 1, changed: [], unsure: [], added: ['What is a token?'] })
    const { undoId, ...report } = await client['questions.importEdition']({ ...input, hash, choices: [] })
    expect(report).toEqual(preview)
    const ids = async () =>
      (await client['questions.lists']({}))[0]?.sections.flatMap(section =>
        section.questions.map(({ id }) => id),
      )
    expect(await ids()).toEqual(['small-1-02', 'small-01-02'])
    await client['questions.undoEdit']({ undoId })
    expect(await ids()).toEqual(['small-1-01', 'small-1-02', 'small-2-01'])
  })

  it('makes, reads, saves, links, trashes and restores notes', async () => {
    await open()
    const note = await client['notes.create']({ title: 'Free' })
    expect(note).toMatchObject({ path: 'notes/Free.md', title: 'Free', text: '# Free\n\n', answers: [] })
    const { path, hash } = note
    const saved = await client['notes.save']({ path, text: '# Free\n\nText.\n', baseHash: hash })
    expect(await client['notes.read']({ path })).toMatchObject({
      text: '# Free\n\nText.\n',
      hash: saved.hash,
    })
    const tagging = { path: (await client['notes.create']({ title: 'Tagged' })).path, tag: 'a/中' }
    expect(await client['notes.setTag']({ ...tagging, isOn: true })).toMatchObject({ tags: ['a/中'] })
    expect(await client['notes.setTag']({ ...tagging, isOn: false })).toMatchObject({ tags: [] })
    await client['notes.trash']({ path: tagging.path })
    const linked = await client['notes.link']({ path, questionId: 'small-2-01' })
    expect(linked).toMatchObject({ answers: ['small-2-01'] })
    expect((await client['notes.unlink']({ path, questionId: 'small-2-01' })).answers).toEqual([])
    const answer = await client['notes.createAnswer']({ questionId: 'small-2-01', text: 'So.' })
    expect(answer.text).toBe('---\nanswers: [small-2-01]\n---\nSo.')
    const { trashPath } = await client['notes.trash']({ path })
    expect((await client['notes.list']({})).map(each => each.title)).toEqual([
      'Merges',
      'Roots',
      'small-2-01 Why divide by the square root',
    ])
    const some = await client['notes.list']({ paths: [answer.path, path, 'notes/never.md'] })
    expect(some.map(each => each.path)).toEqual([answer.path])
    expect((await client['notes.restore']({ path, trashPath })).path).toBe(path)
  })

  it('keeps versions of a note and restores one', async () => {
    await open()
    const path = 'notes/Roots.md'
    const before = await client['notes.read']({ path })
    const { hash } = await client['notes.save']({ path, text: 'other\n', baseHash: before.hash })
    const [version] = await client['history.list']({ path })
    expect(version).toMatchObject({ at: fixedNow, reason: 'session', bytes: before.text.length })
    const id = version?.id ?? ''
    expect(await client['history.read']({ path, id })).toEqual({ text: before.text })
    expect((await client['history.restore']({ path, id, baseHash: hash })).text).toBe(before.text)
    expect(await client['history.status']({})).toEqual({ failure: null })
  })

  it('lists, reads, restores and deletes what is in the trash', async () => {
    await open()
    const { text } = await client['notes.read']({ path: 'notes/Roots.md' })
    const { trashPath } = await client['notes.trash']({ path: 'notes/Roots.md' })
    const trashed = { trashPath, title: 'Roots', from: 'notes/Roots.md', trashedAt: fixedNow }
    expect(await client['trash.list']({})).toEqual([trashed])
    expect(await client['trash.read']({ trashPath })).toEqual({ text })
    expect((await client['trash.restore']({ trashPath })).path).toBe('notes/Roots.md')
    const again = await client['notes.trash']({ path: 'notes/Roots.md' })
    expect(await client['trash.delete']({ trashPaths: [again.trashPath] })).toEqual({
      deleted: 1,
      failed: [],
    })
    expect(await client['trash.list']({})).toEqual([])
  })

  it('makes, lists and restores backups', async () => {
    await open()
    const status = await client['backups.status']({})
    expect(status).toMatchObject({ isOn: true, folder: '/data/backups', isOwnFolder: true, last: null })
    const parent = await temporaryFolder()
    cleanUps.push(parent.remove)
    const configured = await client['backups.configure']({ isOn: false, folder: parent.path })
    expect(configured).toMatchObject({ isOn: false, folder: parent.path, isOwnFolder: false })
    const backup = await client['backups.run']({})
    expect(backup.at).toBe(fixedNow)
    expect(await client['backups.list']({})).toEqual([backup])
    const restored = join(parent.path, 'Restored')
    expect(await client['backups.restore']({ path: backup.path, folder: restored })).toEqual({
      folder: restored,
      files: 4,
    })
    expect(await readFile(join(restored, 'notes/Roots.md'), 'utf8')).toContain('## Why')
  })

  it('keeps and drops drafts of what is not saved', async () => {
    await open()
    const draft = {
      id: '22222222-2222-4222-8222-222222222222',
      pageId: '11111111-1111-4111-8111-111111111111',
      target: { questionId: 'small-2-01' },
      body: 'So',
    }
    await client['journal.keep'](draft)
    expect(await client['journal.list']({})).toEqual([draft])
    await client['journal.drop']({ id: draft.id })
    expect(await client['journal.list']({})).toEqual([])
  })

  it('follows, suggests and reverses links', async () => {
    await open()
    const from = 'notes/Merges.md'
    expect(await client['links.resolve']({ kind: 'wiki', target: 'Roots#Why', from })).toEqual({
      kind: 'note',
      path: 'notes/Roots.md',
      title: 'Roots',
      heading: 'Why',
    })
    expect(await client['links.suggest']({ text: 'root', limit: 1 })).toEqual([
      { kind: 'note', id: 'notes/Roots.md', title: 'Roots', detail: '', insert: 'Roots' },
    ])
    expect(await client['links.graph']({})).toContainEqual({
      from: 'notes/Roots.md',
      to: { questionId: 'small-1-01' },
    })
    expect(await client['links.backlinks']({ to: { questionId: 'small-1-01' } })).toEqual([
      {
        path: 'notes/Roots.md',
        title: 'Roots',
        answers: [],
        context: 'See [[small#^small-1-01|segmentation]].',
      },
    ])
  })

  it('finds', async () => {
    await open()
    const result = await client['search.query']({ text: 'frequent', limit: 5 })
    expect(result).toMatchObject({ query: 'frequent', total: 1, indexed: 5, indexable: 5 })
    expect(result.hits).toMatchObject([{ kind: 'note', id: 'notes/Merges.md', section: 'Tokens' }])
    const snippets = await client['search.snippets']({ text: 'frequent', id: 'notes/Merges.md', limit: 5 })
    expect(snippets).toMatchObject([{ match: 'frequent' }])
    const titles = await client['search.titles']({ text: 'mer', limit: 1 })
    expect(titles).toMatchObject([{ kind: 'note', id: 'notes/Merges.md', highlights: [[0, 6]] }])
    expect(await client['links.mentions']({ path: 'notes/Merges.md', limit: 5 })).toEqual([])
    const uses = await client['notes.create']({ title: 'Uses', text: 'It uses merges.\n' })
    await client['links.linkMention']({ path: uses.path, to: 'notes/Merges.md' })
    expect((await client['notes.read']({ path: uses.path })).text).toBe('It uses [[Merges|merges]].\n')
    // No other document shares two telling words with it.
    expect(await client['search.related']({ id: 'notes/Merges.md', limit: 1 })).toEqual([])
  })

  it('replaces across notes, and takes it back', async () => {
    await open()
    const options = { isRegex: true, isCaseSensitive: false, isWholeWord: false }
    const query = { text: 'most (\\w+)', replacement: 'least $1', ...options }
    const { files, count, problem } = await client['replace.preview'](query)
    expect([count, problem, files.map(({ path }) => path)]).toEqual([1, null, ['notes/Merges.md']])
    expect(files[0]?.changes[0]).toMatchObject({ after: expect.stringContaining('least frequent') as string })
    const stale = [{ path: 'notes/Merges.md', hash: 'another' }]
    expect((await client['replace.apply']({ query, files: stale })).skipped).toEqual(['notes/Merges.md'])
    const before = (await client['notes.read']({ path: 'notes/Merges.md' })).text
    const done = await client['replace.apply']({ query, files })
    expect(done).toMatchObject({ changed: ['notes/Merges.md'], count: 1, skipped: [] })
    expect((await client['notes.read']({ path: 'notes/Merges.md' })).text).toContain(
      'The least frequent pair.',
    )
    const { restored } = await client['replace.undo']({ undoId: done.undoId })
    expect(restored).toEqual(done.changed)
    expect((await client['notes.read']({ path: 'notes/Merges.md' })).text).toBe(before)
  })

  it('exports', async () => {
    await open()
    const { path: defaultPath } = await client['export.defaultPath']({
      format: 'markdown',
      scope: { kind: 'notebook' },
    })
    expect(defaultPath).toBe(join(folder, '..', 'My notebook export.md'))
    const path = join(folder, 'export.md')
    const report = await client['export.run']({
      format: 'markdown',
      scope: { kind: 'notebook' },
      path,
      include: 'all',
      overwrite: false,
    })
    expect(report).toEqual({
      written: [path],
      questions: 3,
      answered: 1,
      notes: 1,
      brokenLinks: [],
      missingImages: [],
    })
    expect(await readFile(path, 'utf8')).toContain('The most frequent pair.')
    expect(await client['export.cancel']({})).toEqual({})
  })

  it('refuses a procedure that there is not, also one that every object has', async () => {
    for (const name of ['notes.eat', 'toString', '__proto__']) {
      expect(await connection.clients[0].request(name, {})).toEqual({
        ok: false,
        error: {
          code: 'contract/unknown-procedure',
          message: `contract/unknown-procedure {"name":"${name}"}`,
          data: { name },
        },
      })
    }
  })

  it('refuses input of another shape and says what is wrong', async () => {
    const result = await connection.clients[0].request('notes.read', { path: 5 })
    expect(result).toMatchObject({
      ok: false,
      error: {
        code: 'contract/invalid-input',
        data: { name: 'notes.read', issues: [expect.stringContaining('path:')] },
      },
    })
  })

  it('shows what a link leads to', async () => {
    await open()
    const preview = (target: string) =>
      client['links.preview']({ kind: 'wiki', target, from: 'notes/Merges.md', limit: 500 })
    const roots = { kind: 'note', path: 'notes/Roots.md', title: 'Roots' }
    expect(await preview('Roots#Why')).toEqual({
      target: { ...roots, heading: 'Why' },
      notePath: 'notes/Roots.md',
      text: '## Why\n\nSee [[small#^small-1-01|segmentation]].',
      isCut: false,
      hasHeading: true,
    })
    expect(await preview('small#^small-1-02')).toMatchObject({
      target: { kind: 'question', title: 'Which merge is made first?' },
      notePath: 'notes/Merges.md',
      text: '# Merges\n\nThe most frequent pair. [[Roots#Why]]',
    })
    expect(await preview('Roots#Gone')).toMatchObject({ hasHeading: false, notePath: 'notes/Roots.md' })
    expect(await preview('Nothing')).toMatchObject({ target: { kind: 'missing' }, notePath: null, text: '' })
    expect(await client['links.headings']({ target: 'roots', from: null })).toEqual([
      { level: 1, text: 'Roots' },
      { level: 2, text: 'Why' },
    ])
  })

  it('renames a note, tells every client, and rewrites what links to it', async () => {
    await open()
    expect(await client['notes.rename']({ path: 'notes/Roots.md', newTitle: 'Square roots' })).toEqual({
      path: 'notes/Square roots.md',
      title: 'Square roots',
      links: 1,
      files: 1,
    })
    const payload = { from: 'notes/Roots.md', to: 'notes/Square roots.md' }
    const frame = expect.objectContaining({ event: 'notes.renamed', payload })
    expect(await settled('notes.renamed')).toEqual([frame, frame])
    expect((await client['notes.read']({ path: 'notes/Merges.md' })).text).toContain('[[Square roots#Why]]')
  })

  it('takes images as base64 and answers with their path', async () => {
    await open()
    const image = { name: 'Map.png', base64: Buffer.from(samplePng()).toString('base64') }
    const add = () => client['attachments.add']({ ...image, notePath: null, questionId: 'small-1-01' })
    expect([await add(), await add()]).toEqual([
      { path: 'attachments/Map.png', isNew: true },
      { path: 'attachments/Map.png', isNew: false },
    ])
    expect(await readFile(join(folder, 'attachments', 'Map.png'))).toEqual(Buffer.from(samplePng()))
  })

  it('says of a file whether the host has a program that opened it', async () => {
    await open()
    const file = { name: 'a.pdf', base64: 'JVBERg==', notePath: null, questionId: null }
    const { path } = await client['attachments.add'](file)
    expect(await client['attachments.open']({ path })).toEqual({ isOpened: false })
  })

  it('keeps what is studied, and takes it back', async () => {
    await open()
    const id = 'small-1-01'
    await client['study.setConfidence']({ id, confidence: 2 })
    await client['study.setStar']({ id, isStarred: true })
    await client['study.setJudgement']({ id, ease: 1, importance: 3 })
    await client['study.logWriting']({ id, ms: 1500 })
    const marks = async () => (await client['questions.lists']({}))[0]?.sections[0]?.questions[0]
    expect(await marks()).toMatchObject({
      confidence: 2,
      isStarred: true,
      ease: 1,
      importance: 3,
      isDue: false,
    })
    const { outcomes } = await client['study.preview']({ id })
    expect(outcomes.map(({ rating }) => rating)).toEqual([1, 2, 3, 4])
    const compared = await client['study.compare']({ path: 'notes/Roots.md', written: 'Pieces of words.' })
    expect(compared.written.map(({ text }) => text).join('')).toBe('Pieces of words.')
    const { event, outcome } = await client['study.review']({ id, rating: 3, mode: 'recall', ms: null })
    expect(outcome.intervalDays).toBe(outcomes[2]?.intervalDays)
    expect((await marks())?.dueAt).toBe(outcome.dueAt)
    expect((await client['study.today']({})).done).toEqual({ reviews: 1, reviewMs: 0, writingMs: 1500 })
    // What was reviewed today is still known.
    expect(await client['study.ahead']({})).toEqual([])
    await client['study.undo']({ event })
    expect((await marks())?.dueAt).toBeNull()
    expect(await client['study.plan']({})).toBeNull()
    expect(await client['study.optimise']({})).toEqual({ outcome: 'tooFew', reviews: 0, needed: 400 })
    expect(await client['study.progress']({})).toMatchObject({
      questions: 3,
      streak: { current: 1, longest: 1 },
    })
    const settings = await client['study.updateSettings']({ retention: 0.85, interviewOn: '2027-01-31' })
    expect(settings).toMatchObject({ retention: 0.85, interviewOn: '2027-01-31', minutesPerDay: 30 })
    expect(await client['study.settings']({})).toEqual(settings)
  })

  it('draws a mock interview and keeps it', async () => {
    await open()
    const drawn = await client['study.drawInterview']({ count: 2, from: null, seed: 5 })
    expect(drawn.seed).toBe(5)
    const entries = drawn.questions.map(question => ({
      question,
      ms: 10,
      outcome: 'answered' as const,
      isFlagged: false,
      text: '',
      rating: 4 as const,
    }))
    const first = await client['study.finishInterview']({ startedAt: 0, seed: 5, entries })
    expect((await client['study.today']({})).done.reviews).toBe(2)
    const later = { startedAt: 60_000, seed: 6, entries: entries.slice(0, 1) }
    const second = await client['study.finishInterview'](later)
    expect(await client['study.interviews']({})).toEqual([
      { ...second, ...later },
      { ...first, startedAt: 0, seed: 5, entries },
    ])
    await client['study.undo'](second)
    expect((await client['study.interviews']({})).map(({ event }) => event)).toEqual([first.event])
  })

  it('imports notes of a folder', async () => {
    await open()
    const { path, remove } = await temporaryFolder()
    try {
      await writeFile(join(path, 'From elsewhere.md'), 'See [[Roots]].\n')
      const { notes, brokenLinks, undoId } = await client['import.notes']({ paths: [path] })
      expect(notes).toEqual([{ from: join(path, 'From elsewhere.md'), to: 'notes/From elsewhere.md' }])
      expect(brokenLinks).toEqual([{ path: join(path, 'From elsewhere.md'), target: 'Roots' }])
      expect(await client['import.cancel']({})).toEqual({})
      expect(await client['import.undoNotes']({ undoId: undoId ?? '' })).toEqual({ trashed: 1, kept: [] })
      expect((await client['trash.list']({})).map(({ from }) => from)).toEqual(['notes/From elsewhere.md'])
    } finally {
      await remove()
    }
  })

  it('saves what was made of two versions', async () => {
    await open()
    const path = 'notes/Roots.md'
    const { text, hash } = await client['notes.read']({ path })
    const merged = `${text}\nMine as well.\n`
    await client['notes.resolveConflict']({ path, text: merged, mine: 'Only mine.\n', baseHash: hash })
    expect((await client['notes.read']({ path })).text).toBe(merged)
    const [version] = await client['history.list']({ path })
    expect(version?.reason).toBe('merge')
    const kept = await client['history.read']({ path, id: version?.id ?? '' })
    expect(kept.text).toBe('Only mine.\n')
  })

  it('has no vanished notes as long as none vanish', async () => {
    await open()
    expect(await client['notebook.vanished']({})).toEqual([])
    expect(await client['notebook.lookAgain']({})).toEqual([])
    expect(await client['notebook.acceptVanished']({})).toEqual({})
  })

  it('lists copies of sync programs and merges them', async () => {
    const copyPath = 'notes/Roots.sync-conflict-20240101-120000-ABCDEFG.md'
    await writeFile(join(folder, copyPath), 'Other roots.\n')
    await open()
    const path = 'notes/Roots.md'
    expect(await client['conflicts.list']({})).toEqual([{ kind: 'copy', path, copyPath, isCertain: true }])
    const [note, copy] = [
      await client['notes.read']({ path }),
      await client['notes.read']({ path: copyPath }),
    ]
    const hashes = { baseHash: note.hash, copyHash: copy.hash }
    await client['conflicts.mergeCopy']({ path, copyPath, ...hashes, text: note.text + copy.text })
    expect(await client['conflicts.list']({})).toEqual([])
  })

  it('checks a notebook that is not open', async () => {
    expect(await client['check.run']({ path: folder })).toEqual([])
  })

  it('gives errors as data, which the client makes errors again', async () => {
    expect(await errorOf(client['notes.list']({}))).toEqual({ code: 'notebook/none-open', data: {} })
    await open()
    expect(await errorOf(client['notes.read']({ path: 'notes/no.md' }))).toEqual({
      code: 'notes/not-found',
      data: { path: 'notes/no.md' },
    })
    expect(
      await errorOf(client['notes.save']({ path: 'notes/Roots.md', text: 'x', baseHash: 'old' })),
    ).toEqual({ code: 'notes/conflict', data: { path: 'notes/Roots.md' } })
  })

  it.each([
    ['notebook.changed', () => open()],
    ['settings.changed', () => client['settings.update']({ theme: 'light' })],
    ['notes.changed', async () => (await open(), client['notes.create']({ title: 'New' }))],
    [
      'questions.changed',
      async () => (await open(), client['questions.setStatus']({ id: 'small-1-01', status: 'draft' })),
    ],
  ])('tells every client of %s, and who caused it', async (event, cause) => {
    await cause()
    const { clientId } = connection.clients[0]
    const frame = expect.objectContaining({ event, clientId })
    expect(await settled(event)).toEqual([frame, frame])
  })

  it('counts every change, so that a client knows what it missed', async () => {
    await open()
    const { revision } = await client['app.handshake']({})
    await client['notes.create']({ title: 'New' })
    expect((await client['app.handshake']({})).revision).toBeGreaterThan(revision)
  })

  it('reads a notebook of a newer format and changes nothing in it', async () => {
    await writeFile(join(folder, 'answerbook.json'), '{"format": 2, "id": "n", "title": "N"}')
    const before = await readTree(folder)
    expect((await open()).readOnly).toBe('newer-format')
    const path = 'notes/Roots.md'
    const commands = [
      client['notes.save']({ path, text: 'x', baseHash: (await client['notes.read']({ path })).hash }),
      client['notes.resolveConflict']({
        path,
        text: 'x',
        mine: 'y',
        baseHash: 'z',
      }),
      client['notes.create']({ title: 'x' }),
      client['notes.createAnswer']({ questionId: 'small-1-01', text: 'x' }),
      client['notes.link']({ path, questionId: 'small-1-01' }),
      client['notes.unlink']({ path: 'notes/Merges.md', questionId: 'small-1-02' }),
      client['notes.rename']({ path, newTitle: 'x' }),
      client['notes.trash']({ path }),
      client['notes.restore']({ path: 'notes/a.md', trashPath: '.answerbook/trash/a.md' }),
      client['attachments.add']({ name: 'a.png', base64: 'AA==', notePath: path, questionId: null }),
      client['history.restore']({ path, id: 'x', baseHash: 'x' }),
      client['trash.restore']({ trashPath: '.answerbook/trash/a.md' }),
      client['trash.delete']({ trashPaths: ['.answerbook/trash/a.md'] }),
      client['questions.setStatus']({ id: 'small-1-01', status: 'draft' }),
      client['study.review']({ id: 'small-1-01', rating: 3, mode: 'recall', ms: null }),
      client['study.updateSettings']({ retention: 0.8 }),
      client['questions.import']({ files: [{ name: 'a.md', base64: base64(smallList) }] }),
      client['questions.edit']({ listId: 'small', hash: '', edit: { kind: 'remove-section', section: 1 } }),
      client['questions.importEdition']({
        file: { name: 'a.md', base64: base64(smallList) },
        listId: 'small',
        hash: '',
        choices: [],
      }),
    ]
    const error = { code: 'notebook/read-only', data: { path: folder, reason: 'newer-format' } }
    expect(await Promise.all(commands.map(errorOf))).toEqual(commands.map(() => error))
    expect(await readTree(folder)).toEqual(before)
  })

  it('gives values that are JSON and nothing else', async () => {
    await open()
    const note = { path: 'notes/Roots.md' }
    const requests: [string, unknown][] = [
      ['questions.lists', {}],
      ['notes.list', {}],
      ['notes.read', note],
      ['search.query', { text: 'why', limit: 5 }],
      ['notes.read', { path: 'notes/no.md' }],
    ]
    for (const [name, input] of requests) {
      const result = await backend.dispatch(name, input, { clientId: 'one' })
      expect(JSON.parse(JSON.stringify(result))).toStrictEqual(result)
    }
  })

  it('has carried out every procedure once', () => {
    expect([...asked].sort()).toEqual(Object.keys(procedures).sort())
  })
})
