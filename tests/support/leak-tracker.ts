import { afterEach } from 'vitest'

const open = new Map<object, Error>()

/** Notes something that must be ended before the test is over; `resource` is ended by `untrack`. */
export function track(resource: object, what: string): void {
  open.set(resource, new Error(`${what} was made here and never ended`))
}

/** Says that a tracked resource was ended. */
export function untrack(resource: object): void {
  open.delete(resource)
}

/** What is still open, forgotten at once. */
export function takeLeaks(): Error[] {
  const leaks = [...open.values()]
  open.clear()
  return leaks
}

/** To be called by vitest's set-up file: fails each test that leaves something open. */
export function failOnLeaks(): void {
  afterEach(() => {
    const [leak] = takeLeaks()
    if (leak !== undefined) throw leak
  })
}
