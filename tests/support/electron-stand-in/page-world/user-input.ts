import type { PageMessage } from './page-messages.ts'

/**
 * Reports keys, context menus and the zooming wheel, as the browser process of Electron would see them; after the
 * page's own listeners, so that what they have handled (`preventDefault`) opens no menu and is no accelerator. Its
 * text runs in the isolated world.
 */
export function reportUserInput(send: (message: PageMessage) => void): void {
  const modifiersOf = (event: KeyboardEvent): string[] =>
    [
      event.shiftKey && 'shift',
      event.ctrlKey && 'control',
      event.altKey && 'alt',
      event.metaKey && 'meta',
      event.repeat && 'isautorepeat',
    ].filter(modifier => modifier !== false)

  const reportKey = (event: KeyboardEvent): void => {
    if (!event.isTrusted) return
    const { key, code, shiftKey: shift, ctrlKey: control, altKey: alt, metaKey: meta, location } = event
    const type = event.type === 'keydown' ? 'keyDown' : 'keyUp'
    const flags = {
      isAutoRepeat: event.repeat,
      isComposing: event.isComposing,
      modifiers: modifiersOf(event),
    }
    const input = { type, key, code, shift, control, alt, meta, location, ...flags } as const
    setTimeout(() => send({ kind: 'key', input, isHandled: event.defaultPrevented }))
  }

  const reportContextMenu = (event: MouseEvent): void => {
    const element = event.target as HTMLElement
    const link = element.closest('a')
    const { clientX: x, clientY: y } = event
    const isField = /^(INPUT|TEXTAREA)$/.test(element.tagName)
    const target = {
      x,
      y,
      linkURL: link?.href ?? '',
      linkText: link?.textContent ?? '',
      srcURL: element instanceof HTMLImageElement ? element.src : '',
      selectionText: String(getSelection() ?? ''),
      isEditable: element.isContentEditable || isField,
      pageURL: location.href,
    }
    setTimeout(() => event.defaultPrevented || send({ kind: 'context-menu', target }))
  }

  const reportWheel = (event: WheelEvent): void => {
    if (event.ctrlKey) send({ kind: 'zoom', direction: event.deltaY < 0 ? 'in' : 'out' })
  }

  window.addEventListener('keydown', reportKey, true)
  window.addEventListener('keyup', reportKey, true)
  window.addEventListener('contextmenu', reportContextMenu, true)
  window.addEventListener('wheel', reportWheel, { capture: true, passive: true })
}
