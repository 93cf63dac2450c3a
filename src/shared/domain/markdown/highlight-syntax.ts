import type { Parent, PhrasingContent } from 'mdast'
import type { Extension as FromMarkdownExtension } from 'mdast-util-from-markdown'
import type { Handle, Options } from 'mdast-util-to-markdown'
import type {
  Construct,
  Event,
  Extension,
  Resolver,
  State,
  Token,
  TokenizeContext,
} from 'micromark-util-types'

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

declare module 'mdast-util-to-markdown' {
  interface ConstructNameMap {
    highlight: 'highlight'
  }
}

const equals = 61

/** Micromark's part: two equals signs with no white space on the inner side. */
export function highlight(): Extension {
  const construct: Construct = { name: 'highlight', tokenize, resolveAll }
  return {
    text: { [equals]: construct },
    insideSpan: { null: [construct] },
    attentionMarkers: { null: [equals] },
  }
}

/** Mdast's part: makes `HighlightNode`s. */
export const highlightFromMarkdown: FromMarkdownExtension = {
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

const writeHighlight: Handle & { peek?: () => string } = (node: HighlightNode, _, state, info) => {
  const tracker = state.createTracker(info)
  const exit = state.enter('highlight')
  const opening = tracker.move('==')
  const inner = tracker.move(
    state.containerPhrasing(node, { ...tracker.current(), before: opening, after: '=' }),
  )
  exit()
  return opening + inner + tracker.move('==')
}
writeHighlight.peek = () => '='

/** Writes `HighlightNode`s, and text so that it isn't read as one. */
export const highlightToMarkdown: Options = {
  handlers: { highlight: writeHighlight },
  unsafe: [
    { character: '=', after: '=', inConstruct: 'phrasing' },
    { character: '=', before: '=', inConstruct: 'phrasing' },
  ],
}

function tokenize(
  this: TokenizeContext,
  effects: Parameters<Construct['tokenize']>[0],
  ok: State,
  nok: State,
): State {
  const { previous, events } = this
  const isEscaped = events.at(-1)?.[1].type === 'characterEscape'
  let size = 0
  return code => {
    if (previous === equals && !isEscaped) return nok(code)
    effects.enter('highlightMarker')
    return more(code)
  }

  function more(code: number | null): State | undefined {
    if (code === equals) {
      effects.consume(code)
      size += 1
      return more
    }
    if (size !== 2) return nok(code)
    const token = effects.exit('highlightMarker')
    token._open = !isSpace(code)
    token._close = !isSpace(previous)
    return ok(code)
  }
}

function isSpace(code: number | null): boolean {
  return code === null || code < 0 || /\s/.test(String.fromCodePoint(code))
}

/** Pairs each closing marker with the nearest opening one; markers without a partner are text. */
const resolveAll: Resolver = (events, context) => {
  const resolved: Event[] = []
  const openings: number[] = []
  for (const event of events) {
    const [kind, token] = event
    const isMarker = kind === 'exit' && token.type === 'highlightMarker'
    resolved.push(event)
    if (!isMarker) continue
    const opening = token._close === true ? openings.pop() : undefined
    if (opening !== undefined) resolved.push(...wrap(resolved.splice(opening), context))
    else if (token._open === true) openings.push(resolved.length - 2)
  }
  for (const [, token] of resolved)
    if (token.type === 'highlightMarker' && token._open !== undefined) token.type = 'data'
  return resolved
}

/** Events from an opening marker to a closing one, as one highlight. */
function wrap(events: Event[], context: TokenizeContext): Event[] {
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

function resolveInside(events: Event[], context: TokenizeContext): Event[] {
  const resolvers = new Set(context.parser.constructs.insideSpan.null?.map(construct => construct.resolveAll))
  let resolved = events
  for (const resolver of resolvers) resolved = resolver?.(resolved, context) ?? resolved
  return resolved
}
