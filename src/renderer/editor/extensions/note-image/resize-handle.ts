import type { EditorContext } from '../../editor-context'

const narrowest = 24
const stepPx = 10
const largeStepPx = 50

/** The grip at an image's edge: dragged, or moved with the arrow keys (Shift for larger steps), it sets the width. */
export function createResizeHandle(
  image: HTMLImageElement,
  setWidth: (width: number) => void,
  { translate }: EditorContext,
): HTMLElement {
  const handle = document.createElement('span')
  handle.className = 'image-resize'
  handle.contentEditable = 'false'
  handle.role = 'slider'
  handle.tabIndex = 0
  handle.ariaLabel = translate('editor.image.resize')
  handle.ariaOrientation = 'horizontal'
  describe()
  // Also when what it did is undone.
  new ResizeObserver(describe).observe(image)
  handle.addEventListener('pointerdown', startDrag)
  handle.addEventListener('keydown', event => {
    const direction = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0
    if (direction === 0) return
    event.preventDefault()
    setWidth(limited(image.clientWidth + direction * (event.shiftKey ? largeStepPx : stepPx)))
  })
  return handle

  function describe(): void {
    handle.ariaValueMin = String(narrowest)
    handle.ariaValueMax = String(widest())
    handle.ariaValueNow = String(image.clientWidth)
    handle.ariaValueText = `${image.clientWidth} px`
  }

  function widest(): number {
    return Math.max(narrowest, image.closest('p, h1, h2, h3, h4, h5, h6, td, th')?.clientWidth ?? 2000)
  }

  function limited(width: number): number {
    return Math.round(Math.min(widest(), Math.max(narrowest, width)))
  }

  function startDrag(down: PointerEvent): void {
    if (down.button !== 0) return
    down.preventDefault()
    const before = { width: image.clientWidth, css: image.style.width, height: image.style.height }
    const widthAt = (event: PointerEvent) => limited(before.width + event.clientX - down.clientX)
    handle.setPointerCapture(down.pointerId)
    const move = (event: PointerEvent): void => {
      image.style.width = `${widthAt(event)}px`
      image.style.height = ''
    }
    const end = (event: PointerEvent): void => {
      handle.removeEventListener('pointermove', move)
      handle.removeEventListener('pointerup', end)
      handle.removeEventListener('pointercancel', end)
      const width = widthAt(event)
      if (event.type === 'pointerup' && width !== before.width) return setWidth(width)
      image.style.width = before.css
      image.style.height = before.height
    }
    handle.addEventListener('pointermove', move)
    handle.addEventListener('pointerup', end)
    handle.addEventListener('pointercancel', end)
  }
}
