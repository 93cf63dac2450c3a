import { pictureAttributes, pictureKey, pictureNames, type Drawn, type StartPicture } from './start-picture'

/** Keeps a picture of the page whenever it is left or hidden. `notebookPath` is asked for then; undefined when none is open. */
export function keepPictures(root: Element, notebookPath: () => string | undefined): void {
  const keep = (): void => {
    const path = notebookPath()
    try {
      if (path === undefined) localStorage.removeItem(pictureKey)
      else localStorage.setItem(pictureKey, JSON.stringify(takePicture(root, path)))
    } catch {
      // Storage that is full or forbidden: the next start goes without.
    }
  }
  window.addEventListener('pagehide', keep)
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden') keep()
  })
}

function takePicture(root: Element, notebookPath: string): StartPicture {
  const { className, style } = document.documentElement
  const sheets = [...document.querySelectorAll<HTMLLinkElement>('link[rel=stylesheet]')]
  return {
    notebookPath,
    sheets: sheets.map(({ href }) => href),
    rootClass: className,
    rootStyle: style.cssText,
    drawn: [...root.children].flatMap(draw),
  }
}

function draw(element: Element): Drawn[] {
  const name = element.localName
  // A picture has no formulas; what they were made from can be read.
  if (name === 'math') return [['code', {}, [element.querySelector('annotation')?.textContent ?? ''], 0]]
  if (!pictureNames.has(name) || isOutOfView(element)) return []
  const attributes: Record<string, string> = {}
  for (const { name: key, value } of element.attributes)
    if (pictureAttributes.has(key)) attributes[key] = value
  // What the user reads and writes is not kept outside of the notebook.
  const inner = name === 'main' || name === 'footer' ? [] : [...element.childNodes].flatMap(drawNode)
  return [[name, attributes, inner, element.scrollTop]]
}

/** Of the rows of a tree more are there than are seen. */
function isOutOfView(element: Element): boolean {
  if (element.role !== 'treeitem') return false
  const { top, bottom } = element.getBoundingClientRect()
  return bottom < 0 || top > window.innerHeight
}

function drawNode(node: Node): Drawn[] {
  if (node instanceof Element) return draw(node)
  return node.nodeType === Node.TEXT_NODE && node.nodeValue !== null ? [node.nodeValue] : []
}
