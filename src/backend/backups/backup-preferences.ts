import { z } from 'zod'
import { storageError } from '../files/storage-error'
import type { SettingsStorePort } from '../ports'

const stored = z.object({
  isOn: z.boolean().catch(true),
  /** Null for the program's own folder. */
  folder: z.string().nullable().catch(null),
})
export type BackupSettings = z.output<typeof stored>

/** What the user wants of backups on this machine. */
export class BackupPreferences {
  readonly #settings: SettingsStorePort

  constructor(settings: SettingsStorePort) {
    this.#settings = settings
  }

  get(): BackupSettings {
    const parsed = stored.safeParse(this.#settings.get('backups'))
    return parsed.success ? parsed.data : { isOn: true, folder: null }
  }

  /** @throws AppError `storage/…` when they can't be kept. */
  update(change: Partial<BackupSettings>): void {
    try {
      this.#settings.set('backups', { ...this.get(), ...change })
    } catch (error) {
      throw storageError(error, 'settings')
    }
  }
}
