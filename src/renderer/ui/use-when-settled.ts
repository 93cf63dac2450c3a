import { useEffect, useRef } from 'react'

interface WhenSettled<Request> {
  /** Acts now if everything is settled, else as soon as it is. */
  readonly ask: (request: Request) => void
  /** What waits is no longer wanted. */
  readonly forget: () => void
}

/** For a key that belongs to an answer that may still be on its way: `act` is called with what is there then. */
export function useWhenSettled<Request>(
  isSettled: boolean,
  act: (request: Request) => void,
): WhenSettled<Request> {
  const waiting = useRef<readonly [Request]>(undefined)
  useEffect(() => {
    if (!isSettled || waiting.current === undefined) return
    const [request] = waiting.current
    waiting.current = undefined
    act(request)
  })
  return {
    ask: request => {
      waiting.current = isSettled ? undefined : [request]
      if (isSettled) act(request)
    },
    forget: () => {
      waiting.current = undefined
    },
  }
}
