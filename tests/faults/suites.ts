import { crashSuite } from './crash/crash-suite'
import { portFaultsSuite } from './disk/port-faults-suite'
import { fuzzSuite } from './fuzz/fuzz-suite'
import { hostileSuite } from './hostile/hostile-suite'
import { fullDiskSuite } from './full-disk/full-disk-suite'
import { powerCutSuite } from './power-cut/power-cut-suite'
import { twoWritersSuite } from './two-writers/two-writers-suite'
import type { Suite } from './suite'

/** Every suite of `npm run faults`, the quick ones first. */
export const suites: readonly Suite[] = [
  powerCutSuite,
  portFaultsSuite,
  fuzzSuite,
  hostileSuite,
  fullDiskSuite,
  twoWritersSuite,
  crashSuite,
]
