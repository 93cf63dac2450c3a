import { samplePng } from '../../support/sample-images'

interface Call {
  readonly name: string
  readonly input: unknown
}

/** Calls with paths and names that lead out of the notebook. */
export function hostileCalls(outside: string): Call[] {
  const folder = outside.split('/').at(-1) ?? ''
  const paths = [
    `${outside}/secret.md`,
    `../${folder}/secret.md`,
    `notes/../../${folder}/secret.md`,
    `notes/..\\..\\${folder}\\secret.md`,
    'notes/linked.md',
    'notes/linked-folder/secret.md',
    'notes/linked-folder/new.md',
    'notes/./linked.md',
    'notes//linked.md',
    'notes/\0.md',
  ]
  const base64 = Buffer.from(samplePng()).toString('base64')
  const list = Buffer.from('# Q\n\n- What is x?\n').toString('base64')
  return paths.flatMap(path => [
    { name: 'notes.read', input: { path } },
    { name: 'notes.save', input: { path, text: 'written', baseHash: '' } },
    { name: 'notes.trash', input: { path } },
    { name: 'notes.restore', input: { path: 'notes/new.md', trashPath: path } },
    { name: 'notes.restore', input: { path, trashPath: '.answerbook/trash/x.md' } },
    { name: 'trash.read', input: { trashPath: path } },
    { name: 'trash.read', input: { trashPath: `.answerbook/trash/${path}` } },
    { name: 'trash.restore', input: { trashPath: path } },
    { name: 'trash.delete', input: { trashPaths: [path, `.answerbook/trash/${path}`] } },
    { name: 'history.list', input: { path } },
    { name: 'history.read', input: { path, id: path } },
    { name: 'history.restore', input: { path, id: path, baseHash: '' } },
    { name: 'notes.rename', input: { path: 'notes/images.md', newPath: path } },
    { name: 'notes.rename', input: { path, newTitle: 'Mine' } },
    { name: 'notes.create', input: { title: path, text: 'written' } },
    { name: 'notes.link', input: { path, questionId: 'q-001' } },
    { name: 'links.preview', input: { kind: 'wiki', target: path, from: null, limit: 1000 } },
    {
      name: 'links.preview',
      input: { kind: 'markdown', target: path, from: 'notes/images.md', limit: 1000 },
    },
    { name: 'links.linkMention', input: { path, to: 'notes/images.md' } },
    { name: 'attachments.add', input: { name: path, base64, notePath: path, questionId: null } },
    { name: 'attachments.open', input: { path } },
    { name: 'attachments.open', input: { path: `attachments/${path}` } },
    { name: 'questions.import', input: { files: [{ name: path, base64: list }], listId: path } },
    { name: 'questions.import', input: { files: [{ name: path, base64: list }] } },
    { name: 'replace.apply', input: { query: anyText, files: [{ path, hash: '' }] } },
    { name: 'app.openExternal', input: { url: `file://${path}` } },
  ])
}

const anyText = { text: 'S', replacement: 'X', isRegex: false, isCaseSensitive: true, isWholeWord: false }
