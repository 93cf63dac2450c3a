import type { Element, ElementContent } from 'hast'
import type { State } from 'mdast-util-to-hast'
import { calloutIconPath } from '../../markdown/callout-icons'
import { calloutTypes } from '../../markdown/callout-types'
import type { ExportedCallout } from '../find-callout'

/** `foldable`: folded ones unfold at a press; `open`: all that is there is seen; `plain`: a quote that needs no style sheet. */
export type CalloutStyle = 'foldable' | 'open' | 'plain'

/** A callout as HTML: a box, or a quote, that begins with its title. */
export function calloutElement(
  state: State,
  { type, fold, name, title, body }: ExportedCallout,
  style: CalloutStyle,
): Element {
  const words: ElementContent[] = [
    ...(name === undefined ? [] : named(name, style !== 'plain' && title.length > 0)),
    ...(name !== undefined && title.length > 0 ? [{ type: 'text' as const, value: ' ' }] : []),
    ...state.all({ type: 'paragraph', children: title }),
  ]
  const content = state.wrap(state.all({ type: 'blockquote', children: body }), true)
  if (style === 'plain') {
    const head = element('p', [element('strong', words)])
    return element('blockquote', [{ type: 'text', value: '\n' }, head, ...content])
  }
  const className = ['callout', `is-${type ?? 'unknown'}`]
  const isFoldable = style === 'foldable' && fold !== 'none'
  const head = element(isFoldable ? 'summary' : 'p', words, { className: ['callout-title'] })
  const open = isFoldable && fold === 'open' ? { open: true } : {}
  return element(isFoldable ? 'details' : 'div', [head, ...content], { className, ...open })
}

/** Puts the icon of a callout's type before its title. The path is ours, so that it is written as it is. */
export function addCalloutIcon({ properties, children: [head] }: Element): void {
  const { className } = properties
  if (!Array.isArray(className) || !className.includes('callout') || head?.type !== 'element') return
  const type = calloutTypes.find(each => className.includes(`is-${each}`))
  const value = `<svg viewBox="0 0 24 24" aria-hidden="true"><path d="${calloutIconPath(type)}"/></svg>`
  head.children.unshift({ type: 'raw', value })
}

function named(name: string, isApart: boolean): ElementContent[] {
  const text: ElementContent = { type: 'text', value: name }
  return [isApart ? element('span', [text], { className: ['callout-name'] }) : text]
}

function element(
  tagName: string,
  children: ElementContent[],
  properties: Element['properties'] = {},
): Element {
  return { type: 'element', tagName, properties, children }
}
