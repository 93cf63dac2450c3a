import { useSyncExternalStore } from 'react'

const stepMs = 60_000

/** The time, to the minute, in epoch milliseconds: words such as "today" stay true while they are on screen. */
export function useNow(): number {
  return useSyncExternalStore(everyMinute, minute)
}

function everyMinute(listener: () => void): () => void {
  const timer = setInterval(listener, stepMs)
  return () => clearInterval(timer)
}

function minute(): number {
  return Math.ceil(Date.now() / stepMs) * stepMs
}
