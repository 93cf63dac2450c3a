import { useVirtualizer, type Virtualizer } from '@tanstack/react-virtual'
import { useEffect, type RefObject } from 'react'

/**
 * Which rows of a long list are to be in the page: those in view and some around them. All are `rowPx` CSS pixels high. What it
 * returns is changed in place: a component that reads it must say `'use no memo'`.
 */
export function useRowVirtualizer(
  count: number,
  scroller: RefObject<HTMLElement | null>,
  rowPx: number,
): Virtualizer<HTMLElement, Element> {
  'use no memo'
  const virtual = useVirtualizer<HTMLElement, Element>({
    count,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowPx,
    overscan: 12,
    // Before the list is measured: enough rows for the first paint.
    initialRect: { width: 0, height: window.innerHeight },
  })
  useEffect(() => virtual.measure(), [virtual, rowPx])
  return virtual
}
