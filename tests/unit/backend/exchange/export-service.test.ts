import { mkdir, readdir, readFile, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { ExportScope } from '../../../../src/shared/contract/exchange-procedures'
import { errorOf, openNotebookWith } from '../../../support/open-backend'
import { temporaryFolder } from '../../../support/temporary-folder'

const whole = { format: 'markdown', scope: { kind: 'notebook' } } as const
const toFolder = { ...whole, format: 'folder', include: 'all', overwrite: true } as const
const image = new Uint8Array([137, 80, 78, 71])
const answer = (body: string) => `---\nanswers: [small-1-01]\n---\n${body}`

describe('exporting', () => {
  it('writes the text and its images beside it, and checks both', async () => {
    await using notebook = await openNotebookWith({
      'notes/a.md': answer(
        '![a](../attachments/i%201.png) ![b](../attachments/no%201.png) [c](no.md) [[No]]',
      ),
      'attachments/i 1.png': image,
    })
    const out = await temporaryFolder()
    const path = join(out.path, 'Out.md')
    expect(await notebook.client['export.run']({ ...whole, path, include: 'all', overwrite: false })).toEqual(
      {
        written: [path, join(out.path, 'Out files/i 1.png')],
        questions: 3,
        answered: 1,
        notes: 0,
        brokenLinks: [
          { path: 'notes/a.md', target: 'no.md' },
          { path: 'notes/a.md', target: 'No' },
        ],
        missingImages: [{ path: 'notes/a.md', target: '../attachments/no%201.png' }],
      },
    )
    expect(new Uint8Array(await readFile(join(out.path, 'Out files/i 1.png')))).toEqual(image)
    expect(
      await errorOf(notebook.client['export.run']({ ...whole, path, include: 'all', overwrite: false })),
    ).toEqual({
      code: 'export/would-overwrite',
      data: { path },
    })
    await out.remove()
  })

  it('copies no file from outside of the notebook (copied what a link led to)', async () => {
    const out = await temporaryFolder()
    await writeFile(join(out.path, 'secret.png'), 'secret')
    await using notebook = await openNotebookWith({ 'notes/a.md': answer('![x](../attachments/s.png)') })
    await symlink(join(out.path, 'secret.png'), join(notebook.path, 'attachments/s.png'))
    const path = join(out.path, 'Out.md')
    const report = await notebook.client['export.run']({ ...whole, path, include: 'all', overwrite: false })
    expect(report).toMatchObject({ written: [path], missingImages: [{ target: '../attachments/s.png' }] })
    await out.remove()
  })

  it.each(['notes/a.md', 'answerbook.json', 'questions/x.md', 'link/x.md'])(
    'does not write to %s of the notebook (replaced answerbook.json)',
    async target => {
      await using notebook = await openNotebookWith({ 'notes/a.md': 'x' })
      await symlink(join(notebook.path, 'notes'), join(notebook.path, 'link'))
      const path = join(notebook.path, target)
      const report = notebook.client['export.run']({ ...whole, path, include: 'all', overwrite: true })
      expect(await errorOf(report)).toEqual({ code: 'export/inside-notebook', data: { path } })
    },
  )

  it('leaves nothing when it fails', async () => {
    await using notebook = await openNotebookWith({
      'notes/a.md': answer('![](../attachments/i.png)'),
      'attachments/i.png': image,
    })
    const out = await temporaryFolder()
    await mkdir(join(out.path, 'Out.md'))
    const write = (path: string) =>
      errorOf(notebook.client['export.run']({ ...whole, path, include: 'all', overwrite: true }))
    expect(await write(join(out.path, 'Out.md'))).toMatchObject({ code: 'storage/is-a-folder' })
    expect(await write(join(out.path, 'no/Out.md'))).toMatchObject({ code: 'storage/not-found' })
    expect(await write('Out.md')).toMatchObject({ code: 'storage/not-found' })
    await out.remove()
  })

  it('writes a folder with the files that are embedded', async () => {
    await using notebook = await openNotebookWith({
      'notes/a.md': answer('![a](../attachments/i%201.png) [[No]]'),
      'attachments/i 1.png': image,
    })
    const out = await temporaryFolder()
    const path = join(out.path, 'Vault')
    const report = await notebook.client['export.run']({ ...toFolder, path })
    expect(report).toEqual({
      written: [
        path,
        ...[
          'README.md',
          '01 Tokens/README.md',
          '01 Tokens/01.01 Why does keyword search depend on word segmentation.md',
          '01 Tokens/01.02 Which merge is made first.md',
          '02 Attention/README.md',
          '02 Attention/02.01 Why divide by the square root.md',
          'attachments/i 1.png',
          'answerbook-export.json',
        ].map(name => join(path, name)),
      ],
      questions: 3,
      answered: 1,
      notes: 0,
      brokenLinks: [{ path: 'notes/a.md', target: 'No' }],
      missingImages: [],
    })
    expect(new Uint8Array(await readFile(join(path, 'attachments/i 1.png')))).toEqual(image)
    expect(await errorOf(notebook.client['export.run']({ ...toFolder, path }))).toEqual({
      code: 'export/folder-not-empty',
      data: { path },
    })
    await out.remove()
  })

  it.each<[ExportScope, object]>([
    [
      { kind: 'section', listId: 'small', number: 9 },
      { code: 'questions/section-not-found', data: { id: 'small', number: 9 } },
    ],
    [
      { kind: 'questions', ids: ['small-1-01', 'nope'] },
      { code: 'questions/not-found', data: { id: 'nope' } },
    ],
  ])('writes nothing when there is no %j (replaced a file by nothing)', async (scope, error) => {
    await using notebook = await openNotebookWith({ 'notes/a.md': answer('Text.') })
    const out = await temporaryFolder()
    const path = join(out.path, 'out.csv')
    await writeFile(path, 'mine')
    const options = { ...toFolder, format: 'csv', scope, path } as const
    const written = notebook.client['export.run'](options)
    expect(await errorOf(written)).toEqual(error)
    expect(await readFile(path, 'utf8')).toBe('mine')
    await out.remove()
  })

  it.each<[ExportScope, number, number, number]>([
    [{ kind: 'section', listId: 'small', number: 2 }, 1, 0, 0],
    [{ kind: 'list', listId: 'small' }, 3, 1, 0],
    [{ kind: 'questions', ids: ['small-1-01', 'small-2-01'] }, 2, 1, 0],
    [{ kind: 'note', path: 'notes/a.md' }, 0, 0, 1],
  ])('exports only %j', async (scope, questions, answered, notes) => {
    await using notebook = await openNotebookWith({ 'notes/a.md': answer('Text.') })
    const out = await temporaryFolder()
    const path = join(out.path, 'Vault')
    expect(await notebook.client['export.run']({ ...toFolder, scope, path })).toMatchObject({
      questions,
      answered,
      notes,
      brokenLinks: [],
    })
    await out.remove()
  })

  it.each([
    ['notes/Alpha.md', '# Alpha\n\nFirst.\n\n## Part\n', '# Alpha\n\nFirst.\n\n## Part\n'],
    [
      'notes/Alpha.md',
      '---\ntitle: Alpha\n---\n# Part\n\nSee [[Alpha#Part|it]].',
      '# Alpha\n\n## Part\n\nSee [it](#part).\n',
    ],
    ['notes/a.md', answer('Text.'), '# a\n\nText.\n'],
  ])('writes one note, %s, as its title and its text', async (note, text, expected) => {
    await using notebook = await openNotebookWith({ [note]: text })
    const out = await temporaryFolder()
    const path = join(out.path, 'Out.md')
    const scope = { kind: 'note', path: note } as const
    expect(
      await notebook.client['export.run']({ ...whole, scope, path, include: 'all', overwrite: false }),
    ).toMatchObject({ questions: 0, notes: 1, brokenLinks: [] })
    expect(await readFile(path, 'utf8')).toBe(expected)
    await out.remove()
  })

  it('tells its progress, and leaves nothing when it is cancelled', async () => {
    await using notebook = await openNotebookWith({ 'notes/a.md': answer('Text.'), 'notes/b.md': 'b' })
    const out = await temporaryFolder()
    const end = notebook.backend.onEvent(({ event }) => {
      if (event === 'export.progressed') void notebook.client['export.cancel']({})
    })
    const run = notebook.client['export.run']({ ...toFolder, path: join(out.path, 'Vault') })
    expect(await errorOf(run)).toMatchObject({ code: 'export/cancelled' })
    end()
    expect(await readdir(out.path)).toEqual([])
    await out.remove()
  })
})
