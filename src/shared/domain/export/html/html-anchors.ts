import GithubSlugger from 'github-slugger'
import type { HeadingAnchor } from '../heading-anchors'
import type { RewritableHeading } from '../rewrite-markdown'

/** The id of a text on a page, made of words; never the same twice for one slugger. */
export function idFor(slugger: GithubSlugger, text: string): string {
  const words = text.replace(/[^\p{L}\p{N}\p{M}_ -]+/gu, ' ').trim()
  return slugger.slug(words.replace(/\s+/g, ' ') || 'part')
}

/**
 * Anchors for the headings of one text, each written as HTML. The first is `own`, the others begin with `prefix`. `ids` holds
 * all that were given.
 */
export function htmlAnchors(
  own: string,
  prefix: string,
): { readonly ids: ReadonlySet<string>; readonly next: (heading: RewritableHeading) => HeadingAnchor } {
  const slugger = new GithubSlugger()
  const ids = new Set<string>()
  return {
    ids,
    next: ({ text }) => {
      const id = ids.size === 0 ? own : prefix + idFor(slugger, text)
      ids.add(id)
      return { id, html: `<a id="${id}"></a>` }
    },
  }
}
