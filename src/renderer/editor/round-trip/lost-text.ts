import type { Nodes } from 'mdast'
import type { Node as ProseMirrorNode } from '@tiptap/pm/model'
import { rangeOf } from '../../../shared/domain/markdown/parse-markdown'
import { parseNote } from '../markdown/parse-note'

/** What of a document's text isn't in the Markdown that it was written as, in the same order. */
export function lostText(markdown: string, doc: ProseMirrorNode): string {
  let visible = ''
  const sources: string[] = []
  doc.descendants((node, _, parent) => {
    if (parent?.type.name === 'rawBlock') sources.push(node.text ?? '')
    else visible += node.isText ? (node.text ?? '') : node.isLeaf ? leafText(node) : ' '
  })
  const written = withoutSpaces(markdown)
  const lostSources = sources
    .flatMap(source => source.split('\n'))
    .filter(line => !written.includes(withoutSpaces(line)))
  return missingFrom(textOf(parseNote(markdown), markdown), visible) + lostSources.join('\n')
}

/** The characters of `expected` from the first one on that `text` doesn't have in the same order. */
function missingFrom(text: string, expected: string): string {
  let at = 0
  const wanted = withoutSpaces(expected)
  for (let index = 0; index < wanted.length; index += 1) {
    at = text.indexOf(wanted.charAt(index), at) + 1
    if (at === 0) return wanted.slice(index)
  }
  return ''
}

/** All text of parsed Markdown, with the addresses of images, and the source of what the editor shows as source. */
function textOf(node: Nodes, markdown: string): string {
  if (node.type === 'wikiLink') return `[[${node.value}]]`
  if (node.type === 'image') return `${node.alt ?? ''}(${node.url})`
  if (shownAsSource.has(node.type)) return markdown.slice(...rangeOf(node))
  if ('children' in node && node.children.length > 0)
    return node.children.map(child => textOf(child, markdown)).join(' ')
  return 'value' in node ? node.value : markdown.slice(...rangeOf(node))
}

const shownAsSource: ReadonlySet<string> = new Set([
  ...['definition', 'footnoteReference', 'html', 'imageReference', 'inlineMath', 'linkReference', 'math'],
])

/** For comparing texts whose white space may differ. */
export function withoutSpaces(value: string): string {
  return value.replace(/\s+/g, '')
}

/** What a reader sees of a node without content. */
function leafText({ type, attrs }: ProseMirrorNode): string {
  if (type.name === 'wikiLink') return `[[${String(attrs['inner'])}]]`
  if (type.name === 'rawInline') return String(attrs['source'])
  return type.name === 'image' ? `${String(attrs['alt'])}(${String(attrs['src'])})` : ' '
}
