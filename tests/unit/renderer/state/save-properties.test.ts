import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { NoteSession } from '../../../../src/renderer/state/note-session'
import { saveProperties } from '../../../../src/renderer/state/save-properties'
import { openNotebookWith } from '../../../support/open-backend'

const before = 'answers: [small-1-01'
const nothing = () => undefined

async function openBroken() {
  const notebook = await openNotebookWith({ 'notes/a.md': `---\n${before}\n---\ntext\n` })
  const { client, path } = notebook
  const note = await client['notes.read']({ path: 'notes/a.md' })
  const identity = { key: 'session', pageId: '11111111-1111-4111-8111-111111111111' }
  const events = { onCreated: nothing, onReplaced: nothing, onMerged: nothing }
  const session = new NoteSession(identity, client, { note }, events)
  const file = join(path, 'notes/a.md')
  return {
    client,
    session,
    note,
    read: () => readFile(file, 'utf8'),
    write: (text: string) => writeFile(file, text),
    [Symbol.asyncDispose]: async () => {
      session.dispose()
      await notebook[Symbol.asyncDispose]()
    },
  }
}

test('puts broken properties right, with what is being typed', async () => {
  await using open = await openBroken()
  expect(open.note.problem).toBe('front-matter')
  open.session.edited(() => 'text, and more\n')
  await saveProperties(open.session, open.client, { before, yaml: `${before}]` })
  expect(await open.read()).toBe(`---\n${before}]\n---\ntext, and more\n`)
  expect(open.session.getProperties()).toBe(`${before}]`)
  expect((await open.client['notes.list']({}))[0]).toMatchObject({ answers: ['small-1-01'], problem: null })
})

test('writes nothing over properties that another program has changed, nor any that can not be read', async () => {
  await using open = await openBroken()
  await expect(saveProperties(open.session, open.client, { before, yaml: 'a: "' })).rejects.toThrow(
    RangeError,
  )
  const changed = '---\nanswers: [small-1-02]\n---\ntext\n'
  await open.write(changed)
  const saving = saveProperties(open.session, open.client, { before, yaml: `${before}]` })
  await expect(saving).rejects.toMatchObject({ code: 'notes/conflict' })
  expect(await open.read()).toBe(changed)
})
