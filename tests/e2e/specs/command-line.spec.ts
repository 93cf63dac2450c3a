import { mkdir, open, readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { runCli, runCliJson } from '../../support/run-cli'
import { expect, test } from '../fixtures'

test('bad input gives one line, exit code 2, and leaves nothing behind', async ({ folder, notebook }) => {
  // Many commands, each a process of its own.
  test.slow()
  const file = (name: string): string => join(folder, name)
  await writeFile(file('empty.md'), '')
  await writeFile(file('binary.md'), Buffer.from([0, 159, 146, 150, 0]))
  await writeFile(file('latin1.txt'), Buffer.from('- Was hei\xdft das?\n', 'latin1'))
  await writeFile(file('prose.md'), 'Only some words.\n')
  await writeFile(file('sheet.xlsx'), 'x')
  await writeFile(
    file('laughs.opml'),
    '<!DOCTYPE a [<!ENTITY b "c">]><opml><body><outline text="&b;"/></body></opml>',
  )
  await writeFile(file('broken.json'), '["What?"')
  await mkdir(file('a folder'))
  const huge = await open(file('huge.md'), 'w')
  await huge.truncate(50 * 1024 * 1024)
  await huge.close()
  const bad: readonly (readonly string[])[] = [
    [],
    ['nonsense'],
    ['questions'],
    ['questions', file('missing')],
    ['questions', folder],
    ['check', folder],
    ['questions', file('empty.md')],
    ['search', notebook, 'x', '--limit', '0'],
    ['search', notebook, 'x', '--limt', '3'],
    ['search', file('missing'), '-x'],
    ['init', notebook],
    ['init', file('empty.md')],
    ['init', folder],
    ['init', file('new'), '--list', 'other'],
    ['import-questions', notebook, file('missing.md')],
    ['import-questions', notebook, file('empty.md')],
    ['import-questions', notebook, file('binary.md')],
    ['import-questions', notebook, file('latin1.txt')],
    ['import-questions', notebook, file('prose.md')],
    ['import-questions', notebook, file('sheet.xlsx')],
    ['import', notebook, file('laughs.opml')],
    ['import', notebook, file('broken.json')],
    ['import-questions', notebook, file('a folder')],
    ['import-questions', notebook, file('huge.md')],
    ['import-questions', notebook, file('prose.md'), '--list-id', 'bad id'],
    ['import-questions', notebook, file('prose.md'), '--edition-of', 'nobody'],
    ['import-questions', notebook, file('a.md'), file('b.md'), '--edition-of', 'llm'],
    ['export', notebook, '--format', 'docx', '--out', file('out.docx')],
    ['export', notebook, '--format', 'markdown'],
    ['export', notebook, '--format', 'markdown', '--out', file('a folder')],
    ['export', notebook, '--format', 'markdown', '--out', file('no/such/out.md')],
    ['export', notebook, '--format', 'markdown', '--out', join(notebook, 'notes', 'out.md')],
    ['export', notebook, '--format', 'markdown', '--out', file('out.md'), '--list', 'none'],
    ['export', notebook, '--format', 'csv', '--out', file('out.csv'), '--section', '99'],
    ['serve', file('missing'), '--no-open'],
    ['serve', notebook, '--port', 'x'],
  ]
  const before = await treeOf(folder)
  for (const args of bad) {
    const { code, stdout, stderr } = await runCli(args)
    expect({ args, code, stdout, lines: stderr.trimEnd().split('\n').length }).toEqual({
      args,
      code: 2,
      stdout: '',
      lines: 1,
    })
    expect(stderr).toMatch(/^answerbook: .+: .+\n$/)
  }
  expect(await treeOf(folder)).toEqual(before)
})

test('the commands do what they say', async ({ folder, notebook }) => {
  const list = join(folder, 'short.txt')
  await writeFile(list, 'Chapter 1: Basics\n- What is a token?\n- What is a head?\n')
  const dry = await runCli(['import-questions', notebook, list, '--dry-run', '--json'])
  expect(JSON.parse(dry.stdout)).toEqual({
    lists: [
      {
        id: 'short',
        title: 'Short',
        sections: [{ title: 'Basics', questions: 2 }],
        questions: 2,
        warnings: [],
      },
    ],
  })
  expect(await readdir(join(notebook, 'questions'))).toEqual(['llm.md'])
  expect((await runCli(['import-questions', notebook, list, '--list-id', 'basics'])).code).toBe(0)
  const unclear = await runCli(['search', notebook, '/[/ token'])
  expect([unclear.code, unclear.stderr]).toEqual([0, 'left out: /[/ is not a regular expression\n'])
  const found = JSON.parse((await runCli(['search', notebook, 'token', '--limit', '3', '--json'])).stdout)
  expect(found).toMatchObject({ query: 'token', total: expect.any(Number), tookMs: expect.any(Number) })
  expect(found.hits).toHaveLength(3)
  expect(Object.keys(found.hits[0]).sort()).toEqual([
    'id',
    'kind',
    'path',
    'score',
    'section',
    'snippet',
    'title',
  ])
  const without = JSON.parse((await runCli(['search', notebook, '-token', '--json'])).stdout)
  expect([without.query, without.total > 100]).toEqual(['-token', true])
  const out = join(folder, 'out.md')
  const exported = await runCli([
    'export',
    notebook,
    '--format',
    'markdown',
    '--out',
    out,
    '--list',
    'basics',
    '--json',
  ])
  expect(JSON.parse(exported.stdout)).toEqual({
    written: [out],
    questions: 2,
    answered: 0,
    notes: 0,
    brokenLinks: [],
    missingImages: [],
  })
})

test('a program that stops reading is no error', async ({ notebook }) => {
  const { execFile } = await import('node:child_process')
  const { cliPath } = await import('../../support/run-cli')
  const stderr = await new Promise<string>(resolve => {
    const command = `"${process.execPath}" "${cliPath}" questions "${notebook}" --json | head -n 2`
    execFile('/bin/sh', ['-c', command], (_error, _stdout, text) => resolve(text))
  })
  expect(stderr).toBe('')
})

async function treeOf(folder: string): Promise<string[]> {
  return (await readdir(folder, { recursive: true })).sort()
}

test('check ends with 0 when all is well and with 1 when it found something', async ({ notebook }) => {
  expect(await runCli(['check', notebook])).toMatchObject({ code: 0, stdout: 'No problems found\n' })
  await mkdir(join(notebook, 'notes'), { recursive: true })
  await writeFile(join(notebook, 'notes', 'a.md'), 'x\n[[nowhere]]\n')
  const before = await treeOf(notebook)
  expect(await runCli(['check', notebook])).toEqual({
    code: 1,
    stdout: 'notes/a.md:2: the link leads nowhere (nowhere)\n',
    stderr: '',
  })
  const { code, stdout } = await runCli(['check', notebook, '--json'])
  expect({ code, value: JSON.parse(stdout) as unknown }).toEqual({
    code: 1,
    value: { problems: [{ kind: 'broken-link', path: 'notes/a.md', line: 2, detail: 'nowhere' }] },
  })
  expect(await treeOf(notebook)).toEqual(before)
})

test('a newer edition takes the sure questions only, and tells the others', async ({ folder, notebook }) => {
  const file = join(folder, 'list.md')
  await writeFile(file, '- What is event delegation?\n- What is a phantom read?\n')
  await runCli(['import-questions', notebook, file])
  await writeFile(file, '- Explain event delegation.\n- What are phantom reads? Which level prevents them?\n')
  const { stdout } = await runCli(['import-questions', notebook, file, '--edition-of', 'list', '--json'])
  const { edition } = JSON.parse(stdout) as { edition: Record<string, unknown> }
  expect(edition).toMatchObject({
    changed: [{ id: 'list-01-01', after: 'Explain event delegation.' }],
    unsure: [{ id: 'list-01-02', before: 'What is a phantom read?' }],
    added: ['What are phantom reads? Which level prevents them?'],
    gone: [{ id: 'list-01-02', isKept: false }],
  })
  const ids = JSON.parse((await runCli(['questions', notebook, '--json'])).stdout) as { id: string }[]
  expect(ids.map(({ id }) => id).filter(id => id.startsWith('list-'))).toEqual(['list-01-01', 'list-01-02-2'])
})

test('questions are imported from tables, pages, outlines, JSON and cards', async ({ folder, notebook }) => {
  const files: Readonly<Record<string, string>> = {
    'table.csv': 'question,answer\nWhat is a table?,Rows.\n',
    'page.html': '<h1>Page</h1><h2>What is a page?</h2><p>HTML.</p>',
    'outline.opml': '<opml><body><outline text="What is an outline?" _note="A tree."/></body></opml>',
    'data.json': '[{"question": "What is data?", "answer": "Given."}]',
    'cards.txt': '#separator:tab\nWhat is a card?\tPaper.\n',
  }
  for (const [name, text] of Object.entries(files)) await writeFile(join(folder, name), text)
  const paths = Object.keys(files).map(name => join(folder, name))
  const { stdout } = await runCli(['import', notebook, ...paths, '--json'])
  const { lists } = JSON.parse(stdout) as { lists: { id: string; questions: number }[] }
  expect(lists.map(({ id, questions }) => [id, questions])).toEqual(
    ['table', 'page', 'outline', 'data', 'cards'].map(id => [id, 1]),
  )
  const rows = JSON.parse((await runCli(['questions', notebook, '--json'])).stdout) as { notes: string[] }[]
  expect(rows.filter(({ notes }) => notes.length === 1)).toHaveLength(5)
})

test('a notebook is exported as a folder and imported as it was', async ({ folder, notebook }) => {
  const [export_, copy] = [join(folder, 'export'), join(folder, 'copy')]
  await writeFile(
    join(notebook, 'notes', 'a.md'),
    '---\nanswers: [llm-01-01]\n---\n[[b]] [[llm#^llm-01-02]]\n',
  )
  await writeFile(join(notebook, 'notes', 'b.md'), '# B\n')
  await runCli(['export', notebook, '--format', 'folder', '--out', export_])
  await runCli(['init', copy, '--list', 'none'])
  const { code, stdout } = await runCli(['import', copy, export_, '--json'])
  const report = JSON.parse(stdout) as { lists: string[]; left: unknown[] }
  expect([code, report.lists]).toEqual([0, ['questions/llm.md']])
  for (const path of ['questions/llm.md', 'notes/a.md', 'notes/b.md'])
    expect(await readFile(join(copy, path), 'utf8')).toBe(await readFile(join(notebook, path), 'utf8'))
  const again = await runCli(['import-notes', copy, export_])
  expect(again.stdout).toBe(
    `Imported 0 notes and 0 linked files\n2 notes are in the notebook already\nleft: ${report.left.length} files that the export made\n`,
  )
})

test('every format is written to the end, and told as JSON and in words', async ({ notebook, folder }) => {
  await mkdir(join(notebook, 'notes'), { recursive: true })
  await writeFile(join(notebook, 'notes', 'a.md'), '---\nanswers: [llm-01-01]\n---\nAn answer with $x$.\n')
  const starts = {
    markdown: '# ',
    html: '<!doctype html>',
    pdf: '%PDF-',
    anki: '#separator:tab',
    csv: '\uFEFFid,list,',
  }
  for (const [format, start] of Object.entries(starts)) {
    const out = join(folder, `out.${format}`)
    const report = await runCliJson([
      'export',
      notebook,
      '--format',
      format,
      '--out',
      out,
      '--only',
      'answered',
    ])
    expect(report).toEqual({
      written: [out],
      questions: 1,
      answered: 1,
      notes: 0,
      brokenLinks: [],
      missingImages: [],
    })
    expect((await readFile(out, 'utf8')).slice(0, start.length)).toBe(start)
  }
  for (const [format, first] of [
    ['folder', 'a.md'],
    ['site', 'index.html'],
  ] as const) {
    const out = join(folder, format)
    const { code, stdout } = await runCli([
      'export',
      notebook,
      '--format',
      format,
      '--out',
      out,
      '--note',
      'notes/a.md',
    ])
    expect({ code, stdout }).toEqual({ code: 0, stdout: `Wrote 1 note: ${out}\n` })
    expect(await treeOf(out)).toContain(first)
    expect(await treeOf(out)).not.toContain('Other notes')
  }
  const out = join(folder, 'two.csv')
  const two = ['export', notebook, '--format', 'csv', '--out', out, '--questions', 'llm-01-01, llm-02-01']
  expect(await runCliJson(two)).toMatchObject({ questions: 2, answered: 1 })
})
