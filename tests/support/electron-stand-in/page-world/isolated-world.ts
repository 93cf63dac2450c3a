import type { StructuredCloneCodec } from '../structured-clone-codec.ts'
import type { Bridge } from './bridge-between-worlds.ts'
import type { IsolatedWorldOptions, MainMessage, PageMessage } from './page-messages.ts'

/** What the preload script finds, and how the stand-in sends from its world. */
export interface IsolatedWorld {
  readonly require: (name: string) => unknown
  readonly process: object
  readonly send: (message: PageMessage) => void
}

/**
 * The world of the preload script: `contextBridge`, `ipcRenderer`, and a `require` that has what a sandboxed
 * preload has and nothing of Node's. Self-contained: its text runs in the page.
 */
export function createIsolatedWorld(
  bridge: Bridge,
  codec: StructuredCloneCodec,
  options: IsolatedWorldOptions,
): IsolatedWorld {
  type Listener = (event: object, ...args: unknown[]) => void
  type Reply = Extract<MainMessage, { kind: 'reply' | 'failure' }>

  const world = globalThis as unknown as Record<string, (text: string) => void>
  const binding = world[options.bindingName]
  const replies = new Map<number, (reply: Reply) => void>()
  const listeners = new Map<string, { listener: Listener; isOnce: boolean }[]>()
  let lastId = 0

  const send = (message: PageMessage): void => binding?.(JSON.stringify(message))

  const strict = <T extends object>(object: T, name: string): T =>
    new Proxy(object, {
      get(target, member, receiver) {
        if (typeof member === 'string' && !(member in target) && member !== 'then' && member !== 'toJSON')
          throw new Error(`the stand-in has no ${name}.${member}`)
        return Reflect.get(target, member, receiver) as unknown
      },
    })

  const add =
    (isOnce: boolean) =>
    (channel: string, listener: Listener): object => {
      listeners.set(channel, [...(listeners.get(channel) ?? []), { listener, isOnce }])
      return ipcRenderer
    }

  const remove = (channel: string, listener: Listener): object => {
    const rest = (listeners.get(channel) ?? []).filter(each => each.listener !== listener)
    listeners.set(channel, rest)
    return ipcRenderer
  }

  const removeAll = (channel: string): object => {
    listeners.delete(channel)
    return ipcRenderer
  }

  const invoke = async (channel: string, ...args: unknown[]): Promise<unknown> => {
    const id = (lastId += 1)
    const text = codec.encode(args)
    const reply = await new Promise<Reply>(resolve => {
      replies.set(id, resolve)
      send({ kind: 'invoke', id, channel, args: text })
    })
    if (reply.kind === 'failure')
      throw new Error(`Error invoking remote method '${channel}': ${reply.message}`)
    return codec.decode(reply.result)
  }

  const ipcRenderer: object = strict(
    {
      invoke,
      send: (channel: string, ...args: unknown[]) =>
        send({ kind: 'send', channel, args: codec.encode(args) }),
      on: add(false),
      addListener: add(false),
      once: add(true),
      off: remove,
      removeListener: remove,
      removeAllListeners: removeAll,
      listenerCount: (channel: string) => (listeners.get(channel) ?? []).length,
    },
    'ipcRenderer',
  )

  const contextBridge = strict(
    {
      exposeInMainWorld: (key: string, api: unknown) =>
        void bridge.ask('expose', { key, api: bridge.pack(api) }),
    },
    'contextBridge',
  )

  const emit = (channel: string, args: unknown[]): void => {
    for (const { listener, isOnce } of [...(listeners.get(channel) ?? [])]) {
      if (isOnce) remove(channel, listener)
      listener({ sender: ipcRenderer, senderId: 0, ports: [] }, ...args)
    }
  }

  world[options.receiverName] = text => {
    const message = JSON.parse(text) as MainMessage
    if (message.kind === 'event') return emit(message.channel, codec.decode(message.args) as unknown[])
    replies.get(message.id)?.(message)
    replies.delete(message.id)
  }

  bridge.answer('open', message => {
    const { url, frameName, features } = message as { url: string; frameName: string; features: string }
    send({ kind: 'open', url, frameName, features })
  })

  const electron = strict({ contextBridge, ipcRenderer }, 'electron')
  const modules: Record<string, object> = {
    electron,
    'electron/renderer': electron,
    'electron/common': electron,
    timers: { setTimeout, clearTimeout, setInterval, clearInterval },
    url: { URL, URLSearchParams },
  }
  const process = {
    type: 'renderer',
    sandboxed: true,
    contextIsolated: true,
    isMainFrame: options.isMainFrame,
    platform: options.platform,
    arch: options.architecture,
    versions: options.versions,
    argv: options.arguments,
    env: {},
  }
  return {
    send,
    process: strict(process, 'process'),
    require: name => {
      const found = modules[name.replace(/^node:/, '')]
      if (found === undefined) throw new Error(`module not found: ${name}`)
      return found
    },
  }
}
