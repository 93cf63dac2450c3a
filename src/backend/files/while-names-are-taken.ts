import { randomInt } from 'node:crypto'
import { setTimeout as delay } from 'node:timers/promises'
import { isNameTaken } from './storage-error'

const mostTries = 12
const longestWaitMs = 1500

/**
 * Does again what chooses a free name and makes a file of it, as long as others take that name meanwhile; what it made before
 * it failed must be gone. It waits for a random time between, so that those who want the same names don't hinder each other for ever.
 *
 * @param isTaken whether it has failed for this reason.
 */
export async function whileNamesAreTaken<T>(
  step: () => Promise<T>,
  isTaken: (error: unknown) => boolean = isNameTaken,
): Promise<T> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await step()
    } catch (error) {
      if (tries === mostTries || !isTaken(error)) throw error
      await delay(randomInt(Math.min(longestWaitMs, 10 * 2 ** tries)))
    }
  }
}
