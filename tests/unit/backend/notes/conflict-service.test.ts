import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { errorOf, openNotebookWith } from '../../../support/open-backend'
import { smallList } from '../../../support/build-notebook'

const answer = (body: string): string => `---\nanswers: [small-1-01]\n---\n${body}`
const copyPath = 'notes/a.sync-conflict-20240101-120000-ABCDEFG.md'

describe('conflict copies', () => {
  it('are told with the note that they are a version of, and are no second answer', async () => {
    await using open = await openNotebookWith({
      'notes/a.md': answer('one\n'),
      [copyPath]: answer('two\n'),
      "notes/b (Ann's conflicted copy 2024-01-01).md": answer('the note of this copy is gone\n'),
    })
    expect(await open.client['conflicts.list']({})).toEqual([
      { kind: 'copy', path: 'notes/a.md', copyPath, isCertain: true },
    ])
    const [list] = await open.client['questions.lists']({})
    expect(list?.sections[0]?.questions[0]?.notes).toEqual([
      'notes/a.md',
      "notes/b (Ann's conflicted copy 2024-01-01).md",
    ])
  })

  it('of doubtful names are told only when they have much in common, and stay answers', async () => {
    const text = answer('one\n\ntwo\n\nthree\n')
    await using open = await openNotebookWith({
      'notes/a.md': text,
      'notes/a 2.md': `${text}\nand more\n`,
      'notes/a (1).md': answer('another answer\n'),
    })
    expect(await open.client['conflicts.list']({})).toEqual([
      { kind: 'copy', path: 'notes/a.md', copyPath: 'notes/a 2.md', isCertain: false },
    ])
    const [list] = await open.client['questions.lists']({})
    expect(list?.sections[0]?.questions[0]?.notes).toHaveLength(3)
  })

  it('are merged into their note; what is left out is kept', async () => {
    await using open = await openNotebookWith({ 'notes/a.md': 'one\n', [copyPath]: 'two\n' })
    const { client, path } = open
    const read = (name: string) => client['notes.read']({ path: name })
    const input = {
      path: 'notes/a.md',
      baseHash: (await read('notes/a.md')).hash,
      copyPath,
      copyHash: (await read(copyPath)).hash,
      text: 'three\n',
    }
    expect(await errorOf(client['conflicts.mergeCopy']({ ...input, copyHash: 'x' }))).toMatchObject({
      code: 'notes/conflict',
    })
    await client['conflicts.mergeCopy'](input)
    expect((await read('notes/a.md')).text).toBe('three\n')
    expect(await readdir(join(path, 'notes'))).toEqual(['a.md'])
    const [trashed] = await client['trash.list']({})
    expect(trashed?.from).toBe(copyPath)
    const [version] = await client['history.list']({ path: 'notes/a.md' })
    expect(await client['history.read']({ path: 'notes/a.md', id: version?.id ?? '' })).toEqual({
      text: 'one\n',
    })
  })

  it('of a question list are no list', async () => {
    await using open = await openNotebookWith({
      'questions/small.sync-conflict-20240101-120000-ABCDEFG.md': smallList,
    })
    expect((await open.client['questions.lists']({})).map(({ id }) => id)).toEqual(['small'])
  })

  it('of the study log are read with it, each event once', async () => {
    const event = (id: string, at: number, status: string): string =>
      `${JSON.stringify({ id, at, type: 'status', question: 'small-1-01', status })}\n`
    await using open = await openNotebookWith({
      'study/laptop.jsonl': event('1', 1, 'draft'),
      'study/laptop.sync-conflict-20240101-120000-ABCDEFG.jsonl':
        event('1', 1, 'draft') + event('2', 2, 'answered'),
    })
    const [list] = await open.client['questions.lists']({})
    expect(list?.sections[0]?.questions[0]?.status).toBe('answered')
  })
})

it('a note with the markers of git is told', async () => {
  await using open = await openNotebookWith({
    'notes/a.md': 'x\n<<<<<<< HEAD\nmine\n=======\ntheirs\n>>>>>>> other\n',
    'notes/b.md': 'y\n',
  })
  expect(await open.client['conflicts.list']({})).toEqual([{ kind: 'markers', path: 'notes/a.md' }])
})
