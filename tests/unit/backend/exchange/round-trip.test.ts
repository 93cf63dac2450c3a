import { appendFile, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formatQuestionList } from '../../../../src/shared/domain/import/format-question-list'
import { openNotebookWith, type OpenedNotebook } from '../../../support/open-backend'
import { readTree } from '../../../support/read-tree'
import { samplePng } from '../../../support/sample-images'
import { temporaryFolder } from '../../../support/temporary-folder'

type Files = Record<string, string | Uint8Array | undefined>

/** The folder that a notebook of these files is exported to. */
async function exported(files: Files, links: 'wiki' | 'markdown' = 'markdown') {
  await using notebook = await openNotebookWith({ 'questions/small.md': undefined, ...files })
  const { path, remove } = await temporaryFolder()
  const folder = join(path, 'Export')
  await notebook.client['export.run']({
    format: 'folder',
    path: folder,
    scope: { kind: 'notebook' },
    include: 'all',
    links,
    overwrite: false,
  })
  return { folder, before: await contentOf(notebook), [Symbol.asyncDispose]: remove }
}

const emptyNotebook = () => openNotebookWith({ 'questions/small.md': undefined })

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

describe.each(['markdown', 'wiki'] as const)(
  'a notebook that is exported as a folder with %s links and imported',
  links => {
    it('is the same notebook', async () => {
      await using export_ = await exported(notebookFiles, links)
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
      await using export_ = await exported(notebookFiles, links)
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
      await using export_ = await exported(notebookFiles, links)
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
        fc.asyncProperty(notebooks, async files => {
          await using export_ = await exported(files, links)
          await using notebook = await emptyNotebook()
          await notebook.client['import.notes']({ paths: [export_.folder] })
          expect(await contentOf(notebook)).toEqual(export_.before)
        }),
        { numRuns: 25 },
      )
    })
  },
)

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
