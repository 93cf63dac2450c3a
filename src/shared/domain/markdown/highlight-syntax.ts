import type { Parent, PhrasingContent } from 'mdast'
import type { Extension as FromMarkdownExtension } from 'mdast-util-from-markdown'
import type {
  Code,
  Construct,
  Event,
  Extension,
  State,
  Token,
  TokenizeContext,
  Tokenizer,
} from 'micromark-util-types'
import { markerSides } from './marker-sides'

/** `==children==`: text that its writer marked. */
export interface HighlightNode extends Parent {
  type: 'highlight'
  children: PhrasingContent[]
}

declare module 'mdast' {
  interface PhrasingContentMap {
    highlight: HighlightNode
  }
  interface RootContentMap {
    highlight: HighlightNode
  }
}

declare module 'micromark-util-types' {
  interface TokenTypeMap {
    highlight: 'highlight'
    highlightMarker: 'highlightMarker'
    highlightText: 'highlightText'
  }
}

const equals = 61

/**
 * Micromark's part. Two equals signs, no more and no fewer, open and close where two tildes would: `==a==` is a
 * highlight, `a == b` is text.
 */
export function highlight(): Extension {
  const construct: Construct = { name: 'highlight', tokenize: tokenizeMarker, resolveAll: resolveMarkers }
  return {
    text: { [equals]: construct },
    insideSpan: { null: [construct] },
    attentionMarkers: { null: [equals] },
  }
}

/** Mdast's part: makes `HighlightNode`s. */
export const highlightFromMarkdown: FromMarkdownExtension = {
  canContainEols: ['highlight'],
  enter: {
    highlight(token) {
      this.enter({ type: 'highlight', children: [] }, token)
    },
  },
  exit: {
    highlight(token) {
      this.exit(token)
    },
  },
}

function tokenizeMarker(this: TokenizeContext, ...[effects, ok, nok]: Parameters<Tokenizer>): State {
  const { previous } = this
  const isAfterEscape = this.events.at(-1)?.[1].type === 'characterEscape'
  let size = 0
  return start

  function start(code: Code): State | undefined {
    if (previous === equals && !isAfterEscape) return nok(code)
    effects.enter('highlightMarker')
    return more(code)
  }

  function more(code: Code): State | undefined {
    if (code === equals) {
      effects.consume(code)
      size += 1
      return more
    }
    if (size !== 2) return nok(code)
    const { opens, closes } = markerSides(previous, code)
    Object.assign(effects.exit('highlightMarker'), { _open: opens, _close: closes })
    return ok(code)
  }
}

/** Pairs each closing marker with the nearest opening one before it; markers without a partner are text. */
function resolveMarkers(events: Event[], context: TokenizeContext): Event[] {
  // Stretches of events, each but the first from an opening marker on.
  const before: Event[][] = []
  let stretch: Event[] = []
  for (const event of events) {
    const [kind, token] = event
    const isFree = token.type === 'highlightMarker' && token._open !== undefined
    if (isFree && kind === 'enter' && token._open === true && !(token._close === true && before.length > 0)) {
      before.push(stretch)
      stretch = []
    }
    stretch.push(event)
    if (!isFree || kind !== 'exit' || token._close !== true) continue
    const outer = stretch[0]?.[1] === token ? undefined : before.pop()
    if (outer === undefined) continue
    stretch = [...outer, ...pair(stretch, context)]
  }
  // In place, because micromark keeps hold of the array.
  const resolved = [...before, stretch].flat().map(asText)
  for (const [index, event] of resolved.entries()) events[index] = event
  events.length = resolved.length
  return events
}

/** Events from an opening marker to a closing one, as one highlight. */
function pair(events: readonly Event[], context: TokenizeContext): Event[] {
  const opening = events[0]?.[1]
  const closing = events.at(-1)?.[1]
  if (opening === undefined || closing === undefined) throw new TypeError('highlight without markers')
  for (const marker of [opening, closing]) {
    delete marker._open
    delete marker._close
  }
  const outer: Token = { type: 'highlight', start: { ...opening.start }, end: { ...closing.end } }
  const text: Token = { type: 'highlightText', start: { ...opening.end }, end: { ...closing.start } }
  return [
    ['enter', outer, context],
    ...events.slice(0, 2),
    ['enter', text, context],
    ...resolveInside(events.slice(2, -2), context),
    ['exit', text, context],
    ...events.slice(-2),
    ['exit', outer, context],
  ]
}

/** Emphasis and the like between the markers is looked for by itself, so that none begins inside and ends outside. */
function resolveInside(events: Event[], context: TokenizeContext): Event[] {
  const constructs = context.parser.constructs.insideSpan.null ?? []
  const resolvers = new Set(constructs.map(construct => construct.resolveAll))
  let resolved = events
  for (const resolve of resolvers) resolved = resolve?.(resolved, context) ?? resolved
  return resolved
}

function asText(event: Event): Event {
  const [, token] = event
  if (token.type === 'highlightMarker' && token._open !== undefined) token.type = 'data'
  return event
}
