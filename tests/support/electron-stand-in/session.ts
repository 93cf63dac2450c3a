import { recorded } from './call-record.ts'
import { net } from './net.ts'
import type { PermissionHandlers } from './permissions.ts'
import { protocol } from './protocol.ts'
import { refuseUnknownMembers, StrictEmitter } from './unknown-members.ts'

const dictionaries = ['de', 'en-GB', 'en-US', 'es', 'fr', 'it', 'nl', 'pl', 'pt-BR', 'ru', 'sv', 'uk']

type Members =
  | 'addWordToSpellCheckerDictionary'
  | 'availableSpellCheckerLanguages'
  | 'getSpellCheckerLanguages'
  | 'isSpellCheckerEnabled'
  | 'listWordsInSpellCheckerDictionary'
  | 'removeWordFromSpellCheckerDictionary'
  | 'setPermissionCheckHandler'
  | 'setPermissionRequestHandler'
  | 'setSpellCheckerEnabled'
  | 'setSpellCheckerLanguages'

const handlersOf = new WeakMap<object, PermissionHandlers>()

/** A session. Permissions have effect, spell checking and web requests are recorded, storage is one for all. */
class StandInSession extends StrictEmitter implements Pick<Electron.Session, Members> {
  readonly protocol = protocol
  readonly availableSpellCheckerLanguages = dictionaries
  readonly fetch = net.fetch
  readonly webRequest = refuseUnknownMembers(
    {
      onBeforeRequest: recorded<unknown[]>('session.webRequest.onBeforeRequest'),
      onBeforeSendHeaders: recorded<unknown[]>('session.webRequest.onBeforeSendHeaders'),
      onHeadersReceived: recorded<unknown[]>('session.webRequest.onHeadersReceived'),
      onCompleted: recorded<unknown[]>('session.webRequest.onCompleted'),
      onErrorOccurred: recorded<unknown[]>('session.webRequest.onErrorOccurred'),
    } satisfies Partial<Electron.WebRequest>,
    'session.webRequest',
  )
  readonly setDevicePermissionHandler = recorded<[handler: unknown]>('session.setDevicePermissionHandler')
  readonly setDisplayMediaRequestHandler = recorded<[handler: unknown]>(
    'session.setDisplayMediaRequestHandler',
  )
  readonly setProxy = recorded<[config: Electron.ProxyConfig], Promise<void>>(
    'session.setProxy',
    async () => undefined,
  )
  spellCheckerEnabled = true
  #languages = ['en-US']
  readonly #words = new Set<string>()

  constructor() {
    super('session')
    handlersOf.set(this, { request: null, check: null })
  }

  setPermissionRequestHandler(handler: PermissionHandlers['request']): void {
    permissionHandlersOf(this).request = handler
    this.emit('stand-in:permissions-changed')
  }

  setPermissionCheckHandler(handler: PermissionHandlers['check']): void {
    permissionHandlersOf(this).check = handler
    this.emit('stand-in:permissions-changed')
  }

  setSpellCheckerEnabled = (isEnabled: boolean): void => void (this.spellCheckerEnabled = isEnabled)
  isSpellCheckerEnabled = (): boolean => this.spellCheckerEnabled
  getSpellCheckerLanguages = (): string[] => [...this.#languages]

  setSpellCheckerLanguages(languages: string[]): void {
    const unknown = languages.find(language => !dictionaries.includes(language))
    if (unknown !== undefined)
      throw new Error(`Invalid language code provided: "${unknown}" is not a valid language code`)
    this.#languages = [...languages]
  }

  addWordToSpellCheckerDictionary(word: string): boolean {
    this.#words.add(word)
    return true
  }

  removeWordFromSpellCheckerDictionary = (word: string): boolean => this.#words.delete(word)
  listWordsInSpellCheckerDictionary = async (): Promise<string[]> => [...this.#words]
}

const partitions = new Map<string, StandInSession>()

/** `session`. */
export const session = refuseUnknownMembers(
  {
    defaultSession: new StandInSession(),
    fromPartition: (partition: string): StandInSession => {
      if (partition === '') return session.defaultSession
      const known = partitions.get(partition) ?? new StandInSession()
      partitions.set(partition, known)
      return known
    },
  },
  'session',
)

export type { StandInSession }

export function permissionHandlersOf(own: StandInSession): PermissionHandlers {
  return handlersOf.get(own) ?? { request: null, check: null }
}
