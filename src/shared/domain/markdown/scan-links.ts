const longestDestination = 4000
const definitionPattern = /^ {0,3}\[(?!\^)[^\]\n]{1,999}\]:[ \t]*(<[^<>\n]*>|\S+)/
const tagPattern = /<(a|img)\s[^<>]{1,4000}>/gi
const addressPattern = /\s(?:src|href)\s*=\s*(?:"([^"]*)"|'([^']*)')/i

/** A link or an image outside of code; `start` and `end` are UTF-16 offsets in the scanned text. */
export interface ScannedLink {
  readonly kind: 'wiki' | 'markdown'
  readonly isEmbed: boolean
  /** For `wiki` what stands between the brackets, for `markdown` the destination as it is written. */
  readonly target: string
  readonly start: number
  readonly end: number
}

/** Finds the links of a block of text, which begins at `offset`. */
export function scanLinks(block: string, offset: number): ScannedLink[] {
  if (!block.includes(']') && !block.includes('<')) return []
  const withoutCode = block.includes('`') ? maskCodeSpans(block) : block
  const text = withoutCode.includes('<!--') ? maskComments(withoutCode) : withoutCode
  return [...wikiLinks(text), ...markdownLinks(text), ...htmlLinks(text)].map(link => ({
    ...link,
    start: link.start + offset,
    end: link.end + offset,
  }))
}

function maskComments(text: string): string {
  let masked = ''
  let at = 0
  for (let start = text.indexOf('<!--'); start >= 0; start = text.indexOf('<!--', at)) {
    const end = text.indexOf('-->', start)
    if (end < 0) break
    masked += text.slice(at, start) + ' '.repeat(end + 3 - start)
    at = end + 3
  }
  return masked + text.slice(at)
}

function htmlLinks(text: string): ScannedLink[] {
  if (!text.includes('<')) return []
  return [...text.matchAll(tagPattern)].flatMap((match): ScannedLink[] => {
    const address = addressPattern.exec(match[0])
    const target = address?.[1] ?? address?.[2]
    if (target === undefined) return []
    const isEmbed = match[1]?.toLowerCase() === 'img'
    return [{ kind: 'markdown', isEmbed, target, start: match.index, end: match.index + match[0].length }]
  })
}

/** Puts spaces in the place of code spans; a run of backticks ends at the next one of its length. */
function maskCodeSpans(content: string): string {
  const runs = [...content.matchAll(/`+/g)]
  const next = nextOfSameLength(runs.map(run => run[0].length))
  let masked = ''
  let at = 0
  for (let open = 0; open < runs.length; open += 1) {
    const close = next[open]
    const [opening, closing] = [runs[open], close === undefined ? undefined : runs[close]]
    if (opening === undefined || closing === undefined || close === undefined) continue
    const end = closing.index + closing[0].length
    masked += content.slice(at, opening.index) + ' '.repeat(end - opening.index)
    at = end
    open = close
  }
  return masked + content.slice(at)
}

function nextOfSameLength(lengths: readonly number[]): (number | undefined)[] {
  const next = new Array<number | undefined>(lengths.length)
  const latest = new Map<number, number>()
  for (let index = lengths.length - 1; index >= 0; index -= 1) {
    const length = lengths[index] ?? 0
    next[index] = latest.get(length)
    latest.set(length, index)
  }
  return next
}

function wikiLinks(content: string): ScannedLink[] {
  return [...content.matchAll(/(!?)\[\[([^[\]]+)\]\]/g)].map(match => ({
    kind: 'wiki',
    isEmbed: match[1] === '!',
    target: match[2] ?? '',
    start: match.index,
    end: match.index + match[0].length,
  }))
}

function markdownLinks(content: string): ScannedLink[] {
  const links: ScannedLink[] = []
  const openings = openingBrackets(content)
  for (let at = content.indexOf(']('); at >= 0; at = content.indexOf('](', at + 2)) {
    const open = openings.get(at)
    const destination = /^\(\s*(<[^<>]*>|[^\s()<>]*(?:\([^\s()]*\)[^\s()]*){0,9})/.exec(
      content.slice(at + 1, at + 1 + longestDestination),
    )
    if (open === undefined || destination?.[1] === undefined) continue
    const isEmbed = content[open - 1] === '!'
    links.push({
      kind: 'markdown',
      isEmbed,
      target: destination[1].replace(/^<|>$/g, ''),
      start: isEmbed ? open - 1 : open,
      end: at + 1 + destination[0].length,
    })
  }
  const definition = definitionPattern.exec(content)
  if (definition?.[1] !== undefined) {
    const target = definition[1].replace(/^<|>$/g, '')
    links.push({ kind: 'markdown', isEmbed: false, target, start: 0, end: definition[0].length })
  }
  return links
}

/** For each `](` the place of the bracket that it closes. */
function openingBrackets(content: string): ReadonlyMap<number, number> {
  const openings = new Map<number, number>()
  const open: number[] = []
  for (let index = 0; index < content.length; index += 1) {
    const character = content[index]
    if (character === '\\') index += 1
    else if (character === '[') open.push(index)
    else if (character === ']') {
      const start = open.pop()
      if (start !== undefined && content[index + 1] === '(') openings.set(index, start)
    }
  }
  return openings
}
