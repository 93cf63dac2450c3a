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

const steps: readonly Step[] = [
  { name: 'format', command: ['prettier', '--check', '--log-level', 'warn', '.'] },
  ...zones.map(zone => ({ name: `types ${zone}`, command: ['tsc', '-p', zone] })),
  {
    name: 'boundaries',
    command: ['depcruise', 'src', '--config', '.dependency-cruiser.cjs', '--output-type', 'err'],
  },
  { name: 'lint', command: ['eslint', '--max-warnings', '0', '.'] },
  { name: 'unit and contract tests', command: ['vitest', 'run', ...process.argv.slice(2)] },
]

const failed: string[] = []
for (const { name, command } of steps) {
  const startedAt = performance.now()
  const code = await run(command)
  console.log(
    `${code === 0 ? 'ok  ' : 'FAIL'} ${name} (${((performance.now() - startedAt) / 1000).toFixed(1)} s)`,
  )
  if (code !== 0) failed.push(name)
}
if (failed.length > 0) console.error(`failed: ${failed.join(', ')}`)
process.exitCode = failed.length === 0 ? 0 : 1

function run([program = '', ...args]: readonly string[]): Promise<number> {
  return new Promise(resolve => {
    const child = spawn(program, args, { stdio: 'inherit', shell: process.platform === 'win32' })
    child.on('error', () => resolve(1))
    child.on('exit', code => resolve(code ?? 1))
  })
}
