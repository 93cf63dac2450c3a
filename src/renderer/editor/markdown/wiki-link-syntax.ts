import type { Literal } from 'mdast'
import type { Extension as FromMarkdownExtension } from 'mdast-util-from-markdown'
import type { Handle } from 'mdast-util-to-markdown'
import type { Extension, State, Tokenizer } from 'micromark-util-types'

/** `[[value]]`, or `![[value]]` when `isEmbed`. A bar in a table's cell is `|` here and `\|` in the source. */
export interface WikiLinkNode extends Literal {
  type: 'wikiLink'
  isEmbed: boolean
}

declare module 'mdast' {
  interface PhrasingContentMap {
    wikiLink: WikiLinkNode
  }
  interface RootContentMap {
    wikiLink: WikiLinkNode
  }
}

declare module 'micromark-util-types' {
  interface TokenTypeMap {
    wikiLink: 'wikiLink'
  }
}

const codes = { bang: 33, parenthesis: 40, open: 91, close: 93 } as const

/** Micromark's part: brackets that are not code, not escaped, and not the text of an ordinary link. */
export const wikiLinkSyntax: Extension = {
  text: {
    [codes.bang]: { name: 'wikiLink', tokenize: tokenizer() },
    [codes.open]: { name: 'wikiLink', tokenize: tokenizer() },
  },
}

/** Mdast's part: makes `WikiLinkNode`s. */
export const wikiLinkFromMarkdown: FromMarkdownExtension = {
  enter: {
    wikiLink(token) {
      const source = this.sliceSerialize(token)
      const isEmbed = source.startsWith('!')
      const value = source.slice(isEmbed ? 3 : 2, -2)
      const inTable = this.stack.some(node => node.type === 'table')
      this.enter({ type: 'wikiLink', isEmbed, value: inTable ? value.replaceAll('\\|', '|') : value }, token)
    },
  },
  exit: {
    wikiLink(token) {
      this.exit(token)
    },
  },
}

/** Writes a `WikiLinkNode`. */
export const writeWikiLink: Handle & { peek?: () => string } = (node: WikiLinkNode, _, state) => {
  const value = state.stack.includes('tableCell') ? node.value.replaceAll(/\\?\|/g, '\\|') : node.value
  return `${node.isEmbed ? '!' : ''}[[${value}]]`
}

function tokenizer(): Tokenizer {
  return function tokenize(effects, ok, nok) {
    let size = 0
    return start

    function start(code: number | null): State | undefined {
      effects.enter('wikiLink')
      if (code !== codes.bang) return open(code)
      effects.consume(code)
      return open
    }

    function open(code: number | null): State | undefined {
      if (code !== codes.open) return nok(code)
      effects.consume(code)
      return openAgain
    }

    function openAgain(code: number | null): State | undefined {
      if (code !== codes.open) return nok(code)
      effects.consume(code)
      return inner
    }

    function inner(code: number | null): State | undefined {
      if (code === null || code < -2 || code === codes.open) return nok(code)
      if (code === codes.close && size === 0) return nok(code)
      effects.consume(code)
      if (code === codes.close) return close
      size += 1
      return inner
    }

    function close(code: number | null): State | undefined {
      if (code !== codes.close) return nok(code)
      effects.consume(code)
      return after
    }

    function after(code: number | null): State | undefined {
      if (code === codes.parenthesis) return nok(code)
      effects.exit('wikiLink')
      return ok(code)
    }
  }
}
