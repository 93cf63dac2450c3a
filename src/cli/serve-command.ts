import { InvalidArgumentError, type Command } from 'commander'
import { positiveInteger } from './positive-integer'
import { absolutePath } from './session'
import { writeOut } from './write-out'

interface ServeCommandOptions {
  readonly port?: number
  readonly open: boolean
  readonly exitWhenIdle?: number
}

/** Adds `serve`. */
export function addServeCommand(program: Command): void {
  program
    .command('serve')
    .description('open the workspace in a browser, on this machine only')
    .argument('[dir]', 'a notebook')
    .option('--port <n>', 'the port, 0 for any that is free (default: that of the last start)', port)
    .option('--no-open', 'print the address and open no browser')
    .option(
      '--exit-when-idle <seconds>',
      'end when no page has been open for so long',
      positiveInteger(86_400),
    )
    .action(serveNotebook)
}

async function serveNotebook(dir: string | undefined, options: ServeCommandOptions): Promise<void> {
  // The other commands need no server.
  const { serve } = await import('../server/index')
  let stop = (): void => undefined
  const server = await serve({
    folder: dir === undefined ? undefined : absolutePath(dir),
    port: options.port,
    idleExitMs: options.exitWhenIdle === undefined ? undefined : options.exitWhenIdle * 1000,
    onIdle: () => stop(),
  })
  await writeOut(process.stdout, `Answerbook is at ${server.url}\nPress Ctrl+C to end it.\n`)
  const ended = new Promise<void>(resolve => {
    stop = resolve
    process.once('SIGINT', resolve)
    process.once('SIGTERM', resolve)
  })
  if (options.open && hasBrowser()) await openBrowser(server.url)
  await ended
  await server.close()
}

async function openBrowser(url: string): Promise<void> {
  const { default: open } = await import('open')
  await open(url).catch(() => undefined)
}

function hasBrowser(): boolean {
  if (process.platform !== 'linux') return true
  return process.env['DISPLAY'] !== undefined || process.env['WAYLAND_DISPLAY'] !== undefined
}

function port(value: string): number {
  const number = Number(value)
  if (!/^\d+$/.test(value) || number > 65_535)
    throw new InvalidArgumentError('It must be a port from 0 to 65535.')
  return number
}
