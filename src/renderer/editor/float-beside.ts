import {
  autoUpdate,
  computePosition,
  flip,
  offset,
  type Placement,
  type ReferenceElement,
  shift,
} from '@floating-ui/dom'

/** Keeps an element beside what it belongs to, inside the window, until the returned function is called. */
export function floatBeside(
  anchor: ReferenceElement,
  element: HTMLElement,
  placement: Placement = 'bottom-start',
): () => void {
  element.style.position = 'fixed'
  element.style.insetInlineStart = '0'
  element.style.insetBlockStart = '0'
  return autoUpdate(anchor, element, () => {
    // What is scrolled far away is not laid out, and has no place to be beside.
    const { width, height } = anchor.getBoundingClientRect()
    element.style.visibility = width === 0 && height === 0 ? 'hidden' : ''
    void computePosition(anchor, element, {
      strategy: 'fixed',
      placement,
      middleware: [offset(6), flip({ padding: 8 }), shift({ padding: 8 })],
    }).then(({ x, y }) => {
      element.style.translate = `${Math.round(x)}px ${Math.round(y)}px`
    })
  })
}
