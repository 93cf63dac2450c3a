import { expect, it } from 'vitest'
import { rewriteProperties } from '../../../../src/shared/domain/rewrite-properties'

const broken = '\uFEFF---\r\nanswers: [a\r\n---  \r\ntext\r\n---\r\n'

it('puts other properties in the place of broken ones and changes no other byte', () => {
  const text = '\uFEFF---\r\nanswers: [a]\r\nx: 1\r\n---  \r\ntext\r\n---\r\n'
  expect(rewriteProperties(broken, 'answers: [a]\nx: 1')).toEqual({ kind: 'text', text })
})

it('leaves no properties where none are wanted', () => {
  const text = '\uFEFF---\r\n\r\n---  \r\ntext\r\n---\r\n'
  expect(rewriteProperties(broken, '')).toEqual({ kind: 'text', text })
})

it.each([
  ['x: 1\nanswers: [a', 'indentation', 2],
  ['x: 1\n---\ny: 2', 'not-yaml', 1],
  ['only words', 'not-yaml', 1],
])('says what is wrong with %j', (yaml, reason, line) => {
  expect(rewriteProperties(broken, yaml)).toMatchObject({ kind: 'problem', problem: { reason, line } })
})
