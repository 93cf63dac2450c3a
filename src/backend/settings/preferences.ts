import { z } from 'zod'
import { settings, type Settings } from '../../shared/contract/app-procedures'
import { recentNotebook, type RecentNotebook } from '../../shared/contract/notebook-procedures'
import { storageError } from '../files/storage-error'
import type { BackendPorts } from '../ports'

const mostRecent = 12
const defaults: Settings = {
  language: 'system',
  theme: 'system',
  contrast: 'system',
  density: 'comfortable',
  textSizePx: 16,
  shortcuts: {},
}

type PreferencePorts = Pick<BackendPorts, 'settings' | 'newId' | 'log'>

/** What is kept for this user on this machine, outside of any notebook. Damaged values fall back to defaults. */
export class Preferences {
  readonly #ports: PreferencePorts
  #deviceId: string | undefined

  constructor(ports: PreferencePorts) {
    this.#ports = ports
  }

  settings(): Settings {
    const stored = settings.partial().safeParse(this.#ports.settings.get('settings'))
    return { ...defaults, ...definedOnly(stored.success ? stored.data : {}) }
  }

  /** @throws AppError `storage/…` when they can't be kept. */
  updateSettings(change: Partial<Settings>): Settings {
    const next = { ...this.settings(), ...definedOnly(change) }
    try {
      this.#ports.settings.set('settings', next)
    } catch (error) {
      throw storageError(error, 'settings')
    }
    return next
  }

  /** Newest first. */
  recentNotebooks(): RecentNotebook[] {
    const stored = z.array(recentNotebook).safeParse(this.#ports.settings.get('recentNotebooks'))
    return stored.success ? stored.data : []
  }

  rememberNotebook(notebook: RecentNotebook): void {
    const others = this.recentNotebooks().filter(other => other.path !== notebook.path)
    this.#keep('recentNotebooks', [notebook, ...others].slice(0, mostRecent))
  }

  forgetNotebook(path: string): RecentNotebook[] {
    const rest = this.recentNotebooks().filter(other => other.path !== path)
    this.#keep('recentNotebooks', rest)
    return rest
  }

  /** Names this machine in the study log. */
  deviceId(): string {
    const stored = z.uuid().safeParse(this.#ports.settings.get('deviceId'))
    if (stored.success) return stored.data
    this.#deviceId ??= this.#ports.newId()
    this.#keep('deviceId', this.#deviceId)
    return this.#deviceId
  }

  /** A full disk is no reason not to open a notebook: what can't be kept is only logged. */
  #keep(key: string, value: unknown): void {
    try {
      this.#ports.settings.set(key, value)
    } catch (error) {
      this.#ports.log('warning', `${key} could not be kept`, error)
    }
  }
}

function definedOnly<T extends object>(value: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(value).filter(([, entry]) => entry !== undefined)) as never
}
