/**
 * Brings the row at `top` into view, unless it is. All rows are of one height: the virtualizer's own way measures, and looks
 * again in the next frames.
 */
export function scrollToRow(
  scroller: HTMLElement | null,
  top: number,
  { rowPx, align }: { readonly rowPx: number; readonly align: 'center' | 'nearest' },
): void {
  if (scroller === null) return
  const { scrollTop, clientHeight } = scroller
  const isAbove = top < scrollTop
  if (!isAbove && top + rowPx <= scrollTop + clientHeight) return
  const nearest = isAbove ? top : top + rowPx - clientHeight
  scroller.scrollTop = align === 'center' ? top - (clientHeight - rowPx) / 2 : nearest
}
