import { readFile, readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { errorOf, openNotebookWith, type OpenedNotebook } from '../../../support/open-backend'

const minute = 60_000
const day = 24 * 60 * minute
const noon = new Date(2026, 0, 1, 12).getTime()

function clock() {
  let at = noon
  return { now: () => at, advance: (ms: number) => void (at += ms) }
}

async function logOf({ path }: OpenedNotebook): Promise<Record<string, unknown>[]> {
  const names = await readdir(join(path, 'study'))
  const texts = await Promise.all(names.map(name => readFile(join(path, 'study', name), 'utf8')))
  return texts
    .flatMap(text => text.trimEnd().split('\n'))
    .map(line => JSON.parse(line) as Record<string, unknown>)
}

const itemOf = async ({ client }: OpenedNotebook, id: string) =>
  (await client['questions.lists']({}))
    .flatMap(({ sections }) => sections.flatMap(({ questions }) => questions))
    .find(item => item.id === id)

describe('reviews', () => {
  it('queues answered questions once, and again on the day when they are due', async () => {
    const time = clock()
    await using notebook = await openNotebookWith({}, { now: time.now })
    const { client } = notebook
    await client['questions.setStatus']({ id: 'small-1-02', status: 'answered' })
    const before = await client['study.today']({})
    expect(before.reviews).toEqual([{ id: 'small-1-02', reason: 'new', retrievability: null }])
    expect(before.writes).toEqual(['small-1-01', 'small-2-01'])
    time.advance(1000)
    const { outcomes } = await client['study.preview']({ id: 'small-1-02' })
    const { outcome } = await client['study.review']({
      id: 'small-1-02',
      rating: 3,
      mode: 'recall',
      ms: 5000,
    })
    expect(outcome).toEqual(outcomes[2])
    expect(outcome.intervalDays).toBeGreaterThan(0)
    expect(await client['study.today']({})).toMatchObject({
      reviews: [],
      done: { reviews: 1, reviewMs: 5000, writingMs: 0 },
    })
    // Early in the morning of that day it is due, though the hour of the review has not come.
    time.advance(outcome.intervalDays * day - 7 * 60 * minute)
    expect((await client['study.today']({})).reviews).toMatchObject([{ id: 'small-1-02', reason: 'due' }])
    expect(await itemOf(notebook, 'small-1-02')).toMatchObject({ isDue: true, dueAt: outcome.dueAt })
  })

  it('brings what was not recalled back within minutes when that is chosen', async () => {
    const time = clock()
    await using notebook = await openNotebookWith({}, { now: time.now })
    const { client } = notebook
    await client['study.updateSettings']({ hasSameDaySteps: true })
    time.advance(1000)
    const { outcome } = await client['study.review']({
      id: 'small-1-01',
      rating: 1,
      mode: 'recall',
      ms: null,
    })
    expect(outcome).toMatchObject({ intervalDays: 0, dueAt: time.now() + minute })
    const early = await client['study.today']({})
    expect(early.reviews).toEqual([])
    expect(early.nextDueAt).toBe(outcome.dueAt)
    time.advance(minute)
    expect((await client['study.today']({})).reviews).toMatchObject([{ id: 'small-1-01', reason: 'again' }])
  })

  it('offers ahead of time what is most likely forgotten first, without what was reviewed today', async () => {
    const time = clock()
    await using notebook = await openNotebookWith({}, { now: time.now })
    const { client } = notebook
    const grade = (id: string, rating: 2 | 4) =>
      client['study.review']({ id, rating, mode: 'recall', ms: null })
    await grade('small-1-01', 4)
    await grade('small-1-02', 2)
    await grade('small-2-01', 4)
    expect(await client['study.ahead']({})).toEqual([])
    time.advance(day)
    await grade('small-2-01', 4)
    const ahead = await client['study.ahead']({})
    expect(ahead).toMatchObject([
      { id: 'small-1-02', reason: 'ahead' },
      { id: 'small-1-01', reason: 'ahead' },
    ])
    // What is to be reviewed now is not ahead of time.
    time.advance(day)
    expect((await client['study.today']({})).reviews).toMatchObject([{ id: 'small-1-02' }])
    expect((await client['study.ahead']({})).map(({ id }) => id)).toEqual(['small-1-01', 'small-2-01'])
  })

  it('takes a review back, and keeps both in the log', async () => {
    await using notebook = await openNotebookWith()
    const { client } = notebook
    const { event } = await client['study.review']({ id: 'small-1-01', rating: 4, mode: 'recall', ms: null })
    expect((await itemOf(notebook, 'small-1-01'))?.dueAt).not.toBeNull()
    await client['study.undo']({ event })
    expect(await itemOf(notebook, 'small-1-01')).toMatchObject({ dueAt: null, isDue: false })
    expect((await logOf(notebook)).map(({ type }) => type)).toEqual(['review', 'undo'])
    expect(await errorOf(client['study.undo']({ event: 'nothing' }))).toMatchObject({
      code: 'study/nothing-to-undo',
    })
  })

  it('counts every event of two devices once, also after a sync tool merged their files', async () => {
    const time = clock()
    await using notebook = await openNotebookWith({}, { now: time.now })
    const { client, path } = notebook
    await client['study.review']({ id: 'small-1-01', rating: 3, mode: 'recall', ms: null })
    const other = {
      id: 'other-1',
      at: noon + day,
      offset: 0,
      device: 'other',
      type: 'review',
      question: 'small-1-01',
      rating: 3,
      mode: 'recall',
      ms: null,
    }
    const own = await logOf(notebook)
    const merged = [other, ...own, other].map(event => `${JSON.stringify(event)}\n`).join('')
    await writeFile(join(path, 'study', 'other.jsonl'), merged)
    time.advance(2 * day)
    await client['notebook.open']({ path })
    const { outcome } = await client['study.review']({
      id: 'small-1-01',
      rating: 3,
      mode: 'recall',
      ms: null,
    })
    expect(outcome.intervalDays).toBeGreaterThan(2)
    expect((await client['study.today']({})).done.reviews).toBe(1)
    const ids = (await logOf(notebook)).map(({ id }) => id)
    expect(new Set(ids).size).toBe(3)
  })

  it('does not touch a note', async () => {
    const note = '---\nanswers: [small-1-01]\n---\n\nAn answer.\n'
    await using notebook = await openNotebookWith({ 'notes/a.md': note })
    const { client, path } = notebook
    await client['study.review']({ id: 'small-1-01', rating: 1, mode: 'written', ms: null })
    await client['study.setConfidence']({ id: 'small-1-01', confidence: 5 })
    await client['study.setStar']({ id: 'small-1-01', isStarred: true })
    await client['study.setJudgement']({ id: 'small-1-01', ease: 3, importance: 1 })
    await client['study.logWriting']({ id: 'small-1-01', ms: 90_000 })
    expect(await itemOf(notebook, 'small-1-01')).toMatchObject({
      status: 'draft',
      confidence: 5,
      isStarred: true,
      ease: 3,
      importance: 1,
    })
    expect((await client['study.today']({})).done.writingMs).toBe(90_000)
    expect(await readFile(join(path, 'notes/a.md'), 'utf8')).toBe(note)
    expect(await readdir(path)).toEqual(
      expect.arrayContaining(['answerbook.json', 'attachments', 'notes', 'questions', 'study']),
    )
  })
})

describe('a mock interview', () => {
  const entry = (question: string, rating: 1 | 2 | 3 | 4 | null) => ({
    question,
    ms: 1000,
    outcome: rating === null ? ('skipped' as const) : ('answered' as const),
    isFlagged: false,
    text: 'Words.',
    rating,
  })

  it('draws the same questions for the same seed, each once', async () => {
    await using notebook = await openNotebookWith()
    const { client } = notebook
    const draw = (seed: number | null, from: string[] | null = null) =>
      client['study.drawInterview']({ count: 2, from, seed })
    const first = await draw(7)
    expect(await draw(7)).toEqual(first)
    expect(new Set(first.questions).size).toBe(2)
    expect((await draw(null, ['small-2-01'])).questions).toEqual(['small-2-01'])
  })

  it('is kept in the log with a review for each rated question, and taken back as a whole', async () => {
    await using notebook = await openNotebookWith()
    const { client } = notebook
    const { event } = await client['study.finishInterview']({
      startedAt: noon,
      seed: 1,
      entries: [entry('small-1-01', 3), entry('small-1-02', null), entry('small-2-01', 1)],
    })
    expect((await logOf(notebook)).map(({ type }) => type)).toEqual(['session', 'review', 'review'])
    expect((await itemOf(notebook, 'small-2-01'))?.dueAt).not.toBeNull()
    await client['study.undo']({ event })
    expect((await itemOf(notebook, 'small-1-01'))?.dueAt).toBeNull()
    expect((await itemOf(notebook, 'small-2-01'))?.dueAt).toBeNull()
  })
})

describe('writing from memory', () => {
  it('tells which key terms of the own answer were left out', async () => {
    const answer =
      '---\nanswers: [small-1-02]\n---\nA **tokeniser** merges frequent pairs. Each merge adds one token.\n'
    const others = Object.fromEntries(
      Array.from({ length: 20 }, (_, at) => [
        `notes/other-${at}.md`,
        `Each note has one thing to say, number ${at}.\n`,
      ]),
    )
    await using notebook = await openNotebookWith({ ...others, 'notes/merges.md': answer })
    const { client } = notebook
    const { own, written, terms } = await client['study.compare']({
      path: 'notes/merges.md',
      written: 'It merges pairs until the vocabulary is full.',
    })
    expect(terms.filter(({ isRecalled }) => isRecalled).map(({ words }) => words)).toEqual(
      expect.arrayContaining(['merges', 'pairs']),
    )
    expect(terms.filter(({ isRecalled }) => !isRecalled).map(({ words }) => words)).toEqual(
      expect.arrayContaining(['tokeniser', 'frequent']),
    )
    expect(terms.map(({ words }) => words)).not.toContain('Each')
    expect(own.map(({ text }) => text).join('')).toBe(
      'A tokeniser merges frequent pairs. Each merge adds one token.',
    )
    expect(written.filter(({ isMissing }) => isMissing).map(({ text }) => text)).toEqual([
      'until',
      'vocabulary',
      'full',
    ])
  })

  it('shows words of Chinese, not pairs of characters that two words share', async () => {
    const text = '编码器读取输入，分词器合并字节。'
    await using notebook = await openNotebookWith({
      'notes/a.md': `---\nanswers: [small-1-02]\n---\n${text}\n`,
      ...Object.fromEntries(Array.from({ length: 9 }, (_, at) => [`notes/o${at}.md`, `其他笔记 ${at}\n`])),
    })
    const { terms } = await notebook.client['study.compare']({ path: 'notes/a.md', written: '合并输入' })
    const words = [...new Intl.Segmenter('zh', { granularity: 'word' }).segment(text)].map(
      ({ segment }) => segment,
    )
    expect(terms.length).toBeGreaterThan(3)
    for (const { words: shown } of terms) expect(words).toContain(shown)
    const recalled = terms.filter(({ isRecalled }) => isRecalled).map(({ words: shown }) => shown)
    expect(recalled).toEqual(['合并', '输入'])
  })
})
