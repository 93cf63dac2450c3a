import type { Element, ElementContent, Root, RootContent } from 'hast'
import { toHtml } from 'hast-util-to-html'
import { externalUrl } from '../../external-url'
import { highlightCode } from './highlight-code'
import { parseImageText } from '../../markdown/image-text'
import { addCalloutIcon } from './callout-element'
import { markdownToHast, type HastOptions } from './markdown-to-hast'

export interface HtmlOptions extends HastOptions {
  /** Sets a formula; the node is taken as it is. */
  readonly formula: (source: string, isDisplay: boolean) => ElementContent
  /** Where a page finds an image: undefined takes it out. `destination` is what Markdown has, percent-encoded. */
  readonly image: (destination: string) => Promise<string | undefined>
  /** Changes words that would mean something to the reader's program. */
  readonly inertText?: (text: string) => string
  /** Whether links to files beside stay; those within the text and to the web do. */
  readonly hasFiles: boolean
  /** Whether the words of code get classes. */
  readonly isCodeHighlighted: boolean
}

/** Markdown as HTML that runs nothing and loads nothing but its images. */
export async function renderHtml(markdown: string, options: HtmlOptions): Promise<string> {
  const root = markdownToHast(markdown, options)
  await finish(root, options)
  return toHtml(root, { allowDangerousHtml: true })
}

async function finish(parent: Root | Element, options: HtmlOptions): Promise<void> {
  const children: (RootContent | ElementContent)[] = []
  for (const child of parent.children) {
    if (child.type === 'text')
      children.push({ ...child, value: options.inertText?.(child.value) ?? child.value })
    else if (child.type !== 'element') children.push(child)
    else children.push(await finished(child, options))
  }
  parent.children = children as ElementContent[]
}

async function finished(node: Element, options: HtmlOptions): Promise<ElementContent> {
  const only = node.children[0]
  if (node.tagName === 'pre' && only?.type === 'element' && only.tagName === 'code')
    return codeBlock(node, only, options)
  if (node.tagName === 'code' && (hasClass(node, 'math-inline') || hasClass(node, 'math-display')))
    return options.formula(textOf(node), hasClass(node, 'math-display'))
  if (node.tagName === 'img') return image(node, options)
  if (node.tagName === 'a') closeLink(node, options)
  // Words for screen readers that name the footnotes, the same for each text of a page.
  if (node.tagName === 'hr') node.children = []
  if (rightToLeft.test(/^(?:h\d|li|p|summary|td|th)$/.test(node.tagName) ? textOf(node) : ''))
    node.properties['dir'] = 'auto'
  await finish(node, options)
  addCalloutIcon(node)
  return node
}

/** Letters of the scripts that are written from right to left. */
const rightToLeft = /[\u0590-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFC]/

function codeBlock(
  node: Element,
  code: Element,
  { formula, inertText, isCodeHighlighted }: HtmlOptions,
): ElementContent {
  const text = textOf(code)
  if (hasClass(code, 'math-display')) return formula(text, true)
  const language = classesOf(code)
    .find(name => name.startsWith('language-'))
    ?.slice('language-'.length)
  code.children = code.children.map(child =>
    child.type === 'text' ? { ...child, value: inertText?.(child.value) ?? child.value } : child,
  )
  if (isCodeHighlighted && language !== undefined) code.children = highlightCode(text, language)
  return node
}

async function image(node: Element, options: HtmlOptions): Promise<ElementContent> {
  const { src, alt } = node.properties
  const destination = String(src ?? '')
  const { description, width, height } = parseImageText(String(alt ?? ''))
  const text: ElementContent = { type: 'text', value: description || destination }
  const found = destination === '' ? undefined : await options.image(destination)
  if (found !== undefined) {
    node.properties = { ...node.properties, src: found, alt: description, width, height }
    return node
  }
  const href = externalUrl(destination)
  const properties = href === undefined ? {} : { href, rel: ['noreferrer'] }
  const tagName = href === undefined ? 'span' : 'a'
  return { type: 'element', tagName, properties, children: [text] }
}

/** Links lead to places of the export or to the web; the web does not hear from where. */
function closeLink(node: Element, { hasFiles }: HtmlOptions): void {
  const href = String(node.properties['href'] ?? '')
  if (externalUrl(href) !== undefined) node.properties['rel'] = ['noreferrer']
  else if (!href.startsWith('#') && (!hasFiles || /^[a-z][a-z0-9+.-]*:|^[\\/]/i.test(href)))
    delete node.properties['href']
}

function hasClass(node: Element, name: string): boolean {
  return classesOf(node).includes(name)
}

function classesOf({ properties }: Element): string[] {
  const { className } = properties
  return Array.isArray(className) ? className.map(String) : []
}

function textOf(node: ElementContent): string {
  if (node.type === 'text') return node.value
  return node.type === 'element' ? node.children.map(textOf).join('') : ''
}
