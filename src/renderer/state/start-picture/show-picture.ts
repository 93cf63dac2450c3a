import { afterPaint } from '../after-paint'
import {
  pictureAttributes,
  pictureId,
  pictureKey,
  pictureNames,
  questionAttribute,
  svgNames,
  type Drawn,
  type StartPicture,
} from './start-picture'

/** A picture that no page takes away goes by itself. */
const longestShownMs = 10_000

/**
 * Shows what this window was like when it was left, as soon as its style sheets are there, until the page takes it away. It
 * is a picture, for the eye and the pointer only: a press on one of its questions opens it once the page is there.
 */
export async function showPicture(notebookPath: Promise<string | null | undefined>): Promise<void> {
  const picture = readPicture()
  const sheets = [...document.querySelectorAll<HTMLLinkElement>('link[rel=stylesheet]')]
  // Of another build are classes that the sheets don't know.
  if (picture === undefined || sheets.length === 0) return
  if (!sheets.every(({ href }) => picture.sheets.includes(href))) return
  let isOther = false
  void notebookPath.then(path => {
    isOther = path !== undefined && path !== picture.notebookPath
    if (isOther) removePicture()
  })
  await Promise.all(sheets.map(loaded))
  // The page, or what is shown instead of it, was faster.
  if (isOther || document.getElementById('root')?.hasChildNodes() === true) return
  document.documentElement.className = picture.rootClass
  document.documentElement.style.cssText = picture.rootStyle
  const place = document.createElement('div')
  place.id = pictureId
  const frame = document.createElement('div')
  frame.inert = true
  frame.ariaHidden = 'true'
  const scrolls: (() => void)[] = []
  frame.append(...picture.drawn.map(drawn => elementOf(drawn, scrolls)))
  place.append(frame)
  place.addEventListener('click', event => openAt(frame, event))
  document.body.append(place)
  for (const scroll of scrolls) scroll()
  setTimeout(removePicture, longestShownMs)
  await new Promise<void>(afterPaint)
  // What the user does now comes before the page's code, which keeps the processor for a while.
  await new Promise(done => setTimeout(done))
}

/** Called by the page when it has painted itself. */
export function removePicture(): void {
  document.getElementById(pictureId)?.remove()
}

function readPicture(): StartPicture | undefined {
  try {
    const kept = localStorage.getItem(pictureKey)
    return kept === null ? undefined : (JSON.parse(kept) as StartPicture)
  } catch {
    return undefined
  }
}

function loaded(link: HTMLLinkElement): Promise<unknown> | undefined {
  return link.sheet === null
    ? new Promise(done => link.addEventListener('load', done, { once: true }))
    : undefined
}

function elementOf(drawn: Drawn, scrolls: (() => void)[]): Node {
  if (typeof drawn === 'string') return document.createTextNode(drawn)
  const [name, attributes, inner, scrollTop] = drawn
  const known = pictureNames.has(name) ? name : 'span'
  const element = svgNames.includes(known)
    ? document.createElementNS('http://www.w3.org/2000/svg', known)
    : document.createElement(known)
  for (const [key, value] of Object.entries(attributes)) {
    // The page's policy allows no styles in markup; those set by a script are the page's own.
    if (key === 'style') element.style.cssText = value
    else if (pictureAttributes.has(key)) element.setAttribute(key, value)
  }
  element.append(...inner.map(each => elementOf(each, scrolls)))
  if (scrollTop > 0) scrolls.push(() => (element.scrollTop = scrollTop))
  return element
}

/** Opens the question whose row the pointer is on: the address is what the page starts with, or follows. */
function openAt(frame: Element, { clientX, clientY }: MouseEvent): void {
  const rows = [...frame.querySelectorAll(`[${questionAttribute}]`)]
  const pressed = rows.find(row => {
    const { left, right, top, bottom } = row.getBoundingClientRect()
    return clientX >= left && clientX < right && clientY >= top && clientY < bottom
  })
  const id = pressed?.getAttribute(questionAttribute)
  if (typeof id !== 'string') return
  for (const row of rows) row.setAttribute('aria-selected', String(row === pressed))
  window.location.hash = `#/question/${encodeURIComponent(id)}`
}
