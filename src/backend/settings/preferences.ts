import { z } from 'zod'
import { settings, type Settings } from '../../shared/contract/app-procedures'
import { recentNotebook, type RecentNotebook } from '../../shared/contract/notebook-procedures'
import type { BackendPorts } from '../ports'

const mostRecent = 12
const defaults: Settings = { theme: 'system', textSizePx: 16 }

/** What is kept for this user on this machine, outside of any notebook. Damaged values fall back to defaults. */
export class Preferences {
  readonly #ports: Pick<BackendPorts, 'settings' | 'newId'>

  constructor(ports: Pick<BackendPorts, 'settings' | 'newId'>) {
    this.#ports = ports
  }

  settings(): Settings {
    const stored = settings.partial().safeParse(this.#ports.settings.get('settings'))
    return { ...defaults, ...definedOnly(stored.success ? stored.data : {}) }
  }

  updateSettings(change: Partial<Settings>): Settings {
    const next = { ...this.settings(), ...definedOnly(change) }
    this.#ports.settings.set('settings', next)
    return next
  }

  /** Newest first. */
  recentNotebooks(): RecentNotebook[] {
    const stored = z.array(recentNotebook).safeParse(this.#ports.settings.get('recentNotebooks'))
    return stored.success ? stored.data : []
  }

  rememberNotebook(notebook: RecentNotebook): void {
    const others = this.recentNotebooks().filter(other => other.path !== notebook.path)
    this.#ports.settings.set('recentNotebooks', [notebook, ...others].slice(0, mostRecent))
  }

  forgetNotebook(path: string): RecentNotebook[] {
    const rest = this.recentNotebooks().filter(other => other.path !== path)
    this.#ports.settings.set('recentNotebooks', rest)
    return rest
  }

  /** Names this machine in the study log. */
  deviceId(): string {
    const stored = z.uuid().safeParse(this.#ports.settings.get('deviceId'))
    if (stored.success) return stored.data
    const id = this.#ports.newId()
    this.#ports.settings.set('deviceId', id)
    return id
  }
}

function definedOnly<T extends object>(value: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(value).filter(([, entry]) => entry !== undefined)) as never
}
