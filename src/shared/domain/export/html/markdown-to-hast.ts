import type { Element, ElementContent, Root } from 'hast'
import { sanitize } from 'hast-util-sanitize'
import type { Blockquote, Nodes, Parents } from 'mdast'
import { defaultHandlers, toHast, type Handlers } from 'mdast-util-to-hast'
import { walkMarkdown } from '../../markdown/walk-markdown'
import type { ExportWords } from '../export-words'
import { findCallout } from '../find-callout'
import { isFlow } from '../known-html'
import { parseAsShown } from '../parse-as-shown'
import { calloutElement, type CalloutStyle } from './callout-element'
import { htmlSchema } from './html-schema'

export interface HastOptions {
  /** Anchors that the export wrote into the text's headings. */
  readonly ids: ReadonlySet<string>
  /** Comes before the ids of footnotes. */
  readonly prefix: string
  readonly words: ExportWords
  readonly callouts: CalloutStyle
}

/**
 * Markdown of an export as a tree of HTML that holds nothing but what `htmlSchema` names. Raw HTML becomes text, as the
 * editor shows it, but for what `parseAsShown` knows and the anchors in `ids`, which the export wrote itself. `prefix` keeps
 * the ids of footnotes apart from those of other texts on a page.
 */
export function markdownToHast(markdown: string, { ids, prefix, words, callouts }: HastOptions): Root {
  const root = parseAsShown(markdown)
  placeAnchors(root, new Set(ids))
  const hast = toHast(root, {
    handlers: handlersFor(words, callouts),
    clobberPrefix: prefix,
    footnoteBackContent: '\u21A9\uFE0E',
    footnoteLabelTagName: 'hr',
  })
  const clean = sanitize(hast, htmlSchema)
  return clean.type === 'root' ? clean : { type: 'root', children: [clean as ElementContent] }
}

function handlersFor(words: ExportWords, style: CalloutStyle): Handlers {
  return {
    html: (_state, node: { value: string }, parent: Parents | undefined): ElementContent => {
      const text: ElementContent = { type: 'text', value: node.value }
      return parent !== undefined && isFlow(parent) ? element('pre', [element('code', [text])]) : text
    },
    highlight: (state, node: Parents): Element => element('mark', state.all(node)),
    blockquote: (state, node: Blockquote): Element => {
      const callout = findCallout(node, words)
      return callout === undefined
        ? defaultHandlers.blockquote(state, node)
        : calloutElement(state, callout, style)
    },
  }
}

/** An element without attributes. */
function element(tagName: string, children: ElementContent[]): Element {
  return { type: 'element', tagName, properties: {}, children }
}

/** Makes `<a id="…"></a>` the id of the heading that begins with it, or of a span of its own; each id counts once. */
function placeAnchors(root: Nodes, ids: Set<string>): void {
  for (const parent of [...walkMarkdown(root)]) {
    if (!('children' in parent)) continue
    for (const [index, node] of [...parent.children.entries()].toReversed()) {
      const id = node.type === 'html' ? /^<a id="([^"]*)">$/.exec(node.value)?.[1] : undefined
      const end = parent.children[index + 1]
      if (id === undefined || end?.type !== 'html' || end.value !== '</a>' || !ids.delete(id)) continue
      const isHeading = parent.type === 'heading' && index === 0
      if (isHeading) parent.data = { ...parent.data, hProperties: { id } }
      parent.children.splice(index, 2, ...(isHeading ? [] : [anchor(id)]))
    }
  }
}

function anchor(id: string): { type: 'emphasis'; children: []; data: object } {
  return { type: 'emphasis', children: [], data: { hName: 'span', hProperties: { id } } }
}
