import type fc from 'fast-check'

/** A parser and what is thrown at it. */
export interface FuzzTarget<T = unknown> {
  readonly name: string
  readonly inputs: fc.Arbitrary<T>
  /** Throws, or gives a sentence, when something is wrong: an exception, a lost byte. */
  readonly check: (input: T) => string | undefined | Promise<string | undefined>
}

/** Keeps the type of the input between the two members. */
export function target<T>(name: string, inputs: fc.Arbitrary<T>, check: FuzzTarget<T>['check']): FuzzTarget {
  return { name, inputs, check: input => check(input as T) }
}

/** Whether `part` can be had from `whole` by leaving characters out: nothing of it is lost. */
export function isSubsequence(part: string, whole: string): boolean {
  let at = 0
  for (const character of whole) if (part.startsWith(character, at)) at += character.length
  return at === part.length
}
