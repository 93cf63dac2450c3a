import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { createNodeFilePort } from '../../../../src/backend/files/node-file-port'
import type { AnswerbookClient } from '../../../../src/shared/contract/contract'
import { errorOf, openNotebookWith } from '../../../support/open-backend'
import { samplePng } from '../../../support/sample-images'
import { temporaryFolder } from '../../../support/temporary-folder'

const quiz = { name: 'quiz.md', base64: btoa('# Quiz\n\n## What is A?\n\nIt is one.\n') }

/** A notebook in which another program takes the first name that a file is to get, at the last moment. */
async function contestedNotebook() {
  const real = createNodeFilePort()
  const theirs: string[] = []
  const files = {
    ...real,
    renameNew: async (from: string, to: string) => {
      if (theirs.length === 0) {
        theirs.push(to)
        await writeFile(to, 'theirs')
      }
      return real.renameNew(from, to)
    },
  }
  return { ...(await openNotebookWith({}, { files })), theirs }
}

describe('a name that another program takes at the last moment', () => {
  it.each<[string, string, readonly string[], (client: AnswerbookClient, vault: string) => Promise<unknown>]>(
    [
      ['a note', 'notes', ['New 2.md', 'New.md'], client => client['notes.create']({ title: 'New' })],
      [
        'an attachment',
        'attachments',
        ['dot 2.png', 'dot.png'],
        client =>
          client['attachments.add']({
            name: 'dot.png',
            base64: Buffer.from(samplePng()).toString('base64'),
            notePath: null,
            questionId: null,
          }),
      ],
      [
        'a list',
        'questions',
        ['quiz-2.md', 'quiz.md', 'small.md'],
        client => client['questions.import']({ files: [quiz] }),
      ],
      [
        'an imported note',
        'notes',
        ['A 2.md', 'A.md'],
        (client, vault) => client['import.notes']({ paths: [vault] }),
      ],
    ],
  )('stays theirs, and %s gets the next free one', async (_, folder, names, act) => {
    await using notebook = await contestedNotebook()
    const vault = await temporaryFolder()
    try {
      await mkdir(join(vault.path, 'vault'))
      await writeFile(join(vault.path, 'vault', 'A.md'), 'text\n')
      await act(notebook.client, join(vault.path, 'vault'))
      expect(await readFile(notebook.theirs[0] ?? '', 'utf8')).toBe('theirs')
      expect((await readdir(join(notebook.path, folder))).sort()).toEqual(names)
    } finally {
      await vault.remove()
    }
  })

  it('stays theirs, and a list whose id was asked for is refused', async () => {
    await using notebook = await contestedNotebook()
    const error = await errorOf(notebook.client['questions.import']({ files: [quiz], listId: 'own' }))
    expect(error).toMatchObject({ code: 'questions/list-exists', data: { id: 'own' } })
    expect((await readdir(join(notebook.path, 'questions'))).sort()).toEqual(['own.md', 'small.md'])
    expect(await readFile(notebook.theirs[0] ?? '', 'utf8')).toBe('theirs')
  })

  it('keeps a note in the trash that was to be put back there', async () => {
    await using notebook = await contestedNotebook()
    const { client, path } = notebook
    await mkdir(join(path, '.answerbook', 'trash', 'old', 'notes'), { recursive: true })
    const trashPath = '.answerbook/trash/old/notes/b.md'
    await writeFile(join(path, trashPath), 'mine')
    expect(await errorOf(client['notes.restore']({ path: 'notes/b.md', trashPath }))).toMatchObject({
      code: 'storage/name-taken',
    })
    expect(await readFile(join(path, trashPath), 'utf8')).toBe('mine')
    expect(await readFile(join(path, 'notes/b.md'), 'utf8')).toBe('theirs')
  })
})
