import { decodePath } from '../../shared/domain/link-keys'
import type { EditorContext } from './editor-context'

/** The box that stands for an image: what it shows, its address, and why it isn't seen. */
export function imagePlaceholder(
  {
    text,
    address,
    url,
  }: { readonly text: string; readonly address: string; readonly url: string | undefined },
  { translate }: EditorContext,
): HTMLElement {
  const shown = decodePath(address)
  const reason = translate(reasonFor(address, url))
  const box = document.createElement('span')
  box.className = 'image-placeholder'
  box.role = 'img'
  box.ariaLabel = text === '' ? shown : text
  box.setAttribute('aria-description', reason)
  box.append(
    line('image-placeholder-text', text),
    line('image-placeholder-source', shown),
    line('image-placeholder-reason', reason),
  )
  return box
}

/** Whether an image that is loaded from `url` is one of the files at `paths`. */
export function isLoadedFrom(url: string | undefined, paths: readonly string[]): boolean {
  const path = decodePath(url?.split('?', 1)[0] ?? '')
    .slice(1)
    .normalize('NFC')
  return paths.some(changed => changed.normalize('NFC') === path)
}

function reasonFor(address: string, url: string | undefined) {
  if (url !== undefined) return 'editor.image.missing'
  return /^https?:|^\/\//i.test(address) ? 'editor.image.remote' : 'editor.image.outside'
}

function line(className: string, value: string): HTMLElement {
  const element = document.createElement('span')
  element.className = className
  element.textContent = value
  element.hidden = value === ''
  return element
}
