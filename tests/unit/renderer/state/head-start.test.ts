import { expect, it } from 'vitest'
import { openNotebookPath, withHeadStart } from '../../../../src/renderer/state/head-start'
import type { EventFrame, Transport } from '../../../../src/shared/contract/wire'

function recorded() {
  const asked: string[] = []
  const listeners = new Set<(frame: EventFrame) => void>()
  const transport: Transport = {
    request: async name => {
      asked.push(name)
      return { ok: true, value: `${name} ${asked.length}` }
    },
    onEvent: listener => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
  const send = (): void =>
    listeners.forEach(tell => tell({ event: 'notes.changed', payload: {}, clientId: null }))
  return { asked, transport, send }
}

it('asks what every start asks before anyone does, and hands each answer out once', async () => {
  const { asked, transport } = recorded()
  const early = withHeadStart(transport)
  expect(asked).toEqual(['app.handshake', 'settings.get', 'notebook.current', 'questions.lists'])
  expect(await early.request('questions.lists', {})).toEqual({ ok: true, value: 'questions.lists 4' })
  expect(asked).toHaveLength(4)
  expect(await early.request('questions.lists', {})).toEqual({ ok: true, value: 'questions.lists 5' })
})

it('gives no answer that an event may have made old', async () => {
  const { asked, transport, send } = recorded()
  const early = withHeadStart(transport)
  send()
  expect(await early.request('notebook.current', {})).toEqual({ ok: true, value: 'notebook.current 5' })
  expect(asked).toHaveLength(5)
})

it('tells which notebook is open without taking the answer', async () => {
  const answers: unknown[] = [{ path: '/notes' }, null]
  const transport: Transport = {
    request: async name => ({ ok: true, value: name === 'notebook.current' ? answers.shift() : {} }),
    onEvent: () => () => undefined,
  }
  const early = withHeadStart(transport)
  expect(await openNotebookPath(early)).toBe('/notes')
  expect(await early.request('notebook.current', {})).toEqual({ ok: true, value: { path: '/notes' } })
  expect(await openNotebookPath(early)).toBeUndefined()
  expect(await openNotebookPath(withHeadStart(transport))).toBeNull()
})
