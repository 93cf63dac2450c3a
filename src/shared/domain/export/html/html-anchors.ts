import GithubSlugger from 'github-slugger'
import type { HeadingAnchor } from '../heading-anchors'
import type { RewritableHeading } from '../rewrite-markdown'

/** The id of a text on a page, made of words; never the same twice for one slugger. */
export function idFor(slugger: GithubSlugger, text: string): string {
  const words = text.replace(/[^\p{L}\p{N}\p{M}_ -]+/gu, ' ').trim()
  return slugger.slug(words.replace(/\s+/g, ' ') || 'part')
}

/** Anchors for the headings of one text, each written as HTML. The first is `own`, the others begin with `prefix`. */
export function htmlAnchors(own: string, prefix: string): (heading: RewritableHeading) => HeadingAnchor {
  const slugger = new GithubSlugger()
  let isFirst = true
  return ({ text }) => {
    const id = isFirst ? own : prefix + idFor(slugger, text)
    isFirst = false
    return { id, html: `<a id="${id}"></a>` }
  }
}
