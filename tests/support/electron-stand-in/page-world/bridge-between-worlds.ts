/** What one world asks of the other, besides calling its functions. */
export type BridgeHandler = (message: { readonly [key: string]: unknown }) => unknown

/** One world's end of the bridge. */
export interface Bridge {
  /** Calls the other world's handler of that name; throws what it throws, with the message only. */
  ask(name: string, message: object): unknown
  /** Answers the other world. */
  answer(name: string, handler: BridgeHandler): void
  pack(value: unknown): unknown
  /** The other world's value, made anew in this one; `freeze` as `exposeInMainWorld` does. */
  unpack(packed: unknown, freeze?: boolean): unknown
}

/**
 * Electron's context bridge, made of synchronous events on `document`: Chromium clones their `detail` from one world
 * to the other. Functions, promises, callbacks, plain objects and cycles cross; prototypes and an error's fields
 * don't. Self-contained: its text runs in both worlds, with `eventName` as their secret.
 */
export function createBridge(eventName: string, side: 'main' | 'isolated'): Bridge {
  type Packed =
    | { type: 'value'; value: unknown }
    | { type: 'error'; message: string }
    | { type: 'function' | 'promise'; id: string }
    | { type: 'array'; place: number; items: Packed[] }
    | { type: 'object'; place: number; items: [string, Packed][] }
    | { type: 'again'; place: number }
  type Outcome = { result: Packed } | { failure: string }
  type Callable = (...args: unknown[]) => unknown

  const other = side === 'main' ? 'isolated' : 'main'
  const listen = document.addEventListener.bind(document)
  const dispatch = document.dispatchEvent.bind(document)
  const Event = CustomEvent
  const kept = new Map<string, unknown>()
  const handlers = new Map<string, BridgeHandler>()
  let lastId = 0
  let outcome: Outcome | undefined

  const keep = (value: unknown): string => {
    lastId += 1
    kept.set(side + lastId, value)
    return side + lastId
  }

  const isClonedWhole = (value: object): boolean =>
    Object.getPrototypeOf(value) !== Object.prototype &&
    /^\[object (Date|Map|Set|RegExp|ArrayBuffer|.*Array|DataView|Blob|File|ImageData|ImageBitmap)\]$/.test(
      Object.prototype.toString.call(value),
    )

  function pack(value: unknown, depth = 0, seen = new Map<unknown, number>()): Packed {
    if (depth >= 1000)
      throw new Error(
        'Electron contextBridge recursion depth exceeded.  Nested objects deeper than 1000 are not supported.',
      )
    if (typeof value === 'function') return { type: 'function', id: keep(value) }
    if (typeof value === 'symbol') throw new Error('Symbols are not supported')
    if (value === null || typeof value !== 'object') return { type: 'value', value }
    if (typeof (value as { then?: unknown }).then === 'function') return { type: 'promise', id: keep(value) }
    if (value instanceof Error) return { type: 'error', message: value.message }
    const known = seen.get(value)
    if (known !== undefined) return { type: 'again', place: known }
    if (!Array.isArray(value) && isClonedWhole(value)) return { type: 'value', value }
    const place = seen.size
    seen.set(value, place)
    if (Array.isArray(value))
      return { type: 'array', place, items: Array.from(value, item => pack(item, depth + 1, seen)) }
    const items = Object.entries(value).map(([key, item]): [string, Packed] => [
      key,
      pack(item, depth + 1, seen),
    ])
    return { type: 'object', place, items }
  }

  function call(request: object): unknown {
    outcome = undefined
    dispatch(new Event(`${eventName} ${other}`, { detail: request }))
    const answered = outcome as Outcome | undefined
    outcome = undefined
    if (answered === undefined) throw new Error('the other world of this page is gone')
    if ('failure' in answered) throw new Error(answered.failure)
    return unpack(answered.result)
  }

  function unpack(packed: Packed, freeze = false, places: unknown[] = []): unknown {
    switch (packed.type) {
      case 'value':
        return packed.value
      case 'error':
        return new Error(packed.message)
      case 'again':
        return places[packed.place]
      case 'function':
        return (...args: unknown[]) => call({ call: packed.id, args: args.map(argument => pack(argument)) })
      case 'promise':
        return new Promise((resolve, reject) =>
          call({ then: packed.id, args: [pack(resolve), pack(reject)] }),
        )
      case 'array': {
        const array: unknown[] = (places[packed.place] = [])
        for (const item of packed.items) array.push(unpack(item, freeze, places))
        return freeze ? Object.freeze(array) : array
      }
      case 'object': {
        const object: Record<string, unknown> = (places[packed.place] = {})
        for (const [key, item] of packed.items)
          Object.defineProperty(object, key, {
            value: unpack(item, freeze, places),
            writable: true,
            enumerable: true,
            configurable: true,
          })
        return freeze ? Object.freeze(object) : object
      }
    }
  }

  function serve(request: {
    call?: string
    then?: string
    ask?: string
    args: Packed[]
    message: object
  }): unknown {
    if (request.ask !== undefined)
      return handlers.get(request.ask)?.(request.message as Parameters<BridgeHandler>[0])
    const args = request.args.map(argument => unpack(argument))
    if (request.call !== undefined) return (kept.get(request.call) as Callable)(...args)
    const [resolve, reject] = args as [Callable, Callable]
    ;(kept.get(request.then ?? '') as Promise<unknown>).then(resolve, reject)
    return undefined
  }

  listen(`${eventName} answer ${side}`, event => {
    outcome = (event as CustomEvent<Outcome>).detail
  })
  listen(`${eventName} ${side}`, event => {
    let answer: Outcome
    try {
      answer = { result: pack(serve((event as CustomEvent).detail)) }
    } catch (error) {
      answer = { failure: error instanceof Error ? error.message : String(error) }
    }
    dispatch(new Event(`${eventName} answer ${other}`, { detail: answer }))
  })

  return {
    ask: (name, message) => call({ ask: name, message }),
    answer: (name, handler) => void handlers.set(name, handler),
    pack: value => pack(value),
    unpack: (packed, freeze) => unpack(packed as Packed, freeze),
  }
}
