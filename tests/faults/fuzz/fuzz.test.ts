import { expect, test } from 'vitest'
import { fuzzSuite } from './fuzz-suite'

test('no parser throws, hangs or loses a byte', { timeout: 120_000 }, async () => {
  const bars = await fuzzSuite.run({ seed: 1, runs: fuzzSuite.shortRuns, report: () => undefined })
  expect(bars.flatMap(({ name, examples }) => examples.map(example => `${name}: ${example}`))).toEqual([])
  expect(bars.filter(({ runs }) => runs === 0)).toEqual([])
})
