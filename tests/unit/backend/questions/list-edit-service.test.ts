import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { ListEditInput } from '../../../../src/shared/contract/list-edit-procedures'
import { smallList } from '../../../support/build-notebook'
import { errorOf, openNotebookWith, type OpenedNotebook } from '../../../support/open-backend'
import { readTree } from '../../../support/read-tree'

const answer =
  '---\nanswers: [small-1-02]\ntags: [x]\n---\nSee [[small#^small-1-02|it]] and `#^small-1-02`.\n'
const plain = (text: string) => ({ text, hint: null, body: null })

async function edit({ client }: OpenedNotebook, change: ListEditInput) {
  const [list] = await client['questions.lists']({})
  return client['questions.edit']({ listId: 'small', hash: list?.hash ?? '', edit: change })
}

async function ids({ client }: OpenedNotebook): Promise<string[][]> {
  const [list] = await client['questions.lists']({})
  return (list?.sections ?? []).map(section => section.questions.map(({ id }) => id))
}

const done = async ({ client }: OpenedNotebook) => (await client['study.today']({})).done

const listFile = ({ path }: OpenedNotebook) => readFile(join(path, 'questions', 'small.md'), 'utf8')

describe('editing a question list', () => {
  it('gives a new question an id that no question has or had', async () => {
    await using notebook = await openNotebookWith({
      'notes/a.md': '---\nanswers: [small-02-02]\n---\nOld.\n',
    })
    const add = { kind: 'add-question', place: { section: 2, after: null }, wording: plain('New?') } as const
    expect((await edit(notebook, add)).questionId).toBe('small-02-03')
    expect(await ids(notebook)).toEqual([
      ['small-1-01', 'small-1-02'],
      ['small-02-03', 'small-2-01'],
    ])
  })

  it('keeps the answers of a question that is removed, and gives the question back with its answer', async () => {
    await using notebook = await openNotebookWith({ 'notes/a.md': answer })
    const before = await readTree(notebook.path)
    const done = await edit(notebook, { kind: 'remove-question', id: 'small-1-02' })
    expect(done).toMatchObject({ keptNotes: ['notes/a.md'], brokenLinks: ['notes/a.md'] })
    expect(await readFile(join(notebook.path, 'notes/a.md'), 'utf8')).toBe(answer)
    await notebook.client['questions.undoEdit']({ undoId: done.undoId })
    expect(await readTree(notebook.path)).toEqual(before)
    const [list] = await notebook.client['questions.lists']({})
    expect(list?.sections[0]?.questions[1]).toMatchObject({ id: 'small-1-02', notes: ['notes/a.md'] })
  })

  it('moves a list to the trash and back, and keeps its answers', async () => {
    await using notebook = await openNotebookWith({ 'notes/a.md': answer })
    const before = await readTree(notebook.path)
    const done = await edit(notebook, { kind: 'remove-list' })
    expect(done).toMatchObject({ keptNotes: ['notes/a.md'], brokenLinks: ['notes/a.md'] })
    expect(await notebook.client['questions.lists']({})).toEqual([])
    expect(await readFile(join(notebook.path, 'notes/a.md'), 'utf8')).toBe(answer)
    expect(await notebook.client['questions.undoEdit']({ undoId: done.undoId })).toEqual({ skipped: [] })
    expect(await withoutHistory(notebook.path)).toEqual(withoutHistoryIn(before))
    expect(await ids(notebook)).toEqual([['small-1-01', 'small-1-02'], ['small-2-01']])
  })

  it('gives a list another title, and takes it back', async () => {
    await using notebook = await openNotebookWith()
    const done = await edit(notebook, { kind: 'change-list', title: ' My: list ' })
    const [list] = await notebook.client['questions.lists']({})
    expect(list).toMatchObject({ id: 'small', title: 'My: list' })
    await notebook.client['questions.undoEdit']({ undoId: done.undoId })
    expect(await listFile(notebook)).toBe(smallList)
  })

  it('gives answers and links of a merged question to the one that stays, and takes it back', async () => {
    await using notebook = await openNotebookWith({
      'notes/a.md': answer,
      'notes/b.md': '---\nanswers: [small-1-01]\n---\nB.\n',
    })
    const before = await readTree(notebook.path)
    const merge = { kind: 'merge-questions', id: 'small-1-02', into: 'small-1-01', wording: plain('Both?') }
    const done = await edit(notebook, merge as ListEditInput)
    expect(done).toMatchObject({ changedNotes: ['notes/a.md'], keptNotes: [], brokenLinks: [] })
    expect(await readFile(join(notebook.path, 'notes/a.md'), 'utf8')).toBe(
      '---\nanswers: [small-1-01]\ntags: [x]\n---\nSee [[small#^small-1-01|it]] and `#^small-1-02`.\n',
    )
    const [list] = await notebook.client['questions.lists']({})
    expect(list?.sections[0]?.questions).toMatchObject([
      { id: 'small-1-01', text: 'Both?', notes: ['notes/a.md', 'notes/b.md'] },
    ])
    expect(await notebook.client['questions.undoEdit']({ undoId: done.undoId })).toEqual({ skipped: [] })
    expect(notebook.events.filter(({ event }) => event === 'questions.changed').length).toBeGreaterThan(1)
    expect(await withoutHistory(notebook.path)).toEqual(withoutHistoryIn(before))
  })

  describe('of a question that was studied', () => {
    const merge: ListEditInput = {
      kind: 'merge-questions',
      id: 'small-1-02',
      into: 'small-1-01',
      wording: plain('Both?'),
    }
    const marks = async ({ client }: OpenedNotebook) => {
      const [list] = await client['questions.lists']({})
      return (list?.sections ?? []).flatMap(({ questions }) =>
        questions.map(({ id, status, confidence, isStarred, importance, dueAt }) => ({
          ...{ id, status, confidence, isStarred, importance, dueAt },
        })),
      )
    }
    const studyLog = async ({ path }: OpenedNotebook): Promise<string> =>
      Object.entries(await readTree(path))
        .filter(([name]) => name.startsWith('study/'))
        .map(([, text]) => String(text))
        .join('')
    const review = (id: string) => ({ id, rating: 3, mode: 'recall', ms: 1000 }) as const
    const study = async ({ client }: OpenedNotebook): Promise<void> => {
      const id = 'small-1-02'
      await client['questions.setStatus']({ id, status: 'answered' })
      await client['study.setStar']({ id, isStarred: true })
      await client['study.setConfidence']({ id, confidence: 4 })
      await client['study.setJudgement']({ id, ease: 1, importance: 3 })
      await client['study.review'](review(id))
    }

    it('merges into one that is as far, and comes back as both were', async () => {
      await using notebook = await openNotebookWith({ 'notes/a.md': answer })
      await study(notebook)
      const [before, log, today] = [await marks(notebook), await studyLog(notebook), await done(notebook)]
      const { undoId } = await edit(notebook, merge)
      expect((await marks(notebook))[0]).toEqual({ ...before[1], id: 'small-1-01' })
      expect(await done(notebook)).toEqual(today)
      await notebook.client['questions.undoEdit']({ undoId })
      expect(await marks(notebook)).toEqual(before)
      expect(await done(notebook)).toEqual(today)
      expect((await studyLog(notebook)).startsWith(log)).toBe(true)
    })

    it('leaves one that was reviewed its schedule, and what is said of it after the merge', async () => {
      await using notebook = await openNotebookWith()
      await notebook.client['study.review']({ ...review('small-1-01'), rating: 1 })
      await study(notebook)
      const before = await marks(notebook)
      const { undoId } = await edit(notebook, merge)
      const [first, second] = before
      expect((await marks(notebook))[0]).toEqual({ ...second, id: first?.id, dueAt: first?.dueAt })
      await notebook.client['study.setConfidence']({ id: 'small-1-01', confidence: 2 })
      await notebook.client['questions.undoEdit']({ undoId })
      expect(await marks(notebook)).toEqual([{ ...first, confidence: 2 }, ...before.slice(1)])
    })

    it('says nothing of it in the log when there is nothing to say, or the edit is refused', async () => {
      await using notebook = await openNotebookWith()
      await edit(notebook, { ...merge, id: 'small-2-01' })
      expect(await studyLog(notebook)).toBe('')
      await study(notebook)
      const log = await studyLog(notebook)
      expect(await errorOf(edit(notebook, { ...merge, into: 'nobody' }))).toMatchObject({
        code: 'questions/not-editable',
      })
      expect(await studyLog(notebook)).toBe(log)
    })
  })

  it('refuses what was based on another version of the file, reads it again, and changes nothing', async () => {
    await using notebook = await openNotebookWith()
    const [list] = await notebook.client['questions.lists']({})
    const theirs = smallList.replace('Which merge', 'What merge')
    await writeFile(join(notebook.path, 'questions/small.md'), theirs)
    const remove = { kind: 'remove-question', id: 'small-1-02' } as const
    const input = { listId: 'small', hash: list?.hash ?? '', edit: remove }
    expect(await errorOf(notebook.client['questions.edit'](input))).toMatchObject({
      code: 'questions/list-changed',
    })
    expect(await listFile(notebook)).toBe(theirs)
    await edit(notebook, remove)
    expect(await ids(notebook)).toEqual([['small-1-01'], ['small-2-01']])
  })

  it('does not take back what somebody has changed since', async () => {
    await using notebook = await openNotebookWith()
    const { undoId } = await edit(notebook, { kind: 'change-section', section: 1, title: 'Words' })
    const file = join(notebook.path, 'questions/small.md')
    await writeFile(file, `${await readFile(file, 'utf8')}\n`)
    const undo = notebook.client['questions.undoEdit']({ undoId })
    expect(await errorOf(undo)).toMatchObject({ code: 'questions/list-changed' })
    expect(await listFile(notebook)).toBe(`${smallList.replace('## Tokens', '## Words')}\n`)
  })

  it('takes back several edits, the last first', async () => {
    await using notebook = await openNotebookWith()
    const undoIds: string[] = []
    for (const change of [
      { kind: 'move-question', id: 'small-1-01', place: { section: 2, after: 'small-2-01' } },
      { kind: 'move-section', section: 2, after: 0 },
      { kind: 'merge-sections', section: 2, into: 1 },
      { kind: 'add-section', after: 1, title: 'New' },
    ] as const)
      undoIds.push((await edit(notebook, change)).undoId)
    expect(await ids(notebook)).toEqual([['small-2-01', 'small-1-01', 'small-1-02'], []])
    for (const undoId of undoIds.reverse()) await notebook.client['questions.undoEdit']({ undoId })
    expect(await listFile(notebook)).toBe(smallList)
  })

  it.each<[ListEditInput, string]>([
    [{ kind: 'remove-question', id: 'nobody' }, 'questions/not-editable'],
    [{ kind: 'move-section', section: 9, after: 0 }, 'questions/not-editable'],
    [{ kind: 'change-section', section: 1, title: ' ' }, 'contract/invalid-input'],
  ])('refuses %j with %s', async (change, code) => {
    await using notebook = await openNotebookWith()
    expect(await errorOf(edit(notebook, change))).toMatchObject({ code })
    expect(await listFile(notebook)).toBe(smallList)
  })

  describe('to another list', () => {
    const other =
      '---\r\nid: other\r\ntitle: Other\r\n---\r\n## One\r\n\r\n1) First? ^o-1\r\n2) Second? ^o-2\r\n'
    const files = {
      'questions/other.md': other,
      'questions/0.md': '## Zero\n\n- Nought? ^z-1\n',
      'notes/a.md': answer,
    }
    const readLists = async ({ client }: OpenedNotebook) =>
      new Map((await client['questions.lists']({})).map(list => [list.id, list] as const))
    const move = async (notebook: OpenedNotebook, to: string, after: string | null, id = 'small-1-02') => {
      const lists = await readLists(notebook)
      return notebook.client['questions.edit']({
        listId: 'small',
        hash: lists.get('small')?.hash ?? '',
        edit: {
          kind: 'move-to-list',
          id,
          list: { id: to, hash: lists.get(to)?.hash ?? '' },
          place: { section: 1, after },
        },
      })
    }
    const idsOf = async (notebook: OpenedNotebook, list: string) =>
      (await readLists(notebook))
        .get(list)
        ?.sections.flatMap(({ questions }) => questions.map(({ id }) => id))

    it.each([
      ['other', 'o-1', ['o-1', 'small-1-02', 'o-2']],
      ['other', null, ['small-1-02', 'o-1', 'o-2']],
      ['0', 'z-1', ['z-1', 'small-1-02']],
    ])('keeps the id and the answers in %s after %s, and takes it back', async (to, after, expected) => {
      await using notebook = await openNotebookWith(files)
      const before = await readTree(notebook.path)
      const { undoId } = await move(notebook, to, after)
      expect(await idsOf(notebook, to)).toEqual(expected)
      expect(await idsOf(notebook, 'small')).toEqual(['small-1-01', 'small-2-01'])
      const question = (await readLists(notebook)).get(to)?.sections[0]?.questions[
        expected.indexOf('small-1-02')
      ]
      expect(question).toMatchObject({ text: 'Which merge is made first?', notes: ['notes/a.md'] })
      expect(await notebook.client['check.run']({ path: notebook.path })).toEqual([])
      await notebook.client['questions.undoEdit']({ undoId })
      expect(await withoutHistory(notebook.path)).toEqual(withoutHistoryIn(before))
    })

    it('makes links to it name the other list, in the same undo', async () => {
      const note = '[[small#^small-1-02|it]], [x](../questions/small.md#^small-1-02), [[small#^small-1-01]]\n'
      await using notebook = await openNotebookWith({ ...files, 'notes/b.md': note })
      const before = await readTree(notebook.path)
      const { undoId, changedNotes } = await move(notebook, 'other', null)
      expect(changedNotes).toEqual(['notes/a.md', 'notes/b.md'])
      expect(await readFile(join(notebook.path, 'notes/a.md'), 'utf8')).toBe(
        answer.replace('[[small#', '[[other#'),
      )
      expect(await readFile(join(notebook.path, 'notes/b.md'), 'utf8')).toBe(
        '[[other#^small-1-02|it]], [x](../questions/other.md#^small-1-02), [[small#^small-1-01]]\n',
      )
      expect(await notebook.client['questions.undoEdit']({ undoId })).toEqual({ skipped: [] })
      expect(await withoutHistory(notebook.path)).toEqual(withoutHistoryIn(before))
    })

    it('writes as the other list is written', async () => {
      await using notebook = await openNotebookWith(files)
      await move(notebook, 'other', 'o-1')
      const text = await readFile(join(notebook.path, 'questions/other.md'), 'utf8')
      expect(text).toContain('1) First? ^o-1\r\n2) Which merge is made first? ^small-1-02\r\n')
      expect(text).toContain('3) Second? ^o-2\r\n')
    })

    it('changes neither list when one of them was changed meanwhile', async () => {
      await using notebook = await openNotebookWith(files)
      const lists = await readLists(notebook)
      await writeFile(join(notebook.path, 'questions/other.md'), `${other}3) Third?\r\n`)
      const before = await readTree(notebook.path)
      const moving = notebook.client['questions.edit']({
        listId: 'small',
        hash: lists.get('small')?.hash ?? '',
        edit: {
          kind: 'move-to-list',
          id: 'small-1-02',
          list: { id: 'other', hash: lists.get('other')?.hash ?? '' },
          place: { section: 1, after: null },
        },
      })
      expect(await errorOf(moving)).toMatchObject({ code: 'questions/list-changed' })
      expect(await readTree(notebook.path)).toEqual(before)
    })

    it('gives the question back to neither list when one of them has changed since', async () => {
      await using notebook = await openNotebookWith(files)
      const { undoId } = await move(notebook, 'other', null)
      const path = join(notebook.path, 'questions/other.md')
      await writeFile(path, `${await readFile(path, 'utf8')}3) Third?\r\n`)
      const before = await readTree(notebook.path)
      expect(await errorOf(notebook.client['questions.undoEdit']({ undoId }))).toMatchObject({
        code: 'questions/list-changed',
      })
      expect(await readTree(notebook.path)).toEqual(before)
    })
  })
})

async function withoutHistory(path: string): Promise<unknown> {
  return withoutHistoryIn(await readTree(path))
}

function withoutHistoryIn(tree: Awaited<ReturnType<typeof readTree>>): unknown {
  return Object.entries(tree).filter(([name]) => !name.startsWith('.answerbook/'))
}
