import { isTemporaryName } from '../../../src/backend/files/write-durably'
import { isAppError } from '../../../src/shared/contract/app-error'
import { Random } from '../../bench/search/random'
import { smallList } from '../../support/build-notebook'
import { CrashDisk, imageOf, textsOf } from '../../support/crash-disk'
import {
  createFaultyFilePort,
  failAt,
  randomFaults,
  type Fault,
  type FaultPlan,
  type FaultyFilePort,
} from '../../support/faulty-file-port'
import { openOnDisk } from '../power-cut/open-on-disk'
import { BarCounter, type Suite, type SuiteOptions } from '../suite'
import { operations, type Operation } from './operations'

const codes = ['ENOSPC', 'EACCES', 'EIO', 'EMFILE', 'EBUSY', 'EPERM'] as const
const longestDelayMs = 4

/** Of the calls that fail when several do. */
const faultRate = 0.15

type Texts = ReadonlyMap<string, string>

interface States {
  readonly before: Texts
  readonly after: Texts
  /** In which the files may be when the operation says that it failed. */
  readonly failed: readonly Texts[]
  /**
   * Whether calls that clear up fail too: temporary files stay then until a later start, and what another try makes may
   * have another name than what the first one left.
   */
  readonly clearingFails: boolean
}

/** A disk with a notebook on it that is open through a port whose calls can be made to fail. */
interface Bench extends AsyncDisposable {
  readonly port: FaultyFilePort
  readonly act: () => Promise<unknown>
  readonly texts: () => Texts
}

/**
 * Every call of the file port that an operation makes fails once in each way: `runs` ways for each call. The files must be
 * as they were, the user must be told a reason, nothing half-written may stay, and the same must work when the fault is
 * gone.
 */
export const portFaultsSuite: Suite = {
  name: 'port-faults',
  longRuns: 24,
  shortRuns: 1,
  run: async options => {
    const bars = []
    for (const operation of operations)
      bars.push(await failEveryCall(operation, options), await failSeveralCalls(operation, options))
    return bars
  },
}

async function failEveryCall(operation: Operation, { seed, runs, report }: SuiteOptions) {
  const counter = new BarCounter(`fault at every call: ${operation.name}`, 'faults', report)
  const { before, after, calls } = await withoutFaults(operation)
  for (let index = 0; index < calls; index += 1) {
    for (const fault of faultsFor(new Random(seed * 1009 + index), runs)) {
      counter.runs += 1
      // What was done and said to have failed may be there or not, but whole.
      const failed = fault.kind === 'late' ? [before, after] : [before]
      for (const problem of await problemsWith(operation, failAt(index, fault), {
        before,
        after,
        failed,
        clearingFails: false,
      }))
        counter.violation(problem)
    }
  }
  return counter.bar(`${calls} calls of the port, ${runs} faults each`)
}

/** Several calls fail at once, also those that clear up after the first: what stays then must be whole, and mendable. */
async function failSeveralCalls(operation: Operation, { seed, runs, report }: SuiteOptions) {
  const counter = new BarCounter(`several faults: ${operation.name}`, 'schedules', report)
  const { before, after } = await withoutFaults(operation)
  for (let run = 0; run < runs; run += 1) {
    const plan = randomFaults(seed * 104_729 + run, faultRate)
    const states = { before, after, failed: [before, after], clearingFails: true }
    counter.runs += 1
    for (const problem of await problemsWith(operation, plan, states)) counter.violation(problem)
  }
  return counter.bar(`every call fails with a probability of ${faultRate}`)
}

function faultsFor(random: Random, count: number): Fault[] {
  const kinds = ['error', 'torn', 'late', 'error', 'torn', 'slow'] as const
  return Array.from({ length: count }, (_, number) => {
    const kind = kinds[number % kinds.length] ?? 'error'
    if (kind === 'slow') return { kind, delayMs: random.below(longestDelayMs) }
    const code = random.from(codes)
    return kind === 'torn' ? { kind, code, share: random.next() } : { kind, code }
  })
}

async function withoutFaults(operation: Operation): Promise<{ before: Texts; after: Texts; calls: number }> {
  await using bench = await openBench(operation)
  const before = bench.texts()
  bench.port.setPlan(() => undefined)
  await bench.act()
  return { before, after: bench.texts(), calls: bench.port.calls.length }
}

async function problemsWith(
  operation: Operation,
  plan: FaultPlan,
  { before, after, failed, clearingFails }: States,
): Promise<string[]> {
  await using bench = await openBench(operation)
  bench.port.setPlan(plan)
  const problems: string[] = []
  const error = await bench.act().then(
    () => undefined,
    (thrown: unknown) => thrown,
  )
  const found = bench.texts()
  if (error !== undefined && !(isAppError(error) && error.code.startsWith('storage/')))
    problems.push(`the user is told ${String(error)}`)
  const states = error === undefined ? [after] : failed
  const free = freeFiles(operation, { before, after, found })
  problems.push(...differences(found, { states, free, mayLeaveTemporary: clearingFails }))
  const what = bench.port.describe()
  bench.port.setPlan(undefined)
  if (error !== undefined) {
    await bench
      .act()
      .catch((again: unknown) => problems.push(`it fails again without a fault: ${String(again)}`))
    const again = { states: [after], free: new Map<string, Texts[]>(), mayLeaveTemporary: false }
    if (!clearingFails)
      problems.push(...differences(bench.texts(), again).map(problem => `after another try: ${problem}`))
  }
  return problems.map(problem => `${what}: ${problem}`)
}

/** Steps, the study log, and the record of a renaming, which goes at the next one. History is kept behind all of them. */
function freeFiles(
  { steps = [] }: Operation,
  { before, after, found }: { readonly before: Texts; readonly after: Texts; readonly found: Texts },
): ReadonlyMap<string, readonly Texts[]> {
  const own = [...found.keys(), ...after.keys()].filter(
    path => steps.includes(path) || path.startsWith('study/') || /\/journal\/rename-[^/]*$/.test(path),
  )
  return new Map(
    own.map(path => [path, [before, after, ...(path.startsWith('.answerbook/') ? [found] : [])]]),
  )
}

async function openBench({ files, act }: Operation): Promise<Bench> {
  const disk = new CrashDisk(
    imageOf({
      'answerbook.json': JSON.stringify({ format: 1, id: 'notebook-1', title: 'My notebook' }),
      'questions/small.md': smallList,
      'notes/': '',
      'attachments/': '',
      ...files,
    }),
  )
  const port = createFaultyFilePort(disk)
  const { client, close } = await openOnDisk(port.files)
  return {
    port,
    act: () => act(client),
    texts: () => textsOf(disk.image()),
    [Symbol.asyncDispose]: close,
  }
}

interface Expectation {
  readonly states: readonly Texts[]
  /** Files that may be in any state of these. */
  readonly free: ReadonlyMap<string, readonly Texts[]>
  readonly mayLeaveTemporary: boolean
}

/** A sentence for each file that is in none of the states in which it may be. */
function differences(found: Texts, { states, free, mayLeaveTemporary }: Expectation): string[] {
  const paths = new Set([...found.keys(), ...states.flatMap(state => [...state.keys()])])
  return [...paths].filter(isNoHistory).flatMap(path => {
    const name = path.slice(path.lastIndexOf('/') + 1)
    if (isTemporaryName(name)) return mayLeaveTemporary ? [] : [`${path} is left behind`]
    const allowed = free.get(path) ?? states
    if (allowed.some(state => meaningOf(path, state.get(path)) === meaningOf(path, found.get(path))))
      return []
    return [`${path} is ${JSON.stringify(found.get(path)?.slice(0, 60) ?? 'gone')}`]
  })
}

function isNoHistory(path: string): boolean {
  return !path.startsWith('.answerbook/history/')
}

/**
 * Of a study log, what its whole lines say, once: it may have a torn line, and an event of a try that failed. Of a
 * notebook that was made, all but its id and moment, which are others at each try.
 */
function meaningOf(path: string, text: string | undefined): string | undefined {
  if (path === 'other/answerbook.json') return text?.replace(/"(id|createdAt)": "[^"]*"/g, '"$1"')
  if (!path.startsWith('study/')) return text
  const statuses = text?.match(/"question":"[^"]*","status":"[^"]*"\}$/gm) ?? []
  return [...new Set(statuses)].join('\n')
}
