import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import fc from 'fast-check'
import type { DocumentSource } from '../../../src/backend/search/search-documents'
import type { SearchDocument } from '../../../src/backend/search/search-protocol'
import { SearchService } from '../../../src/backend/search/search-service'
import { Preferences } from '../../../src/backend/settings/preferences'
import { createConfStore } from '../../../src/server/node-ports'
import { isAppError } from '../../../src/shared/contract/app-error'
import { smallList } from '../../support/build-notebook'
import { CrashDisk, imageOf, textsOf } from '../../support/crash-disk'
import { memoryPorts } from '../../support/memory-ports'
import { temporaryFolder } from '../../support/temporary-folder'
import { openOnDisk } from '../power-cut/open-on-disk'
import { target, type FuzzTarget } from './fuzz-target'
import { mutatedBytes, mutatedFiles } from './mutated-bytes'

const manifest =
  '{"format": 1, "id": "notebook-1", "title": "My notebook", "createdAt": "2026-01-02T03:04:05.000Z"}\n'
const draft = {
  id: '11111111-1111-4111-8111-111111111111',
  pageId: '22222222-2222-4222-8222-222222222222',
  target: { path: 'notes/a.md', baseHash: 'x' },
  body: 'what was typed',
  saving: { path: 'notes/a.md', hash: 'y', isNewer: true },
}
const plan = {
  version: 1,
  id: 'plan-1',
  from: 'notes/a.md',
  to: 'notes/c.md',
  files: [{ path: 'notes/b.md', before: 'x', text: 'to [[c]]\n' }],
}
const event = '{"id":"e1","at":1,"type":"status","question":"small-1-01","status":"draft"}\n'
const settings = JSON.stringify({
  settings: { theme: 'dark', textSizePx: 18 },
  recentNotebooks: [{ path: '/n', title: 'N', openedAt: 1 }],
  deviceId: '33333333-3333-4333-8333-333333333333',
})

/** Files of a notebook and of the program that are damaged. */
export const fileTargets: readonly FuzzTarget[] = [
  target('answerbook.json', mutatedFiles(manifest), async bytes => {
    const disk = diskWith({}, 'answerbook.json', bytes)
    try {
      await (await openOnDisk(disk)).close()
      return undefined
    } catch (error) {
      return isAppError(error) && /^(?:notebook|storage)\//.test(error.code) ? undefined : String(error)
    }
  }),
  target('a note on disk', mutatedFiles('---\nanswers: [small-1-01]\n---\n# A\n\ntext ^b 中文\n'), bytes =>
    opensAndKeeps('notes/a.md', bytes),
  ),
  target('a list on disk', mutatedFiles(smallList), bytes => opensAndKeeps('questions/small.md', bytes)),
  target('study log', mutatedFiles(event.repeat(3)), async bytes => {
    const disk = diskWith({}, 'study/00000000-0000-4000-8000-000000000001.jsonl', bytes)
    const { client, close } = await openOnDisk(disk)
    await client['questions.setStatus']({ id: 'small-1-02', status: 'answered' })
    await close()
    const log = await disk.read('/disk/study/00000000-0000-4000-8000-000000000001.jsonl')
    if (!Buffer.from(log).subarray(0, bytes.byteLength).equals(bytes)) return 'what was there is rewritten'
    const again = await openOnDisk(new CrashDisk(disk.image()))
    const [list] = await again.client['questions.lists']({})
    await again.close()
    const status = list?.sections[0]?.questions[1]?.status
    return status === 'answered' ? undefined : `the new status is ${String(status)}`
  }),
  target('journal', mutatedFiles(JSON.stringify(draft)), async bytes => {
    const path = `.answerbook/journal/draft-${draft.id}.json`
    const disk = diskWith({ 'notes/a.md': 'a\n' }, path, bytes)
    const { client, close } = await openOnDisk(disk)
    const drafts = await client['journal.list']({})
    await close()
    const isKept = textsOf(disk.image()).has(path)
    return drafts.length > 0 || isKept ? undefined : 'a draft that can not be read is gone'
  }),
  target('record of a renaming', mutatedFiles(JSON.stringify(plan)), async bytes => {
    const notes = { 'notes/a.md': 'a\n', 'notes/b.md': 'to [[a]]\n' }
    const disk = diskWith(notes, '.answerbook/journal/rename-plan-1.json', bytes)
    await (await openOnDisk(disk)).close()
    const texts = [...textsOf(disk.image()).values()]
    return texts.includes('a\n') && texts.includes('to [[a]]\n') ? undefined : 'a note is gone'
  }),
  target('settings', mutatedFiles(settings), async bytes => {
    await using folder = await temporaryFolder()
    await writeFile(join(folder.path, 'config.json'), bytes)
    process.env['ANSWERBOOK_SETTINGS_FOLDER'] = folder.path
    const preferences = new Preferences(memoryPorts({ settings: createConfStore() }))
    preferences.settings()
    preferences.recentNotebooks()
    preferences.updateSettings({ theme: 'light' })
    const { theme } = new Preferences(memoryPorts({ settings: createConfStore() })).settings()
    return theme === 'light' ? undefined : `a setting became ${theme}`
  }),
  target(
    'stored search index',
    fc.record({ file: fc.nat(), bytes: fc.infiniteStream(fc.nat()) }),
    checkIndex,
  ),
]

function diskWith(files: Readonly<Record<string, string>>, path: string, bytes: Uint8Array): CrashDisk {
  const tree = {
    'answerbook.json': manifest,
    'questions/small.md': smallList,
    'notes/': '',
    ...files,
    [path]: '',
  }
  const image = imageOf(tree)
  const disk = new CrashDisk(image)
  const inode = path
    .split('/')
    .reduce<number>((folder, name) => image.folders.get(folder)?.get(name) ?? -1, 0)
  image.files.set(inode, bytes)
  return new CrashDisk({ folders: disk.initial.folders, files: image.files })
}

/** A notebook with this file opens, shows what it can, and leaves the file as it is. */
async function opensAndKeeps(path: string, bytes: Uint8Array): Promise<string | undefined> {
  const disk = diskWith({}, path, bytes)
  const { client, close } = await openOnDisk(disk)
  await client['notes.list']({})
  await client['questions.lists']({})
  await close()
  return Buffer.from(await disk.read(`/disk/${path}`)).equals(bytes) ? undefined : 'the file is another one'
}

const documents: readonly SearchDocument[] = Array.from({ length: 12 }, (_, number) => ({
  kind: 'note',
  id: `notes/${number}.md`,
  path: `notes/${number}.md`,
  title: `Note ${number}`,
  section: '',
  tags: ['tag'],
  questions: [],
  text: `word${number} gradient descent, attention and 分词 ${'filler '.repeat(number * 20)}`,
  stamp: String(number),
}))
const source: DocumentSource = {
  stamps: () => documents.map(({ id, stamp }) => [id, stamp]),
  documents: async function* (ids) {
    yield documents.filter(({ id }) => ids.has(id))
  },
}

async function checkIndex({
  file,
  bytes,
}: {
  file: number
  bytes: Iterable<number>
}): Promise<string | undefined> {
  await using folder = await temporaryFolder()
  const service = (): SearchService =>
    new SearchService({ ports: memoryPorts(), source, cacheFolder: folder.path, onProgress: () => undefined })
  const first = service()
  await first.start()
  await first.stop()
  const names = await readdir(folder.path)
  const path = join(folder.path, names[file % names.length] ?? '')
  const [seed = 0] = bytes
  const [damaged] = fc.sample(mutatedBytes(await readFile(path)), { numRuns: 1, seed })
  await writeFile(path, damaged ?? '')
  const second = service()
  try {
    await second.start()
    const facets = { status: {}, due: [], starred: [] }
    const options = { limit: 20, matchAll: false, facets, waitsForIndex: true }
    const { total } = await second.query('gradient', options)
    return total === documents.length ? undefined : `${total} of ${documents.length} are found`
  } finally {
    await second.stop()
  }
}
