import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { nodeFlags } from '../../../scripts/node-flags.ts'

/** The browser host as users start it, on a free port. */
export async function startBenchHost(cli: string, notebook: string, settingsFolder: string) {
  await writeFile(join(settingsFolder, 'config.json'), JSON.stringify({ backups: { isOn: false } }))
  const child = spawn(process.execPath, [...nodeFlags, cli, 'serve', notebook, '--no-open', '--port', '0'], {
    env: { ...process.env, ANSWERBOOK_SETTINGS_FOLDER: settingsFolder, npm_lifecycle_event: undefined },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const url = await new Promise<string>((resolve, reject) => {
    let output = ''
    child.stdout.on('data', data => {
      output += String(data)
      const [address] = /http:\/\/\S+/.exec(output) ?? []
      if (address !== undefined) resolve(address)
    })
    child.once('exit', code => reject(new Error(`serve ended with ${code}`)))
  })
  return {
    url,
    pid: child.pid ?? 0,
    stop: async () => {
      child.kill()
      if (child.exitCode === null) await once(child, 'exit')
    },
  }
}
