import { mkdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { samplePng } from '../../support/sample-images'
import { NotebookPage } from '../browser/notebook-page'
import { callApi } from './call-api'
import { linkOutside, secret } from './canaries'
import type { HostileWorld } from './hostile-world'

interface OutsideLink {
  /** In the notebook. */
  readonly path: string
  /** In the folder outside. */
  readonly target: string
}

/** Files and folders of a notebook from elsewhere that are links to what isn't its own. */
export const outsideLinks: readonly OutsideLink[] = [
  { path: '.answerbook', target: '.' },
  { path: '.answerbook/journal', target: '.' },
  { path: '.answerbook/trash', target: '.' },
  { path: '.answerbook/history', target: '.' },
  { path: '.answerbook/cache', target: '.' },
  { path: '.answerbook/cache/search', target: '.' },
  { path: 'study', target: '.' },
  { path: 'questions', target: '.' },
  { path: 'notes', target: '.' },
  { path: 'attachments', target: '.' },
  { path: 'notes/linked', target: 'folder' },
  { path: 'notes/linked.md', target: 'secret.md' },
  { path: 'questions/linked.md', target: 'secret.md' },
  { path: 'study/linked.jsonl', target: 'secret.jsonl' },
  { path: 'attachments/linked.png', target: 'secret.png' },
]

const cacheIsWrittenMs = 1500
const base64 = Buffer.from(samplePng()).toString('base64')
const list = Buffer.from('# Q\n\n- What is x?\n').toString('base64')
const draft = {
  id: '11111111-1111-4111-8111-111111111111',
  pageId: '22222222-2222-4222-8222-222222222222',
  target: { path: 'notes/a.md', baseHash: 'x' },
  body: 'unsaved',
}

/** All that writes into a notebook, and all that shows what is in it. */
const calls: readonly (readonly [name: string, input: unknown])[] = [
  ['notes.create', { title: 'a', text: 'a cat\n' }],
  ['notes.createAnswer', { questionId: 'q-001', text: 'answer\n' }],
  ['questions.setStatus', { id: 'q-002', status: 'draft' }],
  ['journal.keep', draft],
  ['attachments.add', { name: 'dot.png', base64, notePath: null, questionId: null }],
  ['questions.import', { files: [{ name: 'q.md', base64: list }] }],
  ['notes.rename', { path: 'notes/a.md', newTitle: 'b' }],
  ['notes.link', { path: 'notes/b.md', questionId: 'q-001' }],
  ['history.list', { path: 'notes/b.md' }],
  ['trash.list', {}],
  ['trash.read', { trashPath: '.answerbook/trash/secret.md' }],
  ['trash.delete', { trashPaths: ['.answerbook/trash/secret.md'] }],
  ['backups.run', {}],
  ['notes.trash', { path: 'notes/b.md' }],
  ['notes.trash', { path: 'notes/a.md' }],
  ['notes.list', {}],
  ['notes.read', { path: 'notes/secret.md' }],
  ['notes.read', { path: 'notes/linked.md' }],
  ['questions.lists', {}],
  ['journal.list', {}],
  ['links.preview', { kind: 'wiki', target: 'secret', from: null, limit: 1000 }],
  ['search.query', { text: secret.split('-')[0], limit: 20 }],
]

/** Works in a notebook with a link that leads outside. A sentence for each file of there that is shown. */
export async function workInLinked(
  { browser, canaries }: HostileWorld,
  { path, target }: OutsideLink,
): Promise<string[]> {
  const problems: string[] = []
  const opened = await NotebookPage.open(browser, { questions: 3 })
  try {
    await opened.page.goto('about:blank')
    await opened.host.stop()
    await rm(join(opened.folder, path), { recursive: true, force: true })
    await mkdir(join(opened.folder, path, '..'), { recursive: true })
    await linkOutside(opened.folder, canaries.outside, { [path]: target })
    if (!(await startsOrSaysWhyNot(opened))) return problems
    await opened.page.goto(opened.host.url)
    await opened.page.getByRole('status', { name: 'Save state' }).waitFor({ state: 'attached' })
    for (const [name, input] of calls) {
      const answer = await callApi(opened.page, name, input)
      if (
        answer.replaceAll(JSON.stringify(input), '').includes(`# ${secret}`) ||
        answer.includes(`${secret}\\n`)
      )
        problems.push(`${path}: ${name} shows a file from outside`)
    }
    await delay(cacheIsWrittenMs)
    for (const changed of await canaries.changesOutside())
      problems.push(`${path}: ${changed} was changed outside`)
  } finally {
    await opened.close()
  }
  return problems
}

/** A notebook may be refused for where it leads, in words. */
async function startsOrSaysWhyNot({ host }: NotebookPage): Promise<boolean> {
  try {
    await host.start()
    return true
  } catch (error) {
    if (!String(error).includes('no permission for')) throw error
    return false
  }
}
