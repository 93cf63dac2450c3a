import { describe, expect, expectTypeOf, it } from 'vitest'
import { isAppError } from '../../../../src/shared/contract/app-error'
import { procedures, type AnswerbookClient } from '../../../../src/shared/contract/contract'
import { createClient } from '../../../../src/shared/contract/create-client'
import type { NoteContent } from '../../../../src/shared/contract/note-procedures'
import type { Transport, WireResult } from '../../../../src/shared/contract/wire'

const answering = (result: WireResult): Transport => ({
  request: async () => result,
  onEvent: () => () => undefined,
})

describe('createClient', () => {
  it('has one method for each procedure and no other', () => {
    const client = createClient(procedures, answering({ ok: true, value: {} }))
    expect(Object.keys(client)).toEqual(Object.keys(procedures))
    expectTypeOf<keyof AnswerbookClient>().toEqualTypeOf<keyof typeof procedures>()
    expectTypeOf(client['notes.read']).toEqualTypeOf<(input: { path: string }) => Promise<NoteContent>>()
  })

  it('throws what came back as an error, with code and data', async () => {
    const error = { code: 'notes/not-found', message: 'm', data: { path: 'notes/a.md' } }
    const thrown: unknown = await createClient(procedures, answering({ ok: false, error }))
      ['notes.list']({})
      .catch((reason: unknown) => reason)
    expect(isAppError(thrown, 'notes/not-found') && thrown.data).toEqual({ path: 'notes/a.md' })
  })

  it('takes no output of another shape when it validates', async () => {
    const transport = answering({ ok: true, value: { path: 5 } })
    const client = createClient(procedures, transport, { validateOutputs: true })
    await expect(client['places.home']({})).rejects.toThrow()
  })
})
