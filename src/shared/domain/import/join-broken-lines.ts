import { readListMarker } from './list-marker'
import type { SourceLine } from './source-line'

const maxToken = 40
const maxTokens = 6

/**
 * Puts list items together again that a text extraction broke at their inline code:
 *
 *     - What are `a` and `b`? — extracted as the lines "- What are", "a", "andb_c", "? - Why?"
 *
 * A line of one word amid an unfinished sentence was code. An item that got glued on at the end
 * (`… optimal? - Why …`) becomes an item again.
 */
export function joinBrokenLines(lines: readonly SourceLine[]): SourceLine[] {
  const joined: SourceLine[] = []
  for (let index = 0; index < lines.length;) {
    const line = lines[index] as SourceLine
    const count = countTokens(lines, index)
    const rest = lines[index + count + 1]
    if (count === 0 || rest === undefined) joined.push(line)
    else joined.push(...joinItem(line, lines.slice(index + 1, index + count + 1), rest))
    index += count === 0 ? 1 : count + 2
  }
  return joined
}

/** How many lines of a single word follow the item at `index`, when the sentence then goes on. */
function countTokens(lines: readonly SourceLine[], index: number): number {
  const text = lines[index]?.text.trimEnd() ?? ''
  if (readListMarker(text.trimStart()) === undefined || !/[\p{L}\p{N},，、]$/u.test(text)) return 0
  let count = 0
  while (count < maxTokens && isToken(lines[index + 1 + count]?.text.trimEnd())) count += 1
  const next = lines[index + 1 + count]?.text ?? ''
  return count > 0 && /^(?:\p{Ll}|[,.;:?!，。；：？！、])/u.test(next) && next.includes(' ') ? count : 0
}

function isToken(text: string | undefined): boolean {
  if (text === undefined || text.length > maxToken) return false
  return /^(?:[\p{L}\p{N}_$.()[\]{}'"-]+|<\/?[\w|-]+\/?>)$/u.test(text) && readListMarker(text) === undefined
}

function joinItem(line: SourceLine, tokens: readonly SourceLine[], rest: SourceLine): SourceLine[] {
  const codes = tokens.map((token, index) => toCode(token.text.trimEnd(), index > 0)).join(' ')
  const [first = '', ...others] = rest.text.split(/(?<=[.?!。？！)）”"]) - (?=[\p{Lu}\p{Script=Han}“])/u)
  const space = /^[,.;:?!，。；：？！、]/.test(first) ? '' : ' '
  const indentation = /^\s*/.exec(line.text)?.[0] ?? ''
  return [
    { text: `${line.text.trimEnd()} ${codes}${space}${first}`, number: line.number, last: rest.last },
    ...others.map(text => ({ text: `${indentation}- ${text}`, number: rest.number, last: rest.last })),
  ]
}

/** Between two codes a conjunction may be glued to the second one: `andtop_p`. */
function toCode(token: string, isLater: boolean): string {
  const conjunction = isLater ? /^(and|or(?!der|igin|ient)|with)(?=[a-z]\w*_)/ : /^(and)(?=[a-z]\w*_)/
  const word = conjunction.exec(token)?.[0]
  return word === undefined ? `\`${token}\`` : `${word} \`${token.slice(word.length)}\``
}
