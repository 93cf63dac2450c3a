import { useEffect, useEffectEvent } from 'react'

/** Put into a dialog, tells that it is gone, before another key can come; Radix does so a task later. */
export function Leaving({ onLeft }: { readonly onLeft: () => void }) {
  const left = useEffectEvent(onLeft)
  useEffect(() => () => queueMicrotask(left), [])
  return null
}
