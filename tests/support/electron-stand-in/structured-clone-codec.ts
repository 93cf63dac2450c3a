/** Structured clone over text. What can't be cloned throws the error that Electron throws. */
export interface StructuredCloneCodec {
  encode(value: unknown): string
  decode(text: string): unknown
}

/**
 * Makes a codec of the realm it runs in. Self-contained, since its own text also runs in the pages: the values
 * become a table, in which an object that occurs twice, or in itself, has one place.
 */
export function createStructuredCloneCodec(): StructuredCloneCodec {
  type Row = readonly [tag: string, ...unknown[]]
  const views: Record<string, new (buffer: ArrayBuffer) => object> = {
    Int8Array,
    Uint8Array,
    Uint8ClampedArray,
    Int16Array,
    Uint16Array,
    Int32Array,
    Uint32Array,
    Float32Array,
    Float64Array,
    BigInt64Array,
    BigUint64Array,
    DataView,
  }
  const errors: Record<string, ErrorConstructor> = {
    Error,
    TypeError,
    RangeError,
    SyntaxError,
    ReferenceError,
    EvalError,
    URIError,
  }
  const notCloneable = (): Error => new Error('An object could not be cloned.')

  function toBase64(bytes: Uint8Array): string {
    let text = ''
    for (let start = 0; start < bytes.length; start += 0x8000)
      text += String.fromCharCode(...bytes.subarray(start, start + 0x8000))
    return btoa(text)
  }

  function fromBase64(text: string): Uint8Array<ArrayBuffer> {
    return Uint8Array.from(atob(text), character => character.charCodeAt(0))
  }

  function makeView(name: string, buffer: ArrayBuffer): object {
    const View = views[name] ?? Uint8Array
    return new View(buffer)
  }

  function describe(value: unknown, put: (value: unknown) => number): Row {
    if (typeof value === 'number')
      return ['number', Object.is(value, -0) ? '-0' : Number.isFinite(value) ? value : String(value)]
    if (typeof value === 'bigint') return ['bigint', String(value)]
    if (value === undefined) return ['undefined']
    if (value === null || typeof value !== 'object') return ['plain', value]
    if (value instanceof Date) return ['date', value.getTime()]
    if (value instanceof RegExp) return ['regexp', value.source, value.flags]
    if (value instanceof Map) return ['map', Array.from(value, ([key, item]) => [put(key), put(item)])]
    if (value instanceof Set) return ['set', Array.from(value, put)]
    if (value instanceof Error) return ['error', value.name, value.message, value.stack]
    if (value instanceof ArrayBuffer) return ['buffer', toBase64(new Uint8Array(value))]
    if (ArrayBuffer.isView(value)) {
      const bytes = new Uint8Array(value.buffer, value.byteOffset, value.byteLength)
      return ['view', Object.prototype.toString.call(value).slice(8, -1), toBase64(bytes)]
    }
    if (value instanceof Number || value instanceof String || value instanceof Boolean)
      return ['boxed', put(value.valueOf())]
    const members = Object.entries(value).map(([key, item]) => [key, put(item)])
    if (Array.isArray(value)) return ['array', value.length, members]
    if (Object.getPrototypeOf(value) !== Object.prototype) throw notCloneable()
    return ['object', members]
  }

  function encode(value: unknown): string {
    let clone: unknown
    try {
      clone = structuredClone(value)
    } catch {
      throw notCloneable()
    }
    const rows: Row[] = []
    const places = new Map<unknown, number>()
    const put = (item: unknown): number => {
      const known = typeof item === 'object' ? places.get(item) : undefined
      if (known !== undefined) return known
      const place = rows.push(['undefined']) - 1
      places.set(item, place)
      rows[place] = describe(item, put)
      return place
    }
    put(clone)
    return JSON.stringify(rows)
  }

  function decode(text: string): unknown {
    const rows = JSON.parse(text) as Row[]
    const values = new Map<number, unknown>()
    const keep = <T>(place: number, value: T): T => {
      values.set(place, value)
      return value
    }
    const addMembers = (target: object, members: readonly [string, number][]): void => {
      for (const [key, item] of members)
        Object.defineProperty(target, key, {
          value: get(item),
          writable: true,
          enumerable: true,
          configurable: true,
        })
    }
    const get = (place: number): unknown => {
      if (values.has(place)) return values.get(place)
      // eslint-disable-next-line @typescript-eslint/no-explicit-any -- `describe` above is what wrote the row
      const [tag, first, second, third] = rows[place] as [string, any, any, any]
      switch (tag) {
        case 'undefined':
          return undefined
        case 'number':
          return Number(first)
        case 'bigint':
          return BigInt(first)
        case 'date':
          return keep(place, new Date(first ?? Number.NaN))
        case 'regexp':
          return keep(place, new RegExp(first, second))
        case 'buffer':
          return keep(place, fromBase64(first).buffer)
        case 'view':
          return keep(place, makeView(first, fromBase64(second).buffer))
        case 'boxed':
          return keep(place, Object(get(first)))
        case 'error': {
          const error = keep(place, new (errors[first] ?? Error)(second))
          return Object.defineProperty(error, 'stack', { value: third, configurable: true, writable: true })
        }
        case 'map': {
          const map = keep(place, new Map())
          for (const [key, item] of first as [number, number][]) map.set(get(key), get(item))
          return map
        }
        case 'set': {
          const set = keep(place, new Set())
          for (const item of first as number[]) set.add(get(item))
          return set
        }
        case 'array': {
          const array = keep<unknown[]>(place, [])
          array.length = first
          addMembers(array, second)
          return array
        }
        case 'object': {
          const object = keep(place, {})
          addMembers(object, first)
          return object
        }
        default:
          return first
      }
    }
    return get(0)
  }

  return { encode, decode }
}
