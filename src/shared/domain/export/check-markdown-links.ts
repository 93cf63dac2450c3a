import GithubSlugger from 'github-slugger'
import { toString } from 'mdast-util-to-string'
import { parseMarkdown } from '../markdown/parse-markdown'
import { walkMarkdown } from '../markdown/walk-markdown'
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
  const { anchors, targets } = markdownPlaces(markdown)
  const fragments = new Set(targets.filter(target => target.startsWith('#')))
  const files = targets.map(target => decodePath(target.split('#')[0] ?? ''))
  return {
    missingAnchors: [...fragments].filter(fragment => !anchors.has(decodePath(fragment.slice(1)))),
    files: [...new Set(files)].filter(file => file !== ''),
  }
}

/** Where a document can be linked to, and the destinations of its links and images that are no addresses. */
export function markdownPlaces(markdown: string): {
  readonly anchors: ReadonlySet<string>
  readonly targets: readonly string[]
} {
  const slugger = new GithubSlugger()
  const anchors = new Set<string>()
  const targets: string[] = []
  for (const node of walkMarkdown(parseMarkdown(markdown))) {
    if (node.type === 'heading') anchors.add(slugger.slug(toString(node, { includeHtml: false })))
    if (node.type === 'html')
      for (const match of node.value.matchAll(/\s(?:id|name)="([^"]+)"/g)) anchors.add(match[1] ?? '')
    if (node.type !== 'link' && node.type !== 'image' && node.type !== 'definition') continue
    if (!/^[a-z][a-z0-9+.-]*:|^\/\//i.test(node.url)) targets.push(node.url)
  }
  return { anchors, targets }
}
