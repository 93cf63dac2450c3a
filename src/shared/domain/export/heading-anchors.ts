import GithubSlugger from 'github-slugger'
import { detached } from './detached'

/** Where a heading can be linked to. `html` is an anchor to write before its text, empty when none is needed. */
export interface HeadingAnchor {
  readonly id: string
  readonly html: string
}

/** Characters for which GitHub, pandoc and github-slugger agree on the id of a heading. */
const certain =
  /^(?:[\p{Ll}\p{Lu}\p{Lo}\p{Nd}\p{M}_ .,;:!?'"()/[\]{}&+=*<>@%#^|$\\`…—–’“”‘，。？！：；（）、「」《》·×−≈→]|-(?!-))*$/u

/**
 * Gives the headings of one document their ids, in order, by GitHub's rule. A heading for which readers of
 * Markdown disagree gets an explicit anchor besides.
 */
export class HeadingAnchors {
  readonly #slugger = new GithubSlugger()
  #explicit = 0

  /** `text` is what a reader sees of the heading; `isCertain` is false where that depends on the reader. */
  next(text: string, isCertain = true): HeadingAnchor {
    const id = this.#slugger.slug(detached(text))
    if (isCertain && id !== '' && certain.test(text) && !/^ | {2}| $/.test(text)) return { id, html: '' }
    this.#explicit += 1
    // No heading's own id has a full stop.
    const own = `a${this.#explicit}.${id.replace(/[^a-z0-9-]+/g, '')}`.replace(/[-.]+$/, '.')
    return { id: own, html: `<a id="${own}"></a>` }
  }
}
