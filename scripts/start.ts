import { spawn } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { nodeFlags } from './node-flags.ts'

/**
 * `npm start [-- DIR]`: builds what is stale and opens the desktop app. Without a display, or without Electron's
 * runtime where it can't be fetched, it says so and opens the workspace in a browser instead.
 */

const fetchTimeoutMs = 120_000
const args = process.argv.slice(2)

process.exitCode = await start()

async function start(): Promise<number> {
  const built = await run(process.execPath, ['scripts/build.ts', '--if-stale'])
  if (built !== 0) return built
  const obstacle = hasDisplay() ? await electronObstacle() : 'there is no display'
  if (obstacle === undefined) return run(electronBinary() ?? 'electron', ['.', ...args])
  console.log(`The desktop window can't be opened (${obstacle}): the workspace opens in a browser instead.`)
  return run(process.execPath, [...nodeFlags, 'out/node/cli.js', 'serve', ...args])
}

function hasDisplay(): boolean {
  if (process.platform !== 'linux') return true
  return Boolean(process.env['DISPLAY'] ?? process.env['WAYLAND_DISPLAY'])
}

async function electronObstacle(): Promise<string | undefined> {
  if (electronBinary() !== undefined) return undefined
  console.log("Fetching Electron's runtime, once …")
  const fetched = await run('npx', ['--no-install', 'install-electron'], {
    isQuiet: true,
    timeoutMs: fetchTimeoutMs,
  })
  if (fetched === 0 && electronBinary() !== undefined) return undefined
  return "Electron's runtime is not installed and could not be fetched"
}

/** Electron's program as its package says, without importing the package, which would fetch it. */
function electronBinary(): string | undefined {
  const folder = join('node_modules', 'electron')
  const pathFile = join(folder, 'path.txt')
  if (!existsSync(pathFile)) return undefined
  const binary = join(folder, 'dist', readFileSync(pathFile, 'utf8').trim())
  return existsSync(binary) ? binary : undefined
}

function run(
  command: string,
  commandArgs: readonly string[],
  { isQuiet = false, timeoutMs }: { isQuiet?: boolean; timeoutMs?: number } = {},
): Promise<number> {
  return new Promise(resolve => {
    const child = spawn(command, [...commandArgs], {
      stdio: isQuiet ? 'ignore' : 'inherit',
      shell: process.platform === 'win32',
      ...(timeoutMs === undefined ? {} : { timeout: timeoutMs }),
    })
    const forward = (signal: NodeJS.Signals): void => void child.kill(signal)
    process.on('SIGINT', forward)
    process.on('SIGTERM', forward)
    child.on('error', () => resolve(1))
    child.on('exit', code => resolve(code ?? 1))
  })
}
