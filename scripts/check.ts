import { spawn } from 'node:child_process'

/** `npm run check`: format, lint and boundaries, types per zone, unit and contract tests. Stops at nothing, fails on any. */

interface Step {
  readonly name: string
  readonly command: readonly string[]
}

const zones = [
  'src/shared',
  'src/backend',
  'src/main',
  'src/preload',
  'src/server',
  'src/cli',
  'src/renderer',
  'tests',
  'scripts',
]

/** TypeScript 7, which takes less than half of the time; the linter needs the programming interface of the version before. */
const tsc = [process.execPath, 'node_modules/typescript-native/bin/tsc'] as const

/** What reads the sources: each takes one core. The longest is first, so that no core waits for it at the end. */
const readers: readonly Step[] = [
  { name: 'lint', command: ['eslint', '--max-warnings', '0', '.'] },
  ...zones.toReversed().map(zone => ({ name: `types ${zone}`, command: [...tsc, '-p', zone] })),
  { name: 'format', command: ['prettier', '--check', '--log-level', 'warn', '.'] },
  {
    name: 'boundaries',
    command: ['depcruise', 'src', '--config', '.dependency-cruiser.cjs', '--output-type', 'err'],
  },
]

const tests: Step = { name: 'unit and contract tests', command: ['vitest', 'run', ...process.argv.slice(2)] }

const failed: string[] = []
// The linter takes one core longer than all the others take the other one: the tests begin there.
const rest = [...readers, tests].values()
await Promise.all([take(rest), take(rest)])
if (failed.length > 0) console.error(`failed: ${failed.join(', ')}`)
process.exitCode = failed.length === 0 ? 0 : 1

/** Performs steps of `steps` until none is left; several can take from the same. */
async function take(steps: Iterator<Step>): Promise<void> {
  for (let next = steps.next(); next.done !== true; next = steps.next()) await perform(next.value)
}

async function perform({ name, command }: Step): Promise<void> {
  const startedAt = performance.now()
  const code = await run(command)
  const seconds = ((performance.now() - startedAt) / 1000).toFixed(1)
  console.log(`${code === 0 ? 'ok  ' : 'FAIL'} ${name} (${seconds} s)`)
  if (code !== 0) failed.push(name)
}

function run([program = '', ...args]: readonly string[]): Promise<number> {
  return new Promise(resolve => {
    const child = spawn(program, args, { stdio: 'inherit', shell: process.platform === 'win32' })
    child.on('error', () => resolve(1))
    child.on('exit', code => resolve(code ?? 1))
  })
}
