import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { createNodeFilePort } from '../../../../src/backend/files/node-file-port'
import { errorOf, openNotebookWith } from '../../../support/open-backend'
import { readTree } from '../../../support/read-tree'

const file = (name: string, text: string) => ({ name, base64: Buffer.from(text).toString('base64') })
const withAnswers = '# Quiz\n\n## What is A?\n\nIt is one.\n\n## What is B?\n\nIt is two.\n'

describe('importing questions', () => {
  it('makes answers notes that are linked to their questions', async () => {
    await using notebook = await openNotebookWith()
    const { client, path } = notebook
    const report = await client['questions.import']({ files: [file('quiz.md', withAnswers)] })
    expect(report.lists.map(({ id, questions, answers }) => [id, questions, answers])).toEqual([
      ['quiz', 2, 2],
    ])
    const [note] = (await client['notes.list']({})).filter(({ answers }) => answers.includes('quiz-01-01'))
    expect(await readFile(join(path, note?.path ?? ''), 'utf8')).toBe(
      '---\nanswers: [quiz-01-01]\n---\nIt is one.\n',
    )
  })

  it('can be undone, but for what has changed since', async () => {
    await using notebook = await openNotebookWith()
    const { client, path } = notebook
    const files = [file('quiz.md', withAnswers), file('more.md', '- Why?\n')]
    const { undoId } = await client['questions.import']({ files })
    const [, second] = (await client['notes.list']({})).map(each => each.path)
    const { hash } = await client['notes.read']({ path: second ?? '' })
    await client['notes.save']({ path: second ?? '', text: 'Mine.\n', baseHash: hash })
    expect(await client['questions.undoEdit']({ undoId })).toEqual({ skipped: [second] })
    expect((await client['questions.lists']({})).map(({ id }) => id)).toEqual(['small'])
    expect((await client['notes.list']({})).map(each => each.path)).toEqual([second])
    expect((await client['trash.list']({})).map(({ from }) => from).sort()).toEqual([
      expect.stringMatching(/^notes\/quiz-01-01/),
      'questions/more.md',
      'questions/quiz.md',
    ])
    expect(await readFile(join(path, second ?? ''), 'utf8')).toBe('Mine.\n')
  })

  it('stays whole when one of its lists has changed since', async () => {
    await using notebook = await openNotebookWith()
    const { client, path } = notebook
    const files = [file('quiz.md', withAnswers), file('more.md', '- Why?\n')]
    const { undoId } = await client['questions.import']({ files })
    await writeFile(join(path, 'questions/quiz.md'), '- Other?\n')
    const before = await readTree(path)
    expect(await errorOf(client['questions.undoEdit']({ undoId }))).toMatchObject({
      code: 'questions/list-changed',
    })
    expect(await readTree(path)).toEqual({ ...before, '.answerbook/': '', '.answerbook/trash/': '' })
  })

  it('gives a list no name that Windows has for itself', async () => {
    await using notebook = await openNotebookWith()
    const files = [file('con.csv', 'question\nWhy?\n'), file('a.md', '---\nid: aux\n---\n- Why?\n')]
    const { lists } = await notebook.client['questions.import']({ files })
    expect(lists.map(({ id }) => id)).toEqual(['list-con', 'list-aux'])
  })

  it('takes everything back when it fails (left notes in the trash)', async () => {
    const files = createNodeFilePort()
    let notes = 0
    const failing = {
      ...files,
      writeNew: async (path: string, bytes: Uint8Array) => {
        if (path.includes('/notes/') && (notes += 1) === 2)
          throw Object.assign(new Error(), { code: 'ENOSPC' })
        await files.writeNew(path, bytes)
      },
    }
    await using notebook = await openNotebookWith({}, { files: failing })
    const { client, path } = notebook
    const before = await readTree(path)
    const error = await errorOf(client['questions.import']({ files: [file('quiz.md', withAnswers)] }))
    expect(error).toMatchObject({ code: 'storage/disk-full' })
    expect(await readTree(path)).toEqual(before)
    expect((await client['questions.lists']({})).map(({ id }) => id)).toEqual(['small'])
    expect(await client['notes.list']({})).toEqual([])
  })

  it('gives lists and questions ids that nobody has', async () => {
    await using notebook = await openNotebookWith()
    const { client } = notebook
    const own = '---\nid: Small\n---\n## S\n\n1. Another? ^small-1-01\n'
    const { lists } = await client['questions.import']({ files: [file('a.md', own), file('b.md', own)] })
    expect(lists.map(({ id }) => id)).toEqual(['small-2', 'small-3'])
    const ids = (await client['questions.lists']({})).flatMap(list =>
      list.sections.flatMap(section => section.questions.map(({ id }) => id)),
    )
    expect(new Set(ids).size).toBe(5)
    expect(lists.map(({ warnings }) => warnings.map(({ line, message }) => [line, message]))).toEqual([
      [
        [
          6,
          "1 question got another id, because theirs are taken or can't be ids: small-1-01 → small-2-01-01",
        ],
      ],
      [
        [
          6,
          "1 question got another id, because theirs are taken or can't be ids: small-1-01 → small-3-01-01",
        ],
      ],
    ])
  })

  it.each([
    ['a.pdf', 'x', undefined, 'import/unsupported-format'],
    ['a.md', 'a\0b', undefined, 'import/not-text'],
    ['a.md', ' \n', undefined, 'import/empty'],
    ['a.md', '```\ncode\n```', undefined, 'import/no-questions'],
    ['a.md', '- Why?', 'SMALL', 'questions/list-exists'],
    ['a.md', '- Why?', '../x', 'questions/bad-list-id'],
    ['a.md', '- Why?', 'CON', 'questions/bad-list-id'],
  ])('of %s with %j as %s ends with %s %s', async (name, text, listId, code) => {
    await using notebook = await openNotebookWith()
    const input = { files: [file(name, text)], ...(listId === undefined ? {} : { listId }) }
    const before = await readTree(notebook.path)
    expect(await errorOf(notebook.client['questions.import'](input))).toMatchObject({ code })
    expect(await readTree(notebook.path)).toEqual(before)
  })
})
