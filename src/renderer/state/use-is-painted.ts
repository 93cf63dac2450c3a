import { useEffect, useState } from 'react'
import { afterPaint } from './after-paint'

/** False until what is first shown is on screen: what can wait that long makes the list appear sooner. */
export function useIsPainted(): boolean {
  const [isPainted, setIsPainted] = useState(false)
  useEffect(() => afterPaint(() => setIsPainted(true)), [])
  return isPainted
}

/** As `isOn`, but true only when what came with it is on screen. */
export function useOncePainted(isOn: boolean): boolean {
  const [isPainted, setIsPainted] = useState(false)
  useEffect(() => {
    if (!isOn) return
    let isStill = true
    afterPaint(() => isStill && setIsPainted(true))
    return () => {
      isStill = false
      setIsPainted(false)
    }
  }, [isOn])
  return isOn && isPainted
}
