import fc from 'fast-check'
import { BarCounter, type Suite, type SuiteOptions } from '../suite'
import { fileTargets } from './file-targets'
import type { FuzzTarget } from './fuzz-target'
import { textTargets } from './text-targets'

/** What the product promises of every input. */
const longestMs = 1000
/** A machine that does other work can be late once, and is not late three times for the same input. */
const attempts = 3
const shownLength = 200

/**
 * Every parser with inputs drawn at random and with real ones that were damaged: none may throw what it does not say, take
 * longer than a second, or lose a byte. `runs` inputs for each.
 */
export const fuzzSuite: Suite = {
  name: 'fuzz',
  longRuns: 3000,
  shortRuns: 40,
  run: async options => {
    const bars = []
    for (const each of [...textTargets, ...fileTargets]) bars.push(await fuzz(each, options))
    return bars
  },
}

async function fuzz({ name, inputs, check }: FuzzTarget, { seed, runs, report }: SuiteOptions) {
  const counter = new BarCounter(`fuzz: ${name}`, 'inputs', report)
  let worstMs = 0
  // Said before, so that a parser that never ends is known by its name.
  report(`fuzz: ${name}`)
  for (const input of fc.sample(inputs, { numRuns: runs, seed })) {
    counter.runs += 1
    let tookMs = Infinity
    for (let attempt = 0; attempt < attempts && tookMs > longestMs; attempt += 1) {
      const startedAt = performance.now()
      const problem = await problemOf(() => check(input))
      tookMs = Math.min(tookMs, performance.now() - startedAt)
      if (problem !== undefined) {
        counter.violation(`${problem}: ${show(input)}`)
        break
      }
    }
    if (tookMs > longestMs && tookMs < Infinity)
      counter.violation(`it took ${Math.round(tookMs)} ms: ${show(input)}`)
    worstMs = Math.max(worstMs, tookMs)
  }
  return counter.bar(`the slowest took ${Math.round(worstMs)} ms`)
}

async function problemOf(
  check: () => string | undefined | Promise<string | undefined>,
): Promise<string | undefined> {
  try {
    return await check()
  } catch (error) {
    return String(error)
  }
}

function show(input: unknown): string {
  const text = input instanceof Uint8Array ? Buffer.from(input).toString('latin1') : input
  return JSON.stringify(text).slice(0, shownLength)
}
