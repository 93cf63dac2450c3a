/** Runs a task once after a delay; a program that is about to end doesn't wait for it. Returns what cancels it. */
export function startTimer(delayMs: number, task: () => void): () => void {
  const timer = setTimeout(task, delayMs)
  timer.unref()
  return () => clearTimeout(timer)
}
