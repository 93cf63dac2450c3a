import { literalPattern } from './literal-pattern'

/** What is looked for in a note. */
export interface FindQuery {
  readonly text: string
  readonly isRegex: boolean
  readonly isCaseSensitive: boolean
  readonly isWholeWord: boolean
}

/** Where something was found in a text, as UTF-16 offsets; `groups` holds the whole match and then its groups. */
export interface FoundText {
  readonly from: number
  readonly to: number
  readonly groups: readonly string[]
}

/** Finding all in one text took longer than anyone waits for. */
export class FindTooSlowError extends Error {
  override readonly name = 'FindTooSlowError'
}

/** Finds a query in texts. @throws FindTooSlowError */
export type Finder = (text: string) => FoundText[]

/** Compiled, or what is wrong with the expression. */
export type CompiledFinder =
  { readonly kind: 'finder'; readonly find: Finder } | { readonly kind: 'problem'; readonly text: string }

/** Each match is found in time that grows with the text, but there may be as many matches: then it ends here. */
const longestMs = 300

/**
 * Makes a finder. Regular expressions are RE2's: a match takes time in proportion to the text, whatever they say, and all
 * matches of a text together take a third of a second at most, so that none can hang the window; in exchange there are no
 * look-arounds and back-references.
 */
export async function compileFinder(query: FindQuery): Promise<CompiledFinder> {
  if (query.text === '') return { kind: 'finder', find: () => [] }
  if (!query.isRegex) return { kind: 'finder', find: findLiteral(query) }
  const { RE2JS } = await import('re2js')
  try {
    const flags = (query.isCaseSensitive ? 0 : RE2JS.CASE_INSENSITIVE) | RE2JS.MULTILINE
    const pattern = RE2JS.compile(query.isWholeWord ? `\\b(?:${query.text})\\b` : query.text, flags)
    return {
      kind: 'finder',
      find: text => {
        const found: FoundText[] = []
        const matcher = pattern.matcher(text)
        const until = Date.now() + longestMs
        while (matcher.find()) {
          if (Date.now() > until) throw new FindTooSlowError()
          const groups = Array.from({ length: matcher.groupCount() + 1 }, (_, index) => matcher.group(index))
          const [from, to] = [matcher.start(), matcher.end()]
          if (to > from) found.push({ from, to, groups: groups.map(group => group ?? '') })
        }
        return found
      },
    }
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error)
    // The flags that are put before the expression are none of the user's.
    return { kind: 'problem', text: message.replace(/\(\?[a-z]+\)/g, '') }
  }
}

/** What stands in the place of a match: for an expression `$1` is its first group, `$&` all of it, `$$` a dollar. */
export function replacementFor(
  { groups }: FoundText,
  replacement: string,
  { isRegex }: Pick<FindQuery, 'isRegex'>,
): string {
  if (!isRegex) return replacement
  return replacement.replace(/\$(\$|&|\d{1,2})/g, (whole, key: string) => {
    if (key === '$') return '$'
    if (key === '&') return groups[0] ?? ''
    return groups[Number(key)] ?? whole
  })
}

const wordCharacter = '[\\p{L}\\p{N}\\p{M}_]'

function findLiteral({ text, isCaseSensitive, isWholeWord }: FindQuery): Finder {
  const literal = literalPattern(text)
  const source = isWholeWord ? `(?<!${wordCharacter})${literal}(?!${wordCharacter})` : literal
  const pattern = new RegExp(source, isCaseSensitive ? 'gu' : 'giu')
  return searched =>
    [...searched.matchAll(pattern)].map(match => ({
      from: match.index,
      to: match.index + match[0].length,
      groups: [match[0]],
    }))
}
