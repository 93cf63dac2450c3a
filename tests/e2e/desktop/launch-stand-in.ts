import { spawn, type ChildProcess } from 'node:child_process'
import { resolve } from 'node:path'
import { chromium, type Browser, type Page } from '@playwright/test'
import type { ControlReply, ControlRequest } from '../../support/electron-stand-in/control-channel'
import { createStructuredCloneCodec } from '../../support/electron-stand-in/structured-clone-codec'
import type { DesktopApp, LaunchOptions } from './desktop-app'

const register = resolve(import.meta.dirname, '../../support/electron-stand-in/register.ts')
const codec = createStructuredCloneCodec()

/** Starts the built app in Node, with the stand-in for Electron, and connects to its pages. */
export async function launchStandIn(options: LaunchOptions): Promise<DesktopApp> {
  const child = startApp(options, 'ipc')
  let printed = ''
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', data => (printed += String(data)))
  const exited = new Promise<number | null>(done => child.once('exit', code => done(code)))
  const control = new ControlChannel(child, exited)
  const devToolsUrl = await control.ready.catch(error => {
    throw new Error(`the app did not start:\n${printed}`, { cause: error })
  })
  const browser = await chromium.connectOverCDP(devToolsUrl)
  const context = browser.contexts()[0]!
  const windows = (): Page[] => context.pages().filter(page => page.url() !== 'about:blank')
  context.pages().forEach(options.onPage)
  context.on('page', options.onPage)
  return {
    process: child,
    windows,
    firstWindow: () => firstOf(windows, exited),
    evaluate: (run, argument) => control.evaluate(String(run), argument) as never,
    secondInstance: args =>
      endOf(startApp({ ...options, args: [...options.args, ...(args ?? [])] }, 'ignore')),
    logs: () => printed,
    exited,
    close: async () => {
      await closed(child, control, exited)
      await disconnect(browser)
    },
    kill: async () => {
      child.kill('SIGKILL')
      await exited
      await disconnect(browser)
    },
  }
}

function startApp({ main, args, environment }: LaunchOptions, channel: 'ipc' | 'ignore'): ChildProcess {
  return spawn(process.execPath, ['--import', register, main, ...args], {
    stdio: ['ignore', 'pipe', 'pipe', channel],
    env: environment,
  })
}

function endOf(child: ChildProcess): Promise<number | null> {
  return new Promise(done => child.once('exit', code => done(code)))
}

async function firstOf(windows: () => Page[], exited: Promise<unknown>): Promise<Page> {
  let hasEnded = false
  void exited.then(() => (hasEnded = true))
  for (const startedAt = Date.now(); Date.now() - startedAt < 15_000 && !hasEnded;) {
    const [page] = windows()
    if (page !== undefined) {
      // Playwright's own load state may still be that of the blank page before it.
      await page.waitForFunction(() => document.readyState === 'complete')
      return page
    }
    await new Promise(done => setTimeout(done, 20))
  }
  throw new Error('the app has opened no window')
}

async function closed(child: ChildProcess, control: ControlChannel, exited: Promise<unknown>): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  control.evaluate('({ app }) => app.quit()', undefined).catch(() => undefined)
  const timer = setTimeout(() => child.kill('SIGKILL'), 5000)
  await exited
  clearTimeout(timer)
}

/** Chromium ends with the app, a little later; until then it writes to its profile. */
async function disconnect(browser: Browser): Promise<void> {
  const ended = new Promise(done => browser.once('disconnected', done))
  if (browser.isConnected()) await Promise.race([ended, new Promise(done => setTimeout(done, 3000))])
  await browser.close().catch(() => undefined)
}

class ControlChannel {
  /** Where to connect. */
  readonly ready: Promise<string>
  readonly #child: ChildProcess
  readonly #waiting = new Map<number, PromiseWithResolvers<unknown>>()
  #lastId = 0

  constructor(child: ChildProcess, exited: Promise<number | null>) {
    this.#child = child
    const ready = Promise.withResolvers<string>()
    this.ready = ready.promise
    child.on('message', message => {
      const reply = message as ControlReply
      if (reply.kind === 'ready') ready.resolve(reply.devToolsUrl)
      else this.#settle(reply)
    })
    void exited.then(code => {
      const error = new Error(`the app has ended with ${code}`)
      ready.reject(error)
      for (const { reject } of this.#waiting.values()) reject(error)
    })
  }

  evaluate(source: string, argument: unknown): Promise<unknown> {
    const id = (this.#lastId += 1)
    const waiting = Promise.withResolvers<unknown>()
    this.#waiting.set(id, waiting)
    const request: ControlRequest = { kind: 'evaluate', id, source, argument: codec.encode(argument) }
    this.#child.send(request, error => error === null || waiting.reject(error))
    return waiting.promise
  }

  #settle(reply: Exclude<ControlReply, { kind: 'ready' }>): void {
    const waiting = this.#waiting.get(reply.id)
    this.#waiting.delete(reply.id)
    if (reply.kind === 'result') waiting?.resolve(codec.decode(reply.result))
    else waiting?.reject(new Error(reply.message))
  }
}
