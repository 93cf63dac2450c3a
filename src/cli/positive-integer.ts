import { InvalidArgumentError } from 'commander'

/** Reads a whole number from 1 to `largest` from the command line. */
export function positiveInteger(largest: number): (value: string) => number {
  return value => {
    const number = Number(value)
    if (!/^\d+$/.test(value) || number < 1 || number > largest) {
      throw new InvalidArgumentError(`It must be a whole number from 1 to ${largest}.`)
    }
    return number
  }
}
