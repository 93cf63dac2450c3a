/** A hidden page paints nothing, and a busy one may not put things off for long. */
const longestWaitMs = 50

let waiting: (() => void)[] = []
let timer: ReturnType<typeof setTimeout> | undefined

/**
 * Runs a task once what the page is about to show is on screen, at the latest after 50 ms; at once outside of a page. To be
 * called where the change is made: a later call would ask for a frame that nothing else needs.
 */
export function afterPaint(task: () => void): void {
  if (typeof requestAnimationFrame === 'undefined') return task()
  waiting.push(task)
  if (waiting.length > 1) return
  // A message that is sent in a frame arrives when the frame is painted; a second frame would cost one, and be waited for.
  requestAnimationFrame(() => {
    const { port1, port2 } = new MessageChannel()
    port1.onmessage = () => {
      port1.close()
      runAll()
    }
    port2.postMessage(null)
  })
  timer = setTimeout(runAll, longestWaitMs)
}

function runAll(): void {
  clearTimeout(timer)
  const tasks = waiting
  waiting = []
  for (const task of tasks) task()
}
