import type { BackendPorts } from '../ports'
import type { BackupService } from './backup-service'

/** A notebook that is only looked into is not backed up. */
const firstAfterMs = 60_000
/** Also finds the next morning when the machine slept through the night, and tries again after a failure. */
const everyMs = 15 * 60_000

/** Asks for the daily backup: when the notebook has been open for a minute, and then again and again. */
export class BackupSchedule {
  readonly #backups: BackupService
  readonly #startTimer: BackendPorts['startTimer']
  #cancel: (() => void) | undefined

  /** Without `startTimer` nothing is ever done by itself. */
  constructor(backups: BackupService, startTimer: BackendPorts['startTimer']) {
    this.#backups = backups
    this.#startTimer = startTimer
  }

  /** To be called when a notebook was opened or closed. */
  restart(): void {
    this.#wait(firstAfterMs)
  }

  dispose(): void {
    this.#cancel?.()
    this.#cancel = undefined
  }

  #wait(delayMs: number): void {
    this.#cancel?.()
    this.#cancel = this.#startTimer?.(delayMs, () => {
      this.#wait(everyMs)
      void this.#backups.runIfDue()
    })
  }
}
