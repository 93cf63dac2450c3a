import type { Link, Nodes, Paragraph, Parents, RootContent } from 'mdast'
import { gfmToMarkdown } from 'mdast-util-gfm'
import { mathToMarkdown } from 'mdast-util-math'
import {
  defaultHandlers,
  type Handle,
  type Info,
  type Join,
  type Options,
  type State,
  toMarkdown,
  type Unsafe,
} from 'mdast-util-to-markdown'
import { cjkFriendlyToMarkdown } from 'mdast-util-to-markdown-cjk-friendly'
import { attentionMarks } from './attention-marks'
import type { MarkdownStyle } from './markdown-style'
import { writeWikiLink } from './wiki-link-syntax'

/**
 * How much is escaped. `careful`: whatever could be read as Markdown. `light`: nothing but bars in tables, for text
 * that is then read again to see whether that was enough.
 */
export type Escaping = 'careful' | 'light'

/** Writes blocks of mdast without a final line break. */
export function stringifyBlocks(blocks: RootContent[], style: MarkdownStyle, escaping: Escaping): string {
  return toMarkdown({ type: 'root', children: blocks }, optionsFor(style, escaping)).replace(/\n$/, '')
}

// Made once, because patterns are compiled when they are first used.
const digitsAfterMath: Options = {
  unsafe: [...'0123456789'].map(character => ({ character, before: '\\$', inConstruct: 'phrasing' })),
}
const syntax: readonly Options[] = [
  mathToMarkdown(),
  digitsAfterMath,
  cjkFriendlyToMarkdown(),
  attentionMarks,
]
const plainTables = gfmToMarkdown({ tablePipeAlign: false })
const tables: Readonly<Record<'aligned' | 'plain', Options>> = {
  aligned: gfmToMarkdown({ tablePipeAlign: true }),
  plain: { extensions: [plainTables, { handlers: { table: writeTable } }] },
}
const unsafeAddresses: Options = { unsafe: [{ character: '<', inConstruct: 'destinationRaw' }] }
/** In front of a whole text it would be a byte order mark. */
const unsafeMark: Options = { unsafe: [{ character: '\ufeff', atBreak: true }] }

function optionsFor(style: MarkdownStyle, escaping: Escaping): Options {
  const { lineBreak, hasAngleBrackets, isTableAligned, ...options } = style
  return {
    ...options,
    bulletOther: style.bullet === '-' ? '*' : '-',
    extensions: [
      isTableAligned ? tables.aligned : tables.plain,
      ...syntax,
      unsafeAddresses,
      unsafeMark,
      {
        handlers: { break: writeBreak(lineBreak), wikiLink: writeWikiLink },
        join: [joinAfterParagraph, joinRawList],
      },
      escaping === 'light'
        ? { handlers: { text: writeLightText, link: writeLightLink(hasAngleBrackets) } }
        : { handlers: { link: writeCarefulLink } },
    ],
  }
}

const writePlainTable = plainTables.extensions?.find(({ handlers }) => handlers?.table)?.handlers?.table

/** With three dashes for each column, as people write them: some readers of Markdown ask for as many. */
function writeTable(...parameters: Parameters<Handle>): string {
  if (writePlainTable === undefined || writePlainTable === null) throw new TypeError('tables have no writer')
  const lines = writePlainTable(...parameters).split('\n')
  return lines.map((line, index) => (index === 1 ? line.replaceAll('-', '---') : line)).join('\n')
}

function writeBreak(lineBreak: MarkdownStyle['lineBreak']): Handle {
  return (node, parent, state, info) => {
    if (state.stack.includes('tableCell')) return '<br>'
    const written = defaultHandlers.break(node, parent, state, info)
    return written === '\\\n' && lineBreak === '  ' && !info.before.endsWith('\n') ? '  \n' : written
  }
}

/** A list that is kept as source stands in a tight item without a blank line before it, as it was. */
const joinRawList: Join = (left, right, parent) => {
  const isTight = 'spread' in parent && parent.spread === false
  if (!isTight || right.type !== 'html' || left.type !== 'paragraph') return undefined
  return /^(?:[-*+]|1[.)])[ \t]/.test(right.value) ? 0 : undefined
}

/**
 * What can't follow a paragraph directly: the first row of a table would go on with the paragraph that ends a quote or
 * a list, an empty item would be its text, and after a paragraph that begins with a tag everything may be HTML.
 */
const joinAfterParagraph: Join = (left, right) => {
  const isContainer = left.type === 'blockquote' || left.type === 'list'
  const beginsWithSource = left.type === 'paragraph' && left.children[0]?.type === 'html'
  if (right.type === 'table' && isContainer) return 1
  if (beginsWithSource && (right.type === 'table' || !isOpenTask(left))) return 1
  return right.type !== 'listItem' && startsEmpty(right) ? 1 : undefined
}

function isOpenTask(paragraph: Paragraph): boolean {
  const [first] = paragraph.children
  return first?.type === 'html' && /^\[[ x]\]/.test(first.value)
}

/** Whether the first line of a block is that of an empty item or quote. */
function startsEmpty(node: Nodes): boolean {
  if (node.type !== 'list' && node.type !== 'listItem' && node.type !== 'blockquote') return false
  const [first] = node.children
  return first === undefined || startsEmpty(first)
}

/** Angle brackets take fewer e-mail addresses than are links without them, and no bar in a table's cell. */
const writeCarefulLink: LinkHandle = (node, parent, state, info) => {
  const { resourceLink } = state.options
  state.options.resourceLink = node.url.startsWith('mailto:') || node.url.includes('|')
  const written = defaultHandlers.link(node, parent, state, info)
  state.options.resourceLink = resourceLink ?? false
  return written
}

function writeLightLink(hasAngleBrackets: boolean): LinkHandle {
  return (node, parent, state, info) => {
    const [child] = node.children
    const text = child?.type === 'text' && node.children.length === 1 ? child.value : undefined
    const isItsText = text !== undefined && [text, `mailto:${text}`, `http://${text}`].includes(node.url)
    const hasTitle = typeof node.title === 'string' && node.title !== ''
    if (isItsText && !hasTitle && !hasAngleBrackets) return text
    return defaultHandlers.link(node, parent, state, info)
  }
}

type LinkHandle = (node: Link, ...rest: [parent: Parents | undefined, state: State, info: Info]) => string

const writeLightText: Handle = (node: { value: string }, _, state, info) => {
  const unsafe = state.unsafe
  state.unsafe = unsafe.filter(isNeededInLightText)
  const written = state.safe(node.value, info)
  state.unsafe = unsafe
  return written
}

function isNeededInLightText({ character, inConstruct }: Unsafe): boolean {
  return /[\s|]/.test(character) && (character !== '|' || inConstruct === 'tableCell')
}
