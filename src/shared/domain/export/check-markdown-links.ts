import GithubSlugger from 'github-slugger'
import { toString } from 'mdast-util-to-string'
import type { Root } from 'mdast'
import { findWikiLinks } from '../markdown/find-wiki-links'
import { parseMarkdown } from '../markdown/parse-markdown'
import { walkMarkdown } from '../markdown/walk-markdown'
import { decodePath } from '../link-keys'
import { detached } from './detached'
import { headingKey } from './heading-key'

/** What an exported document refers to and does not have. */
export interface MarkdownLinkCheck {
  /** Fragments without a heading or anchor, with their `#`. */
  readonly missingAnchors: readonly string[]
  /** Relative destinations of links and images, decoded. */
  readonly files: readonly string[]
}

/** Where a document can be linked to, and the destinations of its links and images that are no addresses. */
export interface MarkdownPlaces {
  readonly anchors: ReadonlySet<string>
  readonly targets: readonly string[]
  /** `headingKey` of each heading. */
  readonly headings: ReadonlySet<string>
  /** What stands between the brackets of wiki links. */
  readonly wikiLinks: readonly string[]
}

/** Reads a finished document anew, as any other program would, and looks where its links lead. */
export function checkMarkdownLinks(markdown: string): MarkdownLinkCheck {
  const reader = new MarkdownPlaceReader()
  reader.add(markdown)
  return reader.check()
}

export function markdownPlaces(markdown: string): MarkdownPlaces {
  const reader = new MarkdownPlaceReader()
  reader.add(markdown)
  return reader.places()
}

/** Reads a document stretch by stretch: each ends before a heading. */
export class MarkdownPlaceReader {
  readonly #slugger = new GithubSlugger()
  readonly #anchors = new Set<string>()
  readonly #targets = new Set<string>()
  readonly #headings = new Set<string>()
  readonly #wikiLinks = new Set<string>()
  #waiting = ''

  /** The next stretch. What leaves something open that swallows the heading after it is read together with that. */
  add(markdown: string): void {
    const text = this.#waiting + markdown
    const root = parseMarkdown(`${text}\n\n# end`)
    const last = root.children.at(-1)
    const isClosed = last?.type === 'heading' && last.position?.start.offset === text.length + 2
    this.#waiting = isClosed ? '' : text
    if (!isClosed) return
    root.children.pop()
    this.#read(root, text)
  }

  places(): MarkdownPlaces {
    if (this.#waiting !== '') this.#read(parseMarkdown(this.#waiting), this.#waiting)
    this.#waiting = ''
    return {
      anchors: this.#anchors,
      targets: [...this.#targets],
      headings: this.#headings,
      wikiLinks: [...this.#wikiLinks],
    }
  }

  check(): MarkdownLinkCheck {
    const { anchors, targets } = this.places()
    const files = targets.map(target => decodePath(target.split('#')[0] ?? ''))
    return {
      missingAnchors: targets.filter(
        target => target.startsWith('#') && !anchors.has(decodePath(target.slice(1))),
      ),
      files: [...new Set(files)].filter(file => file !== ''),
    }
  }

  #read(root: Root, text: string): void {
    const nodes = [...walkMarkdown(root)]
    for (const { inner } of findWikiLinks(text, nodes)) this.#wikiLinks.add(detached(inner))
    for (const node of nodes) {
      if (node.type === 'heading') {
        const words = toString(node, { includeHtml: false })
        this.#anchors.add(this.#slugger.slug(words))
        this.#headings.add(headingKey(words))
      }
      if (node.type === 'html')
        for (const match of node.value.matchAll(/\s(?:id|name)="([^"]+)"/g))
          this.#anchors.add(detached(match[1] ?? ''))
      if (node.type !== 'link' && node.type !== 'image' && node.type !== 'definition') continue
      if (!/^[a-z][a-z0-9+.-]*:|^\/\//i.test(node.url)) this.#targets.add(detached(node.url))
    }
  }
}
