/**
 * Runs a task once what the page is about to show is on screen, at the latest after `longestWaitMs` (a hidden page paints
 * nothing); at once outside of a page.
 */
export function afterPaint(task: () => void, longestWaitMs: number): void {
  if (typeof requestAnimationFrame === 'undefined') return task()
  let isDone = false
  const run = (): void => {
    if (isDone) return
    isDone = true
    task()
  }
  requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(run)))
  setTimeout(run, longestWaitMs)
}
