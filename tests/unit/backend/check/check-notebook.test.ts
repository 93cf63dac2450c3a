import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { smallList } from '../../../support/build-notebook'
import { openNotebookWith } from '../../../support/open-backend'
import { readTree } from '../../../support/read-tree'

const draftId = '11111111-1111-4111-8111-111111111111'
const draft = { id: draftId, pageId: draftId, target: { path: 'notes/a.md', baseHash: 'x' }, body: 'unsaved' }

it('finds nothing in a notebook that is as it should be', async () => {
  await using open = await openNotebookWith({
    'notes/a.md':
      '---\nanswers: [small-1-01]\n---\n[[b]] and ![](../attachments/x.png), [[small#^small-1-02]]\n',
    'notes/b.md': 'b, [there](a.md), <https://example.com>\n',
    'attachments/x.png': 'PNG',
  })
  expect(await open.client['check.run']({ path: open.path })).toEqual([])
})

it('finds what crashes, sync programs and people leave, and changes nothing', async () => {
  await using open = await openNotebookWith({
    'notes/a.md': '---\nanswers: [gone-1]\n---\nfirst\n\n[[nowhere]] ![x](../attachments/no.png)\n',
    'notes/a.sync-conflict-20240101-120000-ABCDEFG.md': 'other\n',
    'notes/binary.md': new Uint8Array([0, 255]),
    'notes/front.md': '---\na: [\n---\nx\n',
    'notes/marked.md': '<<<<<<< HEAD\nmine\n=======\ntheirs\n>>>>>>> other\n',
    'notes/.a.md.0123456789ab.tmp': 'x',
    'questions/other.md': '- Why? ^small-1-01\n',
    'questions/small (conflicted copy 2024-01-01 120000).md': smallList,
    'questions/binary.md': new Uint8Array([0, 255]),
    'study/laptop.jsonl':
      '{"id":"e","at":1,"type":"status","question":"small-1-01","status":"draft"}\n{"id":"f","at":\n',
    '.answerbook/trash/old.md': new Uint8Array([0, 255]),
  })
  const { client, path } = open
  await client['notebook.close']({})
  await mkdir(join(path, '.answerbook/journal'), { recursive: true })
  await mkdir(join(path, '.answerbook/cache/search'), { recursive: true })
  await writeFile(join(path, `.answerbook/journal/draft-${draftId}.json`), JSON.stringify(draft))
  await writeFile(join(path, `.answerbook/journal/draft-${draftId.replace(/1/g, '2')}.json`), '{')
  await writeFile(join(path, '.answerbook/journal/rename-1.json'), '{}')
  await writeFile(join(path, '.answerbook/cache/search/manifest.json'), '{')
  const before = await readTree(path)
  const found = (await client['check.run']({ path })).map(({ kind, path: where, line }) => [
    kind,
    where,
    line,
  ])
  expect(await readTree(path)).toEqual(before)
  expect(found).toEqual([
    ['unreadable-note', 'notes/binary.md', null],
    ['bad-front-matter', 'notes/front.md', 2],
    ['unreadable-list', 'questions/binary.md', null],
    ['duplicate-id', 'questions/small.md', null],
    ['unknown-question', 'notes/a.md', null],
    ['broken-link', 'notes/a.md', 6],
    ['missing-image', 'notes/a.md', 6],
    ['conflict-copy', 'notes/a.sync-conflict-20240101-120000-ABCDEFG.md', null],
    ['conflict-markers', 'notes/marked.md', null],
    ['conflict-copy', 'questions/small (conflicted copy 2024-01-01 120000).md', null],
    ['unsaved-text', `.answerbook/journal/draft-${draftId}.json`, null],
    ['damaged-draft', `.answerbook/journal/draft-${draftId.replace(/1/g, '2')}.json`, null],
    ['unfinished-rename', '.answerbook/journal/rename-1.json', null],
    ['temporary-file', 'notes/.a.md.0123456789ab.tmp', null],
    ['unreadable-trash', '.answerbook/trash/old.md', null],
    ['unreadable-study-line', 'study/laptop.jsonl', 2],
    ['damaged-cache', '.answerbook/cache/search/manifest.json', null],
  ])
})
