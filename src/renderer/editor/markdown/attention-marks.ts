import type { Attention, ConstructName, Handle, Options, Unsafe } from 'mdast-util-to-markdown'
import { cjkFriendlyAttention } from 'mdast-util-to-markdown-cjk-friendly/phrasing'

declare module 'mdast-util-to-markdown' {
  interface ConstructNameMap {
    highlight: 'highlight'
    strikethrough: 'strikethrough'
  }
}

const notInText: ConstructName[] = [
  'autolink',
  'destinationLiteral',
  'destinationRaw',
  'reference',
  'titleQuote',
  'titleApostrophe',
]
const inText: Pick<Unsafe, 'inConstruct' | 'notInConstruct'> = {
  inConstruct: 'phrasing',
  notInConstruct: notInText,
}

/** Writes `~~a~~` and `==a==`, beside Chinese as emphasis is, and text so that it isn't read as a highlight. */
export const attentionMarks: Options = {
  handlers: { delete: marked('strikethrough', '~', [2, 1]), highlight: marked('highlight', '=', [2]) },
  unsafe: [
    { character: '=', before: '=', ...inText },
    { character: '=', after: '=', ...inText },
  ],
}

function marked(construct: ConstructName, marker: string, sizes: number[]): Handle {
  const attention: Attention = () => ({ construct, markers: [marker], sizes })
  const handle: Handle = () => {
    throw new TypeError(`${construct} outside of a paragraph`)
  }
  return cjkFriendlyAttention(Object.assign(handle, { attention, peek: () => marker }))
}
