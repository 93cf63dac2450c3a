import { expect, test } from 'vitest'
import { DraftKeeper } from '../../../../src/renderer/state/draft-keeper'
import { UnwrittenText } from '../../../../src/renderer/state/unwritten-text'
import type { DraftTarget } from '../../../../src/shared/contract/journal-procedures'
import { openNotebookWith } from '../../../support/open-backend'

const pageId = '11111111-1111-4111-8111-111111111111'
const answer: DraftTarget = { questionId: 'small-1-01' }

async function openKeeper(target: () => DraftTarget | undefined = () => answer) {
  const notebook = await openNotebookWith({})
  const sent: string[] = []
  const keep = notebook.client['journal.keep']
  const client = {
    ...notebook.client,
    'journal.keep': (draft: Parameters<typeof keep>[0]) => {
      sent.push(draft.body)
      return keep(draft)
    },
  }
  const keeper = new DraftKeeper({ client, pageId, target })
  return {
    keeper,
    sent,
    drafts: () => notebook.client['journal.list']({}),
    keep,
    [Symbol.asyncDispose]: async () => {
      keeper.dispose()
      await notebook[Symbol.asyncDispose]()
    },
  }
}

test('unsaved text is in the journal with what it belongs to', async () => {
  await using open = await openKeeper()
  open.keeper.edited(() => 'typed')
  await expect.poll(open.drafts).toEqual([{ id: open.keeper.draftId, pageId, target: answer, body: 'typed' }])
})

test('of text that can’t be written there is as much as there is in the journal', async () => {
  await using open = await openKeeper()
  open.keeper.edited(() => {
    throw new UnwrittenText('as far as it goes', new RangeError('boom'))
  })
  await expect.poll(() => open.sent).toEqual(['as far as it goes'])
})

test('of changes in quick succession the last is sent, and the body is written for it alone', async () => {
  await using open = await openKeeper()
  const written: string[] = []
  for (const body of ['a', 'ab', 'abc']) {
    open.keeper.edited(() => {
      written.push(body)
      return body
    })
  }
  await expect.poll(() => open.sent).toEqual(['abc'])
  open.keeper.edited(() => 'abcd')
  await expect.poll(() => open.sent).toEqual(['abc', 'abcd'])
  expect(written).toEqual(['abc'])
  expect(await open.drafts()).toMatchObject([{ body: 'abcd' }])
})

test('a draft is gone once nothing is unsaved, and what was still to be sent never comes', async () => {
  await using open = await openKeeper()
  open.keeper.edited(() => 'a')
  await expect.poll(open.drafts).toHaveLength(1)
  open.keeper.edited(() => 'ab')
  open.keeper.settled()
  await expect.poll(open.drafts).toEqual([])
  open.keeper.edited(() => 'abc')
  await expect.poll(() => open.sent.at(-1)).toBe('abc')
  expect(open.sent).not.toContain('ab')
})

test('a keeper that is done leaves what it sent in the journal', async () => {
  await using open = await openKeeper()
  open.keeper.edited(() => 'a')
  await expect.poll(open.drafts).toHaveLength(1)
  open.keeper.dispose()
  expect(await open.drafts()).toMatchObject([{ body: 'a' }])
})

test('a draft that a crash left is gone on with, and goes when its text is saved', async () => {
  await using open = await openKeeper()
  const id = '22222222-2222-4222-8222-222222222222'
  await open.keep({ id, pageId, target: answer, body: 'before the crash' })
  open.keeper.adopt(id)
  open.keeper.edited(() => 'after it')
  await expect.poll(open.drafts).toMatchObject([{ id, body: 'after it' }])
  open.keeper.settled()
  await expect.poll(open.drafts).toEqual([])
})

test('text that is based on nothing is sent as soon as it is based on something', async () => {
  const targets: DraftTarget[] = []
  let asked = 0
  await using open = await openKeeper(() => {
    asked += 1
    return targets[0]
  })
  open.keeper.edited(() => 'a')
  await expect.poll(() => asked).toBe(1)
  expect(open.sent).toEqual([])
  targets.push(answer)
  open.keeper.edited(() => 'ab')
  await expect.poll(() => open.sent).toEqual(['ab'])
})
