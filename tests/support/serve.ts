import { spawn, type ChildProcess } from 'node:child_process'
import { writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { RunningServer, ServeOptions } from '../../src/server/index'
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
  await writeSettings(settingsFolder)
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

/**
 * The built browser host in this process, with settings of its own, on a free port. Its code is loaded and made quick once for
 * all hosts of a process, which a process for each of them does anew.
 */
export async function serveInProcess({
  folder,
  settingsFolder,
}: {
  folder: string | undefined
  settingsFolder: string
}): Promise<Pick<Served, 'url' | 'stop'>> {
  await writeSettings(settingsFolder)
  const { serve } = (await import(serverUrl)) as {
    readonly serve: (options: ServeOptions) => Promise<RunningServer>
  }
  // A host reads these when it begins to start.
  const starting = withEnvironment({ ANSWERBOOK_SETTINGS_FOLDER: settingsFolder, NODE_ENV: 'test' }, () =>
    serve({ folder, port: 0 }),
  )
  const { url, close } = await starting
  return { url, stop: close }
}

const serverUrl = pathToFileURL(resolve(import.meta.dirname, '../../out/node/server.js')).href

async function writeSettings(folder: string): Promise<void> {
  await writeFile(join(folder, 'config.json'), withoutDailyBackup, { flag: 'wx' }).catch(() => undefined)
}

function withEnvironment<T>(variables: Readonly<Record<string, string>>, work: () => T): T {
  const before = Object.keys(variables).map(name => [name, process.env[name]] as const)
  Object.assign(process.env, variables)
  try {
    return work()
  } finally {
    for (const [name, value] of before) {
      if (value === undefined) Reflect.deleteProperty(process.env, name)
      else process.env[name] = value
    }
  }
}
