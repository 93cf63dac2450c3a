import { mkdir, readdir, readFile, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { fixedNow } from '../../../support/memory-ports'
import { errorOf, openNotebookWith } from '../../../support/open-backend'
import { temporaryFolder } from '../../../support/temporary-folder'

const early = '.answerbook/trash/2025-12-31T10-20-30-400Z Old title.md'

describe('the trash', () => {
  it('knows where each note was, and notes of early versions and other programs too', async () => {
    await using notebook = await openNotebookWith({
      'notes/deep/x.md': '# A title',
      [early]: 'old',
      '.answerbook/trash/by hand.md': 'x',
      '.answerbook/trash/not a note.txt': 'x',
    })
    const { client } = notebook
    await client['notes.trash']({ path: 'notes/deep/x.md' })
    const listed = (await client['trash.list']({})).map(({ title, from, trashedAt }) => [
      title,
      from,
      trashedAt,
    ])
    expect(listed).toEqual([
      ['A title', 'notes/deep/x.md', fixedNow],
      ['Old title', 'notes/Old title.md', Date.UTC(2025, 11, 31, 10, 20, 30, 400)],
      ['by hand', 'notes/by hand.md', null],
    ])
    expect((await client['trash.restore']({ trashPath: early })).path).toBe('notes/Old title.md')
  })

  it('gives a note back under a free name when its own is taken, and leaves no empty folder', async () => {
    await using notebook = await openNotebookWith({ 'notes/deep/x.md': 'one' })
    const { client } = notebook
    const { trashPath } = await client['notes.trash']({ path: 'notes/deep/x.md' })
    await writeFile(join(notebook.path, 'notes/deep/X.md'), 'two')
    expect((await client['trash.restore']({ trashPath })).path).toBe('notes/deep/x 2.md')
    expect(await readFile(join(notebook.path, 'notes/deep/X.md'), 'utf8')).toBe('two')
    expect(await readdir(join(notebook.path, '.answerbook/trash'))).toEqual([])
  })

  it('deletes for good what it is asked to, with its history, and says what it could not delete', async () => {
    await using notebook = await openNotebookWith({ 'notes/a.md': 'secret', 'notes/b.md': 'b' })
    const { client } = notebook
    const { hash } = await client['notes.read']({ path: 'notes/a.md' })
    await client['notes.save']({ path: 'notes/a.md', text: 'changed', baseHash: hash })
    const [a, b] = [
      await client['notes.trash']({ path: 'notes/a.md' }),
      await client['notes.trash']({ path: 'notes/b.md' }),
    ]
    const gone = '.answerbook/trash/gone.md'
    expect(await client['trash.delete']({ trashPaths: [a.trashPath, gone] })).toEqual({
      deleted: 1,
      failed: [{ trashPath: gone, code: 'storage/not-found' }],
    })
    expect((await client['trash.list']({})).map(({ trashPath }) => trashPath)).toEqual([b.trashPath])
    expect(await client['history.list']({ path: a.trashPath })).toEqual([])
    const history = await readdir(join(notebook.path, '.answerbook/history'), { recursive: true })
    expect(history.filter(name => name.endsWith('.z'))).toEqual([])
  })

  it('reaches nothing outside of it', async () => {
    const outside = await temporaryFolder()
    await writeFile(join(outside.path, 'a.md'), 'theirs')
    await using notebook = await openNotebookWith({ 'notes/a.md': 'mine' })
    await mkdir(join(notebook.path, '.answerbook/trash'), { recursive: true })
    await symlink(outside.path, join(notebook.path, '.answerbook/trash/out'))
    const { client } = notebook
    expect(await client['trash.list']({})).toEqual([])
    for (const trashPath of [
      'notes/a.md',
      '.answerbook/trash/../../notes/a.md',
      '.answerbook/trash/out/a.md',
    ]) {
      expect(await errorOf(client['trash.read']({ trashPath }))).toMatchObject({ code: 'notes/bad-path' })
      expect(await errorOf(client['trash.restore']({ trashPath }))).toMatchObject({ code: 'notes/bad-path' })
      const { failed } = await client['trash.delete']({ trashPaths: [trashPath] })
      expect(failed).toEqual([{ trashPath, code: 'notes/bad-path' }])
    }
    expect(await readFile(join(outside.path, 'a.md'), 'utf8')).toBe('theirs')
    await outside.remove()
  })
})
