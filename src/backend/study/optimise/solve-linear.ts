/**
 * Solves a symmetric, positive definite system by elimination; the matrix stays as it is.
 *
 * @throws RangeError for a matrix that is not positive definite.
 */
export function solveLinear(matrix: readonly (readonly number[])[], right: readonly number[]): number[] {
  const rows = matrix.map((row, index) => [...row, right[index] ?? 0])
  for (const [index, row] of rows.entries()) {
    const pivot = row[index] ?? 0
    if (!(pivot > 0)) throw new RangeError(`not positive definite: pivot ${pivot} in row ${index}`)
    for (const lower of rows.slice(index + 1)) {
      const factor = (lower[index] ?? 0) / pivot
      for (let column = index; column < row.length; column += 1)
        lower[column] = (lower[column] ?? 0) - factor * (row[column] ?? 0)
    }
  }
  const solution: number[] = []
  for (const [index, row] of [...rows.entries()].reverse()) {
    const known = solution.reduce((sum, value, at) => sum + value * (row[index + 1 + at] ?? 0), 0)
    solution.unshift(((row.at(-1) ?? 0) - known) / (row[index] ?? 1))
  }
  return solution
}
