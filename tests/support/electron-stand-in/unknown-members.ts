import { EventEmitter } from 'node:events'

/** What JavaScript itself asks of any object: promises, JSON, and inspection. */
const askedOfAnyObject = new Set(['then', 'toJSON', 'constructor', 'inspect', 'domain'])

/** The same object, except that a member it lacks throws its name instead of being undefined. */
export function refuseUnknownMembers<T extends object>(target: T, name: string): T {
  return new Proxy(target, {
    get(object, member, receiver) {
      if (typeof member === 'string' && !(member in object) && !askedOfAnyObject.has(member))
        throw new Error(`the stand-in has no ${name}.${member}`)
      return Reflect.get(object, member, receiver) as unknown
    },
  })
}

/** A whole module of Electron's that the stand-in lacks: it can be imported, and any use throws its name. */
export function absentModule(name: string): never {
  const refuse = (): never => {
    throw new Error(`the stand-in has no ${name}`)
  }
  return new Proxy(function absent() {}, {
    apply: refuse,
    construct: refuse,
    get: (_object, member) => {
      if (typeof member === 'symbol' || askedOfAnyObject.has(member)) return undefined
      throw new Error(`the stand-in has no ${name}.${member}`)
    },
  }) as never
}

/** The base of the stand-in's classes: in their constructors, and ever after, `this` refuses unknown members. */
export class StrictEmitter extends EventEmitter {
  constructor(name: string) {
    super()
    this.setMaxListeners(0)
    return refuseUnknownMembers(this, name)
  }
}
