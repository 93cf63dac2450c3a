import { useEffect } from 'react'
import { takeTyped } from '../../state/typed-ahead'

/** Begins a field with what was typed before it was there. */
export function useTypedBefore(setText: (text: string) => void): void {
  useEffect(() => {
    const typed = takeTyped().replaceAll('\n', '')
    if (typed !== '') setText(typed)
  }, [setText])
}
