import { useEffect, useState } from 'react'
import { afterPaint } from './after-paint'

/** False until what is first shown is on screen: what can wait that long makes the list appear sooner. */
export function useIsPainted(): boolean {
  const [isPainted, setIsPainted] = useState(false)
  useEffect(() => afterPaint(() => setIsPainted(true)), [])
  return isPainted
}
