import { createHmac } from 'node:crypto'
import { expect, it } from 'vitest'
import { keepPort, keptHost, ReturnGate } from '../../../src/server/return-key'

const answer = (key: string, port: number, nonce: string): string =>
  `return ${nonce} ${createHmac('sha256', key).update(`${port} ${nonce}`).digest('hex')}`

it('takes an answer to its own question, once', () => {
  const gate = new ReturnGate('key', () => 4000)
  const nonce = gate.ask()
  expect(gate.takes(answer('key', 4000, nonce))).toBe(true)
  expect(gate.takes(answer('key', 4000, nonce))).toBe(false)
})

it('takes no answer with another key, for another port, or to a question that it did not ask', () => {
  const gate = new ReturnGate('key', () => 4000)
  expect(gate.takes(answer('other', 4000, gate.ask()))).toBe(false)
  expect(gate.takes(answer('key', 4001, gate.ask()))).toBe(false)
  expect(gate.takes(answer('key', 4000, new ReturnGate('key', () => 4000).ask()))).toBe(false)
  expect(gate.takes('return ')).toBe(false)
  expect(gate.takes(`return ${gate.ask()} `)).toBe(false)
})

it('keeps few questions', () => {
  const gate = new ReturnGate('key', () => 4000)
  const oldest = gate.ask()
  for (let count = 0; count < 16; count += 1) gate.ask()
  expect(gate.takes(answer('key', 4000, oldest))).toBe(false)
})

it('keeps the key and the port from one start to the next', () => {
  const values = new Map<string, unknown>()
  const settings = {
    get: (key: string) => values.get(key),
    set: (key: string, value: unknown) => void values.set(key, value),
  }
  const first = keptHost(settings)
  expect(first.port).toBeUndefined()
  expect(first.key).toHaveLength(43)
  keepPort(settings, first, 4321)
  expect(keptHost(settings)).toEqual({ key: first.key, port: 4321 })
  values.set('browserHost', { port: 'no' })
  expect(keptHost(settings).key).not.toBe(first.key)
})
