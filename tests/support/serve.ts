import { spawn, type ChildProcess } from 'node:child_process'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { cliPath } from './run-cli'

export interface Served {
  /** The address with its token. */
  readonly url: string
  readonly process: ChildProcess
  readonly stop: () => Promise<void>
}

/** Settings of a host that does nothing at its own time. */
export const withoutDailyBackup = JSON.stringify({ backups: { isOn: false } })

/** Starts the built browser host with settings of its own, on a free port unless one is given. */
export async function startServer({
  folder,
  settingsFolder,
  port = 0,
  keepsPort = false,
}: {
  folder?: string
  settingsFolder: string
  port?: number
  /** Whether it has the port of the last start with these settings, as for users. */
  keepsPort?: boolean
}): Promise<Served> {
  await writeFile(join(settingsFolder, 'config.json'), withoutDailyBackup, { flag: 'wx' }).catch(
    () => undefined,
  )
  const ownFolder = folder === undefined ? [] : [folder]
  const args = [cliPath, 'serve', ...ownFolder, '--no-open', ...(keepsPort ? [] : ['--port', String(port)])]
  const child = spawn(process.execPath, args, {
    env: {
      ...process.env,
      ANSWERBOOK_SETTINGS_FOLDER: settingsFolder,
      NODE_ENV: 'test',
      npm_lifecycle_event: undefined,
    },
  })
  let output = ''
  const url = await new Promise<string>((resolve, reject) => {
    const read = (data: unknown): void => {
      output += String(data)
      const match = /http:\/\/\S+/.exec(output)
      if (match !== null) resolve(match[0])
    }
    child.stdout.on('data', read)
    child.stderr.on('data', read)
    child.on('error', reject)
    child.on('exit', code => reject(new Error(`serve ended with ${code}: ${output}`)))
  })
  const ended = new Promise<void>(resolve => child.once('exit', () => resolve()))
  return {
    url,
    process: child,
    stop: async () => {
      if (child.exitCode !== null) throw new Error(`serve ended by itself with ${child.exitCode}: ${output}`)
      child.kill('SIGTERM')
      await ended
    },
  }
}
