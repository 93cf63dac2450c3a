import { spawn } from 'node:child_process'
import { resolve } from 'node:path'

export interface CliResult {
  readonly code: number
  readonly stdout: string
  readonly stderr: string
}

export const cliPath = resolve(import.meta.dirname, '../../out/node/cli.js')

/** Runs the built command line and waits for its end. */
export function runCli(
  args: readonly string[],
  { cwd, node = process.execPath }: { cwd?: string; node?: string } = {},
): Promise<CliResult> {
  return new Promise((done, fail) => {
    const env = { ...process.env, npm_lifecycle_event: undefined, INIT_CWD: undefined }
    const child = spawn(node, [cliPath, ...args], { env, ...(cwd === undefined ? {} : { cwd }) })
    let [stdout, stderr] = ['', '']
    child.stdout.on('data', data => (stdout += String(data)))
    child.stderr.on('data', data => (stderr += String(data)))
    child.on('error', fail)
    child.on('close', code => done({ code: code ?? -1, stdout, stderr }))
  })
}

/** As `runCli`, for a command that must succeed and prints JSON. */
export async function runCliJson<T>(args: readonly string[]): Promise<T> {
  const { code, stdout, stderr } = await runCli([...args, '--json'])
  if (code !== 0) throw new Error(`answerbook ${args.join(' ')} ended with ${code}: ${stderr}`)
  return JSON.parse(stdout) as T
}
