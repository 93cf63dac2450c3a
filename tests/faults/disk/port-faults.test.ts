import { expect, test } from 'vitest'
import { portFaultsSuite } from './port-faults-suite'

test(
  'a fault at any call leaves the files as they were, is told, and is over when it is gone',
  { timeout: 60_000 },
  async () => {
    const bars = await portFaultsSuite.run({
      seed: 1,
      runs: portFaultsSuite.shortRuns,
      report: () => undefined,
    })
    expect(bars.flatMap(({ name, examples }) => examples.map(example => `${name}: ${example}`))).toEqual([])
    expect(bars.filter(({ runs }) => runs === 0)).toEqual([])
  },
)
