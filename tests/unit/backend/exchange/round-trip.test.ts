import { appendFile, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createNodeFilePort } from '../../../../src/backend/files/node-file-port'
import type { ExportScope } from '../../../../src/shared/contract/exchange-procedures'
import { formatQuestionList } from '../../../../src/shared/domain/import/format-question-list'
import { createFaultyFilePort } from '../../../support/faulty-file-port'
import { errorOf, openNotebookWith, type OpenedNotebook } from '../../../support/open-backend'
import { readTree } from '../../../support/read-tree'
import { samplePng } from '../../../support/sample-images'
import { temporaryFolder } from '../../../support/temporary-folder'

type Files = Record<string, string | Uint8Array | undefined>

interface ExportChoices {
  readonly links?: 'wiki' | 'markdown'
  readonly scope?: ExportScope
  /** What happens in the notebook before the export. */
  readonly prepare?: (notebook: OpenedNotebook) => Promise<unknown>
}

/** The folder that a notebook of these files is exported to. */
async function exported(
  files: Files,
  { links = 'markdown', scope = { kind: 'notebook' }, prepare }: ExportChoices = {},
) {
  await using notebook = await openNotebookWith({ 'questions/small.md': undefined, ...files })
  await prepare?.(notebook)
  const { path, remove } = await temporaryFolder()
  const folder = join(path, 'Export')
  await notebook.client['export.run']({
    format: 'folder',
    path: folder,
    scope,
    include: 'all',
    links,
    overwrite: false,
  })
  const [before, known] = [await contentOf(notebook), await knownOf(notebook)]
  return { folder, before, known, [Symbol.asyncDispose]: remove }
}

const emptyNotebook = () => openNotebookWith({ 'questions/small.md': undefined })

/** All that is known of questions, and how studying is set. */
async function knownOf({ client }: OpenedNotebook) {
  return {
    lists: await client['questions.lists']({}),
    progress: await client['study.progress']({}),
    settings: await client['study.settings']({}),
  }
}

/** Says something of each kind of the three questions of `notebookFiles`, and takes some of it back. */
async function study({ client }: OpenedNotebook) {
  await client['study.setStar']({ id: 'q-01-01', isStarred: true })
  await client['study.setConfidence']({ id: 'q-01-02', confidence: 4 })
  await client['study.setJudgement']({ id: 'q-01-03', ease: 1, importance: 3 })
  await client['questions.setStatus']({ id: 'q-01-01', status: 'answered' })
  await client['study.logWriting']({ id: 'q-01-01', ms: 60_000 })
  const review = { rating: 3, mode: 'recall', ms: 2000 } as const
  await client['study.review']({ ...review, id: 'q-01-01' })
  const { event } = await client['study.review']({ ...review, id: 'q-01-02' })
  await client['study.undo']({ event })
  await client['study.updateSettings']({ retention: 0.85, interviewOn: '2026-02-01' })
  const entry = { ms: 1000, outcome: 'answered', isFlagged: false, text: 'So.' } as const
  await client['study.finishInterview']({
    startedAt: 0,
    seed: 1,
    entries: [
      { ...entry, question: 'q-01-02', rating: 2 },
      { ...entry, question: 'q-01-03', rating: null },
    ],
  })
}

/** What the files of a study log, or an exported one, hold: types with what they are of. */
async function eventsIn(folder: string): Promise<string[]> {
  const files = Object.entries(await readTree(folder)).filter(([name]) => name.endsWith('.jsonl'))
  const lines = files.flatMap(([, text]) => String(text).trim().split('\n'))
  return lines.map(line => {
    const { type, question = '' } = JSON.parse(line) as { type: string; question?: string }
    return `${type} ${question}`.trim()
  })
}

/** Lists, notes and attachments, byte for byte. */
async function contentOf({ path }: OpenedNotebook) {
  const tree = await readTree(path)
  return Object.fromEntries(
    Object.entries(tree).filter(([name]) => /^(?:questions|notes|attachments)\/.*[^/]$/.test(name)),
  )
}

const list = formatQuestionList({
  id: 'q',
  title: 'Questions',
  sections: [{ title: 'One', questions: [{ text: 'Why?', hint: 'h' }, { text: 'How?' }, { text: 'Who?' }] }],
})
const notebookFiles: Files = {
  'questions/q.md': `${list}\n<!-- kept -->\n`,
  'notes/a.md':
    '\uFEFF---\nanswers: [q-01-01, q-01-02]\ntags: [x]\n---\r\nSee [[b#Part|it]], [[q#^q-01-02]] ![[p.png]]\r\n',
  'notes/second.md': '---\nanswers: [q-01-01]\n---\nAnother, [by path](deep/b.md#part) [gone](no.md)',
  'notes/deep/b.md': '# B\n\n## Part\n\n![p](../../attachments/p.png "t") [[a]] [[Nobody]] ^block\n',
  'attachments/p.png': samplePng(),
}

it('takes another notebook as what it is (made a note of its list)', async () => {
  await using other = await openNotebookWith({ 'questions/small.md': undefined, ...notebookFiles })
  await study(other)
  const [before, events] = [await contentOf(other), await eventsIn(join(other.path, 'study'))]
  await using notebook = await emptyNotebook()
  const report = await notebook.client['import.notes']({ paths: [other.path] })
  expect(await contentOf(notebook)).toEqual(before)
  expect(report).toMatchObject({ lists: ['questions/q.md'], studyEvents: events.length, brokenLinks: [] })
  expect((await eventsIn(join(notebook.path, 'study'))).sort()).toEqual(events.sort())
  const again = await notebook.client['import.notes']({ paths: [other.path] })
  expect(again).toMatchObject({ lists: [], notes: [], studyEvents: 0 })
})

describe.each(['markdown', 'wiki'] as const)(
  'a notebook that is exported as a folder with %s links and imported',
  links => {
    it('is the same notebook', async () => {
      await using export_ = await exported(notebookFiles, { links })
      await using notebook = await emptyNotebook()
      const report = await notebook.client['import.notes']({ paths: [export_.folder] })
      expect(await contentOf(notebook)).toEqual(export_.before)
      expect(report).toMatchObject({ lists: ['questions/q.md'], duplicates: [], brokenLinks: [] })
      expect(report.left.map(({ reason }) => reason)).toEqual(report.left.map(() => 'export-index'))
      const [view] = await notebook.client['questions.lists']({})
      expect(view?.sections[0]?.questions.map(({ id, notes }) => [id, notes.length])).toEqual([
        ['q-01-01', 2],
        ['q-01-02', 1],
        ['q-01-03', 0],
      ])
      const again = await notebook.client['import.notes']({ paths: [export_.folder] })
      expect(again).toMatchObject({ lists: [], notes: [] })
      expect(again.duplicates).toHaveLength(3)
      await notebook.client['import.undoNotes']({ undoId: report.undoId ?? '' })
      expect(await contentOf(notebook)).toEqual({})
    })

    it('takes what somebody wrote in the folder, and leads links to where things are', async () => {
      await using export_ = await exported(notebookFiles, { links })
      const file = join(export_.folder, 'Other notes', 'B.md')
      await appendFile(file, '\nWritten elsewhere.\n')
      await appendFile(join(export_.folder, '01 One', '01.03 Who.md'), '\nAn answer.\n')
      await writeFile(join(export_.folder, 'New.md'), '# New\n')
      await using notebook = await emptyNotebook()
      await notebook.client['import.notes']({ paths: [export_.folder] })
      const after = await contentOf(notebook)
      expect(after['notes/deep/b.md']).toContain('Written elsewhere.')
      expect(after['notes/deep/b.md']).toContain(links === 'wiki' ? '[[notes/a|a]]' : '[a](../a.md')
      expect(after['notes/a.md']).toBe(export_.before['notes/a.md'])
      expect(after['notes/New.md']).toBe('# New\n')
      const [view] = await notebook.client['questions.lists']({})
      expect(view?.sections[0]?.questions[2]?.notes).toEqual(['notes/01 One/01.03 Who.md'])
      const { findings } = { findings: await notebook.client['check.run']({ path: notebook.path }) }
      expect(findings.map(({ detail }) => detail).sort()).toEqual(['no.md'])
    })

    it('takes a manifest that names other places for a folder like any other', async () => {
      await using export_ = await exported(notebookFiles, { links })
      const path = join(export_.folder, 'answerbook-export.json')
      const text = await readFile(path, 'utf8')
      await writeFile(
        path,
        text
          .replaceAll('"notes/deep/b.md"', '"notes/../../b.md"')
          .replaceAll('"questions/q.md"', '"questions/../x.md"')
          .replaceAll('"from": "attachments/p.png"', '"from": "../p.png"'),
      )
      await using notebook = await emptyNotebook()
      const report = await notebook.client['import.notes']({ paths: [export_.folder] })
      expect(report.lists).toEqual([])
      for (const { to } of [...report.notes, ...report.attachments])
        expect(to).toMatch(/^(?:notes|attachments)\/(?!.*\.\.\/)/)
    })

    it('is the same for any notebook', async () => {
      await fc.assert(
        fc.asyncProperty(notebooks, marks, async (files, setMarks) => {
          await using export_ = await exported(files, { links, prepare: setMarks })
          await using notebook = await emptyNotebook()
          await notebook.client['import.notes']({ paths: [export_.folder] })
          expect(await contentOf(notebook)).toEqual(export_.before)
          expect(await knownOf(notebook)).toEqual(export_.known)
        }),
        { numRuns: 25 },
      )
    })
  },
)

describe('the study log of a folder', () => {
  it('is exported, and imported once', async () => {
    await using export_ = await exported(notebookFiles, { prepare: study })
    await using notebook = await emptyNotebook()
    const { client, path } = notebook
    const untouched = await knownOf(notebook)
    const look = await client['import.notes']({ paths: [export_.folder], dryRun: true })
    expect(look.studyEvents).toBe(11)
    expect(await knownOf(notebook)).toEqual(untouched)
    const report = await client['import.notes']({ paths: [export_.folder] })
    expect(report).toMatchObject({ studyEvents: 11, attachments: [{ to: 'attachments/p.png' }] })
    expect(await knownOf(notebook)).toEqual(export_.known)
    expect(await eventsIn(join(path, 'study'))).toEqual(await eventsIn(export_.folder))
    const again = await client['import.notes']({ paths: [export_.folder] })
    expect(again.studyEvents).toBe(0)
    expect(await eventsIn(join(path, 'study'))).toHaveLength(11)
    const findings = await client['check.run']({ path })
    expect(findings.filter(({ kind }) => kind !== 'broken-link')).toEqual([])
    await client['notebook.open']({ path })
    expect(await knownOf(notebook)).toEqual(export_.known)
  })

  it('goes with the rest when the import is taken back, and comes again', async () => {
    await using export_ = await exported(notebookFiles, { prepare: study })
    await using notebook = await emptyNotebook()
    const { client, path } = notebook
    const untouched = await knownOf(notebook)
    const { undoId } = await client['import.notes']({ paths: [export_.folder] })
    expect(await client['import.undoNotes']({ undoId: undoId ?? '' })).toMatchObject({ kept: [] })
    expect(await knownOf(notebook)).toEqual(untouched)
    expect(await eventsIn(path)).toEqual([])
    await client['import.notes']({ paths: [export_.folder] })
    expect(await knownOf(notebook)).toEqual(export_.known)
  })

  it('stays out when the import fails', async () => {
    await using export_ = await exported(notebookFiles, { prepare: study })
    const faulty = createFaultyFilePort(createNodeFilePort())
    await using notebook = await openNotebookWith(
      { 'questions/small.md': undefined },
      { files: faulty.files },
    )
    faulty.setPlan(({ method, path }) =>
      method === 'writeNew' && path.includes('notes') ? { kind: 'error', code: 'ENOSPC' } : undefined,
    )
    const failure = await errorOf(notebook.client['import.notes']({ paths: [export_.folder] }))
    expect(failure).toMatchObject({ code: 'storage/disk-full' })
    expect(faulty.calls.some(({ path }) => path.endsWith('.jsonl'))).toBe(true)
    expect(await eventsIn(notebook.path)).toEqual([])
  })

  it('of a part has what was said of its questions', async () => {
    const scope: ExportScope = { kind: 'questions', ids: ['q-01-02'] }
    await using export_ = await exported(notebookFiles, { scope, prepare: study })
    expect(await eventsIn(export_.folder)).toEqual([
      'confidence q-01-02',
      'review q-01-02',
      'undo',
      'review q-01-02',
    ])
    await using note = await exported(notebookFiles, {
      scope: { kind: 'note', path: 'notes/deep/b.md' },
      prepare: study,
    })
    expect(await eventsIn(note.folder)).toEqual([])
  })

  it('leaves the settings of a notebook that has its own', async () => {
    await using export_ = await exported(notebookFiles, { prepare: study })
    let ids = 0
    await using notebook = await openNotebookWith(
      { 'questions/small.md': undefined },
      { newId: () => `own-${(ids += 1)}` },
    )
    const { client } = notebook
    const own = await client['study.updateSettings']({ minutesPerDay: 45 })
    expect(await client['import.notes']({ paths: [export_.folder] })).toMatchObject({ studyEvents: 10 })
    expect(await client['study.settings']({})).toEqual(own)
  })

  it('is read as far as it can be', async () => {
    await using export_ = await exported(notebookFiles, { prepare: study })
    await appendFile(join(export_.folder, 'answerbook-study.jsonl'), '{"type":"star"\n{"type":"later"}\n')
    await using notebook = await emptyNotebook()
    const report = await notebook.client['import.notes']({ paths: [export_.folder] })
    expect(report.studyEvents).toBe(11)
    expect(await knownOf(notebook)).toEqual(export_.known)
  })
})

const names = ['alpha', 'Beta note', '语言模型', 'deep/gamma', 'deep/er/alpha', 'z (1)'] as const
const ids = ['l-01-01', 'l-01-02', 'l-02-01', 'm-01-01']
const images = ['one.png', 'two 2.png']
const link = fc.oneof(
  fc.constantFrom(...names).map(name => `[[${name}]]`),
  fc.constantFrom(...names).map(name => `[[${name.split('/').at(-1)}#Part|label]]`),
  fc.constantFrom(...names).map(name => `[text](/notes/${encodeURI(name)}.md)`),
  fc.constantFrom(...ids).map(id => `[[l#^${id}|asked]]`),
  fc.constantFrom(...images).map(name => `![[${name}|200]]`),
  fc.constantFrom(...images).map(name => `![](/attachments/${encodeURI(name)} "t")`),
  fc.constantFrom('[[nowhere]]', '[gone](gone.md)', '`[[alpha]]`', '[site](https://example.org)', '^block-1'),
)
const block = fc.oneof(
  fc.array(link, { minLength: 1, maxLength: 3 }).map(links => `Text ${links.join(' and ')}.`),
  fc.constantFrom(
    '# Title',
    '## Part',
    '## Part',
    '- a\n  - b',
    '```js\n[[alpha]]\n```',
    '> quote',
    '| a | b |\n|---|---|\n| [[alpha\\|x]] | 2 |',
    '---',
    '***',
    'a\n===',
    '<!-- c -->',
    '$x^2$',
  ),
)
const note = fc
  .record({
    answers: fc.subarray(ids, { maxLength: 2 }),
    extra: fc.constantFrom('', 'aliases: [other]\n', '# comment\nmood: 007\n'),
    blocks: fc.array(block, { maxLength: 6 }),
    ending: fc.constantFrom('\n', '', '\n\n\n'),
    isWindows: fc.boolean(),
    bom: fc.constantFrom('', '', '\uFEFF'),
  })
  .map(({ answers, extra, blocks, ending, isWindows, bom }) => {
    const front =
      answers.length + extra.length === 0 ? '' : `---\n${extra}answers: [${answers.join(', ')}]\n---\n`
    const text = `${front}${blocks.join('\n\n')}${ending}`
    return bom + (isWindows ? text.replace(/\n/g, '\r\n') : text)
  })
const mark = fc.tuple(
  fc.constantFrom(...ids),
  fc.constantFrom<(client: OpenedNotebook['client'], id: string) => Promise<unknown>>(
    (client, id) => client['study.setStar']({ id, isStarred: true }),
    (client, id) => client['study.setConfidence']({ id, confidence: 2 }),
    (client, id) => client['questions.setStatus']({ id, status: 'answered' }),
    (client, id) => client['study.review']({ id, rating: 3, mode: 'recall', ms: null }),
  ),
)
/** What is said of questions, one after the other. */
const marks = fc.array(mark, { maxLength: 8 }).map(all => async ({ client }: OpenedNotebook) => {
  for (const [id, say] of all) await say(client, id)
})
const notebooks = fc
  .record({ notes: fc.dictionary(fc.constantFrom(...names), note, { maxKeys: 6 }), linked: fc.boolean() })
  .map(({ notes, linked }): Files => {
    const files: Files = {
      'questions/l.md':
        '---\nid: l\ntitle: L\nother: kept\n---\n\nProse.\n\n## A\n\n1. What is *a*? ^l-01-01\n2. Why? ^l-01-02\n   > Hint: h\n\n## B\n\n- How? ^l-02-01\n',
      'questions/m.md': '# M\n\n1. Else? ^m-01-01',
    }
    for (const [name, text] of Object.entries(notes)) files[`notes/${name}.md`] = text
    const used = Object.values(notes).join('\n')
    for (const [index, name] of images.entries())
      if (linked && (used.includes(`![[${name}`) || used.includes(`![](/attachments/${encodeURI(name)}`)))
        files[`attachments/${name}`] = Buffer.concat([samplePng(), Buffer.of(index)])
    return files
  })
