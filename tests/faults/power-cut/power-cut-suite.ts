import type { FilePort } from '../../../src/backend/files/file-port'
import { smallList } from '../../support/build-notebook'
import { CrashDisk, imageOf, textsOf, type DiskImage, type DiskStep } from '../../support/crash-disk'
import { crashImages } from '../../support/crash-images'
import { BarCounter, type Bar, type Suite, type SuiteOptions } from '../suite'
import { openOnDisk } from './open-on-disk'
import type { Scenario } from './scenario'
import { scenarios } from './scenarios'

/** A run of a scenario to its end: every step, and after how many of them what was acknowledged. */
interface Recording {
  readonly disk: CrashDisk
  readonly acknowledgements: readonly { readonly what: string; readonly steps: number }[]
}

/** How a notebook is put on the disk; a test wraps it to see that the suite notices what is left out. */
type WrapFiles = (disk: FilePort) => FilePort

/**
 * The power goes at every step of a scenario. Every state that the disk may be in then, or `runs` of them if there are
 * more, is started from, and what it holds is looked at.
 */
export const powerCutSuite: Suite = {
  name: 'power-cut',
  longRuns: 96,
  shortRuns: 3,
  run: options => runPowerCuts(options, disk => disk),
}

/**
 * As the suite, through other files than the disk's own.
 *
 * @param isOverAtFirst whether a scenario is left at its first violation.
 */
export async function runPowerCuts(
  { seed, runs, report }: SuiteOptions,
  wrap: WrapFiles,
  { isOverAtFirst = false }: { readonly isOverAtFirst?: boolean } = {},
): Promise<Bar[]> {
  const bars: Bar[] = []
  for (const scenario of scenarios) {
    const counter = new BarCounter(`power cut: ${scenario.name}`, 'disk states', report)
    const { disk, acknowledgements } = await record(scenario, wrap)
    const seen = new Set<string>()
    for (let cut = 0; cut <= disk.steps.length; cut += 1) {
      if (isOverAtFirst && counter.violations > 0) break
      const done = acknowledgements.filter(({ steps }) => steps <= cut).map(({ what }) => what)
      const acknowledged = new Set(done)
      const check: Check = { scenario, counter, acknowledged, seen, limit: Math.max(2, runs), seed }
      await checkStates(check, disk.initial, { steps: disk.steps.slice(0, cut), label: `after ${cut} steps` })
    }
    bars.push(
      counter.bar(`${disk.steps.length + 1} cuts, and cuts while the next start mends what they left`),
    )
  }
  return bars
}

interface Check {
  readonly scenario: Scenario
  readonly counter: BarCounter
  readonly acknowledged: ReadonlySet<string>
  /** What was looked at, as `keyOf` says. */
  readonly seen: Set<string>
  readonly limit: number
  readonly seed: number
}

/** Looks at every state after a cut; where the start from one writes, the power goes there too, once more. */
async function checkStates(
  check: Check,
  initial: DiskImage,
  { steps, label, isSecondCut = false }: { steps: readonly DiskStep[]; label: string; isSecondCut?: boolean },
): Promise<void> {
  for (const { image, choice } of crashImages(initial, steps, check)) {
    const key = `${isSecondCut} ${check.acknowledged.size} ${keyOf(image)}`
    if (check.seen.has(key)) continue
    check.seen.add(key)
    const disk = new CrashDisk(image)
    const place = `${label}, state ${choice}`
    const { problems, steps: mending } = await restart(check, disk)
    check.counter.runs += 1
    for (const problem of problems) check.counter.violation(`${place}: ${problem}`)
    if (isSecondCut) continue
    for (let cut = 1; cut < mending.length; cut += 1)
      await checkStates(check, disk.initial, {
        steps: mending.slice(0, cut),
        label: `${place}, then after ${cut} steps of the next start`,
        isSecondCut: true,
      })
  }
}

/** The same for disks that hold the same under the same names: most cuts leave one that another has left. */
function keyOf({ folders, files }: DiskImage, folder = 0): string {
  const entries = [...(folders.get(folder) ?? [])].sort(([one], [other]) => (one < other ? -1 : 1))
  return JSON.stringify(
    entries.map(([name, inode]) => [
      name,
      folders.has(inode)
        ? keyOf({ folders, files }, inode)
        : Buffer.from(files.get(inode) ?? []).toString('latin1'),
    ]),
  )
}

/** Opens the notebook. Returns what is wrong in it, and the steps that opening it took. */
async function restart(
  { scenario, acknowledged }: Check,
  disk: CrashDisk,
): Promise<{ problems: string[]; steps: readonly DiskStep[] }> {
  try {
    const { client, close } = await openOnDisk(disk)
    const steps = [...disk.steps]
    try {
      return {
        problems: await scenario.problems({ client, texts: textsOf(disk.image()), acknowledged }),
        steps,
      }
    } finally {
      await close()
    }
  } catch (error) {
    return { problems: [`the notebook does not open: ${String(error)}`], steps: [] }
  }
}

async function record(scenario: Scenario, wrap: WrapFiles): Promise<Recording> {
  const manifest = { format: 1, id: 'notebook-1', title: 'My notebook' }
  const disk = new CrashDisk(
    imageOf({
      'answerbook.json': JSON.stringify(manifest),
      'questions/small.md': smallList,
      'notes/': '',
      'attachments/': '',
      ...scenario.files,
    }),
  )
  const { client, close } = await openOnDisk(wrap(disk))
  const acknowledgements: { what: string; steps: number }[] = []
  await scenario.act(client, what => acknowledgements.push({ what, steps: disk.steps.length }))
  await close()
  return { disk, acknowledgements }
}
