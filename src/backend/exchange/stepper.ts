/** Tells how much is done, and ends what was cancelled. @throws what `cancelled` makes. */
export type Step = (done: number, total: number) => void

/** Tells each hundredth once. */
export function createStepper(
  signal: AbortSignal,
  tell: (progress: { done: number; total: number }) => void,
  cancelled: () => Error,
): Step {
  let told = -1
  return (done, total) => {
    if (signal.aborted) throw cancelled()
    const hundredths = Math.floor((done / Math.max(1, total)) * 100)
    if (hundredths === told) return
    told = hundredths
    tell({ done, total })
  }
}
