import fc from 'fast-check'
import { expect, it } from 'vitest'
import { solveLinear } from '../../../../../src/backend/study/optimise/solve-linear'

const number = fc.double({ min: -3, max: 3, noNaN: true })
const size = 5
const row = fc.array(number, { minLength: size, maxLength: size })

it('solves whatever system is positive definite', () => {
  fc.assert(
    fc.property(fc.array(row, { minLength: size, maxLength: size }), row, (factor, solution) => {
      const product = (left: readonly number[], right: readonly number[]): number =>
        left.reduce((sum, value, at) => sum + value * right[at]!, 0)
      const matrix = factor.map((left, at) =>
        factor.map((right, other) => product(left, right) + (at === other ? 1 : 0)),
      )
      const right = matrix.map(each => product(each, solution))
      for (const [at, value] of solveLinear(matrix, right).entries())
        expect(value).toBeCloseTo(solution[at]!, 6)
    }),
  )
})

it('refuses another one', () => {
  expect(() => solveLinear([[0]], [1])).toThrow(RangeError)
})
