import { spawn } from 'node:child_process'
import { isStale } from './is-stale.ts'

/** `npm run build`: every host into out/. With `--if-stale` only what is older than its sources. */

const onlyIfStale = process.argv.includes('--if-stale')

await Promise.all([
  build('out/main/index.js', 'electron-vite', ['build']),
  build('out/node/cli.js', 'vite', ['build', '--config', 'vite.node.config.ts']),
])

async function build(output: string, command: string, args: readonly string[]): Promise<void> {
  if (onlyIfStale && !(await isStale(output))) return
  await new Promise<void>((resolve, reject) => {
    const child = spawn(command, [...args, '--logLevel', 'warn'], {
      stdio: 'inherit',
      shell: process.platform === 'win32',
    })
    child.on('error', reject)
    child.on('exit', code => (code === 0 ? resolve() : reject(new Error(`${command} ended with ${code}`))))
  })
}
