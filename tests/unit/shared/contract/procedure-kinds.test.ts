import { expect, it } from 'vitest'
import { procedures } from '../../../../src/shared/contract/contract'
import { isQuery, procedureKinds } from '../../../../src/shared/contract/procedure-kinds'

it('says of each procedure what the contract says', () => {
  const kinds = Object.fromEntries(Object.entries(procedures).map(([name, { kind }]) => [name, kind]))
  expect(procedureKinds).toEqual(kinds)
})

it('takes what the contract has not for no query, so that it is never sent twice', () => {
  expect(isQuery('notes.list')).toBe(true)
  expect(isQuery('notes.save')).toBe(false)
  expect(isQuery('toString')).toBe(false)
})
