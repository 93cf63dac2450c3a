import type { Random } from './random.ts'

/**
 * Draws ranks from 0 up to `count`, the rank r with a weight of 1 / (r + 2.5) ** exponent: Zipf's law as Mandelbrot
 * bent it at its beginning.
 */
export class Zipf {
  readonly #sums: Float64Array

  constructor(count: number, exponent: number) {
    let sum = 0
    this.#sums = Float64Array.from({ length: count }, (_, rank) => (sum += (rank + 2.5) ** -exponent))
  }

  draw(random: Random): number {
    const sums = this.#sums
    const wanted = random.next() * (sums.at(-1) ?? 0)
    let [low, high] = [0, sums.length - 1]
    while (low < high) {
      const middle = (low + high) >>> 1
      if ((sums[middle] ?? 0) < wanted) low = middle + 1
      else high = middle
    }
    return low
  }
}
