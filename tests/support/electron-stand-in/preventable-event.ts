/** The first argument of Electron's events: `preventDefault()` is the listeners' veto. */
export interface PreventableEvent {
  readonly defaultPrevented: boolean
  preventDefault(): void
}

export function preventableEvent<T extends object>(details: T): PreventableEvent & T {
  let prevented = false
  const event = {
    get defaultPrevented() {
      return prevented
    },
    preventDefault: () => {
      prevented = true
    },
  }
  return Object.assign(event, details)
}
