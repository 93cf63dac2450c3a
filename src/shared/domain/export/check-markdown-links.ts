import GithubSlugger from 'github-slugger'
import type { Nodes } from 'mdast'
import { toString } from 'mdast-util-to-string'
import { parseMarkdown } from '../markdown/parse-markdown'
import { decodePath } from '../link-keys'

/** What an exported document refers to and does not have. */
export interface MarkdownLinkCheck {
  /** Fragments without a heading or anchor, with their `#`. */
  readonly missingAnchors: readonly string[]
  /** Relative destinations of links and images, decoded. */
  readonly files: readonly string[]
}

/** Reads a finished document anew, as any other program would, and looks where its links lead. */
export function checkMarkdownLinks(markdown: string): MarkdownLinkCheck {
  const slugger = new GithubSlugger()
  const anchors = new Set<string>()
  const fragments = new Set<string>()
  const files = new Set<string>()
  for (const node of walk(parseMarkdown(markdown))) {
    if (node.type === 'heading') anchors.add(slugger.slug(toString(node, { includeHtml: false })))
    if (node.type === 'html')
      for (const match of node.value.matchAll(/\s(?:id|name)="([^"]+)"/g)) anchors.add(match[1] ?? '')
    if (node.type !== 'link' && node.type !== 'image' && node.type !== 'definition') continue
    if (node.url.startsWith('#')) fragments.add(node.url)
    else if (!/^[a-z][a-z0-9+.-]*:|^\/\//i.test(node.url)) files.add(decodePath(node.url.split('#')[0] ?? ''))
  }
  const missingAnchors = [...fragments].filter(fragment => !anchors.has(decodePath(fragment.slice(1))))
  return { missingAnchors, files: [...files].filter(file => file !== '') }
}

function* walk(node: Nodes): Generator<Nodes> {
  yield node
  if ('children' in node) for (const child of node.children) yield* walk(child)
}
