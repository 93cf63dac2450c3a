import type { RootContent } from 'mdast'
import { gfmToMarkdown } from 'mdast-util-gfm'
import { mathToMarkdown } from 'mdast-util-math'
import { defaultHandlers, type Handle, type Options, toMarkdown, type Unsafe } from 'mdast-util-to-markdown'
import { cjkFriendlyToMarkdown } from 'mdast-util-to-markdown-cjk-friendly'
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

function optionsFor(style: MarkdownStyle, escaping: Escaping): Options {
  const { lineBreak, hasAngleBrackets, isTableAligned, ...options } = style
  return {
    ...options,
    bulletOther: style.bullet === '-' ? '*' : '-',
    extensions: [
      gfmToMarkdown({ tablePipeAlign: isTableAligned }),
      mathToMarkdown(),
      cjkFriendlyToMarkdown(),
      { handlers: { break: writeBreak(lineBreak), wikiLink: writeWikiLink }, join: [joinRawList] },
      escaping === 'light' ? { handlers: lightHandlers(hasAngleBrackets) } : {},
    ],
  }
}

function writeBreak(lineBreak: MarkdownStyle['lineBreak']): Handle {
  return (node, parent, state, info) => {
    if (state.stack.includes('tableCell')) return '<br>'
    const written = defaultHandlers.break(node, parent, state, info)
    return written === '\\\n' && lineBreak === '  ' && !info.before.endsWith('\n') ? '  \n' : written
  }
}

/** A list that is kept as source stands in a tight item without a blank line before it, as it was. */
const joinRawList: NonNullable<Options['join']>[number] = (left, right, parent) => {
  const isTight = 'spread' in parent && parent.spread === false
  if (!isTight || right.type !== 'html' || left.type !== 'paragraph') return undefined
  return /^(?:[-*+]|1[.)])[ \t]/.test(right.value) ? 0 : undefined
}

function lightHandlers(hasAngleBrackets: boolean): Record<string, Handle> {
  const text: Handle = (node: { value: string }, _, state, info) => {
    const unsafe = state.unsafe
    state.unsafe = unsafe.filter(isNeededInLightText)
    const written = state.safe(node.value, info)
    state.unsafe = unsafe
    return written
  }
  const link: Handle & { peek?: Handle } = (node, parent, state, info) => {
    const written = defaultHandlers.link(node, parent, state, info)
    return !hasAngleBrackets && written.startsWith('<') ? written.slice(1, -1) : written
  }
  return { text, link }
}

function isNeededInLightText({ character, inConstruct }: Unsafe): boolean {
  return /[\s|]/.test(character) && (character !== '|' || inConstruct === 'tableCell')
}
