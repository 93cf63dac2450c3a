import type { Root } from 'mdast'
import { fromMarkdown, type Options } from 'mdast-util-from-markdown'
import { gfmFromMarkdown } from 'mdast-util-gfm'
import { mathFromMarkdown } from 'mdast-util-math'
import { cjkFriendlyExtension } from 'micromark-extension-cjk-friendly'
import { gfmStrikethroughCjkFriendly } from 'micromark-extension-cjk-friendly-gfm-strikethrough'
import { gfm } from 'micromark-extension-gfm'
import { combineExtensions } from 'micromark-util-combine-extensions'
import { highlight, highlightFromMarkdown } from '../../../shared/domain/markdown/highlight-syntax'
import { proseMath } from '../../../shared/domain/markdown/prose-math'
import { wikiLinkFromMarkdown, wikiLinkSyntax } from './wiki-link-syntax'

/** Without the search for addresses in finished text: it also finds those that were escaped. */
const gfmBySyntax = gfmFromMarkdown().map(extension => ({ ...extension, transforms: [] }))

// Made and combined once: a note is parsed in one piece, but its blocks are proved one by one.
const options: Options = {
  extensions: [
    combineExtensions([
      gfm(),
      proseMath(),
      cjkFriendlyExtension(),
      gfmStrikethroughCjkFriendly(),
      highlight(),
      wikiLinkSyntax,
    ]),
  ],
  mdastExtensions: [...gfmBySyntax, mathFromMarkdown(), highlightFromMarkdown, wikiLinkFromMarkdown],
}

/** As the shared `parseMarkdown`, with wiki links as nodes. */
export function parseNote(text: string): Root {
  return fromMarkdown(text, options)
}
