import { expect, test } from '@playwright/test'
import { createStructuredCloneCodec } from '../../../support/electron-stand-in/structured-clone-codec'

const { encode, decode } = createStructuredCloneCodec()
const through = (value: unknown): unknown => decode(encode(value))

const kept: readonly (readonly [name: string, value: unknown])[] = [
  ['undefined', undefined],
  ['null', null],
  ['text with lone surrogates and zeros', 'a\u0000\ud800é😀'],
  ['not a number', Number.NaN],
  ['infinity', -Infinity],
  ['minus zero', -0],
  ['a large integer', 2n ** 70n],
  ['a date', new Date(7)],
  ['a regular expression', /x(y)/giu],
  ['a map of sets', new Map([[{ a: 1 }, new Set([1, 'two'])]])],
  ['typed arrays', [new Uint8Array([1, 255]), new Float64Array([0.5]), new BigInt64Array([-1n])]],
  ['an array buffer', new Uint8Array([1, 2, 3]).buffer],

  ['a sparse array', [1, , 3]],
  ['nested nothing', { a: undefined, b: null, c: [null, undefined] }],
  ['a member named __proto__', JSON.parse('{"__proto__": {"x": 1}}')],
]

for (const [name, value] of kept)
  test(`the stand-in’s codec keeps ${name}`, () => expect(through(value)).toStrictEqual(value))

test('the stand-in’s codec keeps an invalid date', () =>
  expect((through(new Date(Number.NaN)) as Date).getTime()).toBeNaN())

test('the stand-in’s codec keeps cycles and shared objects', () => {
  const shared = { n: 1 }
  const value: Record<string, unknown> = { one: shared, other: shared }
  value['self'] = value
  const copy = through(value) as Record<string, unknown>
  expect(copy['self']).toBe(copy)
  expect(copy['one']).toBe(copy['other'])
})

test('the stand-in’s codec keeps an error’s type and message, and drops its fields', () => {
  const copy = through(Object.assign(new RangeError('too far'), { code: 'E1' })) as Error & { code?: string }
  expect(copy).toBeInstanceOf(RangeError)
  expect([copy.message, copy.code]).toEqual(['too far', undefined])
})

test('the stand-in’s codec makes plain objects of instances', () => {
  class Point {
    x = 1
  }
  expect(Object.getPrototypeOf(through(new Point()))).toBe(Object.prototype)
})

test('the stand-in’s codec refuses what structured clone refuses', () => {
  for (const value of [
    () => 1,
    Symbol('s'),
    Promise.resolve(),
    new WeakMap(),
    { deep: [() => 1] },
    new Blob([]),
  ])
    expect(() => encode(value)).toThrow('An object could not be cloned.')
})
