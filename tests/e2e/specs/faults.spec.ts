import { expect, test } from '@playwright/test'
import { crashSuite } from '../../faults/crash/crash-suite'
import { fullDiskSuite } from '../../faults/full-disk/full-disk-suite'
import { hostileSuite } from '../../faults/hostile/hostile-suite'
import { twoWritersSuite } from '../../faults/two-writers/two-writers-suite'

/** The same suites as in `npm run faults`, with few runs: each starts its own host and browser. */
for (const suite of [crashSuite, fullDiskSuite, twoWritersSuite, hostileSuite]) {
  test(`faults, in short: ${suite.name}`, async () => {
    test.setTimeout(240_000)
    const bars = await suite.run({ seed: 1, runs: suite.shortRuns, report: () => undefined })
    expect(bars.flatMap(({ name, examples }) => examples.map(example => `${name}: ${example}`))).toEqual([])
  })
}
