/** A token of a query. `text` is without quotes, slashes and the colon of a field. */
export interface QueryToken {
  readonly kind: 'word' | 'phrase' | 'regex' | 'field' | 'or' | 'sign' | 'open' | 'close'
  readonly text: string
  readonly start: number
  readonly end: number
  /** Whether the closing quote or slash is missing. */
  readonly isOpen: boolean
}

const fieldPattern = /(title|tag|section|status|is|in):/iy
const quotes: Readonly<Record<string, string>> = { '"': '"', '“': '”', '「': '」', '『': '』' }

/** Cuts a query into tokens, each where it stands. */
export function lexSearchQuery(text: string): QueryToken[] {
  const tokens: QueryToken[] = []
  let at = 0
  while (at < text.length) {
    const token = tokenAt(text, at)
    if (token === undefined) {
      at += 1
    } else {
      tokens.push(token)
      at = token.end
    }
  }
  return tokens
}

function tokenAt(text: string, at: number): QueryToken | undefined {
  const character = text.charAt(at)
  if (/\s/.test(character)) return undefined
  if (character === '(' || character === '（') return simple('open', text, at, at + 1)
  if (character === ')' || character === '）') return simple('close', text, at, at + 1)
  const closing = quotes[character]
  if (closing !== undefined) return delimited('phrase', text, at, closing)
  const isAtWordStart = at === 0 || /[\s()（）:+-]/.test(text.charAt(at - 1))
  if (character === '/' && isAtWordStart) return regexAt(text, at)
  if ((character === '+' || character === '-') && isSign(text, at)) return simple('sign', text, at, at + 1)
  fieldPattern.lastIndex = at
  const field = isAtWordStart ? fieldPattern.exec(text) : null
  if (field !== null) {
    const [found, name = ''] = field
    return { kind: 'field', text: name.toLowerCase(), start: at, end: at + found.length, isOpen: false }
  }
  return wordAt(text, at)
}

/** A sign stands before what it is for, and after white space: `k-NN` and `C++` have none. */
function isSign(text: string, at: number): boolean {
  const isFree = at === 0 || /[\s(（]/.test(text.charAt(at - 1))
  return isFree && /[^\s+)）-]/.test(text.charAt(at + 1))
}

function wordAt(text: string, at: number): QueryToken {
  let end = at + 1
  while (end < text.length && !/[\s()（）]/.test(text.charAt(end)) && quotes[text.charAt(end)] === undefined)
    end += 1
  const word = text.slice(at, end)
  return simple(word === 'OR' || word === '|' ? 'or' : 'word', text, at, end)
}

/** A path such as `/usr/bin` is a word: a regex ends with a slash that white space, a bracket or the end follows. */
function regexAt(text: string, at: number): QueryToken {
  for (let end = at + 1; end < text.length; end += 1) {
    if (text.charAt(end) === '\\') end += 1
    else if (text.charAt(end) === '/' && /^(?:[\s()（）]|$)/.test(text.slice(end + 1, end + 2))) {
      if (end === at + 1) break
      return { kind: 'regex', text: text.slice(at + 1, end), start: at, end: end + 1, isOpen: false }
    }
  }
  const rest = text.slice(at + 1)
  return /^[\p{L}\p{N}]/u.test(rest) && rest.includes('/')
    ? wordAt(text, at)
    : { kind: 'regex', text: rest, start: at, end: text.length, isOpen: true }
}

function delimited(kind: 'phrase', text: string, at: number, closing: string): QueryToken {
  const close = text.indexOf(closing, at + 1)
  const isOpen = close < 0
  const end = isOpen ? text.length : close + 1
  return { kind, text: text.slice(at + 1, isOpen ? end : close), start: at, end, isOpen }
}

function simple(kind: QueryToken['kind'], text: string, start: number, end: number): QueryToken {
  return { kind, text: text.slice(start, end), start, end, isOpen: false }
}
