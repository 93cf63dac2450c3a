import type { EventFrame } from '../shared/contract/wire'

export interface LongJob {
  /** The event that says how much is done. */
  readonly progressed: 'export.progressed' | 'import.progressed'
  readonly onEvent: (listener: (frame: EventFrame) => void) => () => void
  readonly cancel: () => Promise<unknown>
}

/** Runs what may take minutes: a terminal shows how far it is, and Ctrl+C cancels it, so that nothing half-done stays. */
export async function withProgress<T>(
  { progressed, onEvent, cancel }: LongJob,
  run: () => Promise<T>,
): Promise<T> {
  const { stderr } = process
  const stopListening = onEvent(({ event, payload }) => {
    if (event !== progressed || !stderr.isTTY) return
    const { done, total } = payload as { done: number; total: number }
    stderr.write(`\r${Math.floor((100 * done) / Math.max(1, total))} %`)
  })
  const interrupt = (): void => void cancel()
  process.once('SIGINT', interrupt)
  try {
    return await run()
  } finally {
    process.off('SIGINT', interrupt)
    stopListening()
    if (stderr.isTTY) stderr.write('\r      \r')
  }
}
