import { isQuestionId } from '../question-id'

/** What a question's source text says, its decoration taken off. */
export interface QuestionWording {
  readonly id: string | undefined
  readonly text: string
  readonly hint: string | undefined
}

/** Takes a block id, a number or label before, emphasis around, and "(Hint: …)" out of a question. */
export function readWording(source: string): QuestionWording {
  const { id, text: rest } = takeId(source)
  return { id, ...takeHint(bare(rest)) }
}

function takeId(source: string): { id: string | undefined; text: string } {
  const [, rest = source, id] = /^(.*?\S)\s+\^([A-Za-z0-9-]+)$/s.exec(source.trim()) ?? []
  const isId = id !== undefined && isQuestionId(id)
  return isId ? { id, text: rest } : { id: undefined, text: source }
}

/** A question's text without its number or label, and without emphasis or a tag around the whole of it. */
export function bare(source: string): string {
  let text = source
    .replace(/<\/?(?:br|summary|a)\b[^<>]*>/gi, match => (/^<a\s+[^>]*href/i.test(match) ? match : ''))
    .replace(/\s+/g, ' ')
    .trim()
  for (let layer = 0; layer < maxLayers; layer += 1) text = stripNumber(stripEmphasis(text))
  return text || source.trim()
}

/** `**1. [Q2: *What?*](…)**` has four. */
const maxLayers = 5

function stripEmphasis(text: string): string {
  const [, tagged] = /^<(?:b|strong|i|em|u|p|span|h\d)\b[^<>]*>([^<>]*)<\/\w+>$/i.exec(text) ?? []
  if (tagged !== undefined) return tagged.trim()
  for (const mark of ['***', '**', '__', '*', '_']) {
    const inner = text.slice(mark.length, -mark.length)
    const isWhole = text.length > 2 * mark.length && text.startsWith(mark) && text.endsWith(mark)
    if (isWhole && !inner.includes(mark) && !/^\s|\s$/.test(inner)) return inner
    const [, bold, after] = mark === '**' ? (/^\*\*([^*]+?)\*\*\s*([^\p{L}\p{N}]*)$/u.exec(text) ?? []) : []
    if (bold !== undefined) return `${bold.trim()}${after ? ` ${after}` : ''}`
  }
  return text
}

const numbers = [
  /^(?:\*\*|__)?\s*(?:Q(?:uestion|ues)?|问题?|题目?)\s*[.#-]?\s*\d*\s*(?:\*\*|__)?\s*[.:：。)）、](?!\d)\s*(?:\*\*|__)?(?=\s*\S)/i,
  /^(?:\*\*|__)?(?:Q|Question )\s*\d+\s*(?:\*\*|__)?\s*[-–—]?\s+(?=\S)/i,
  /^(?:\*\*|__)\d{1,4}\s*[.)、:：]?\s*(?:\*\*|__)[.)、:：]?\s*(?=\S)/,
  /^\d{1,4}(?:\.\d{1,3})*\s*\\?[.)、：．](?![\d\w])\s*(?=\S)/,
  /^\d{1,4}(?:\.\d{1,3})*\s*\.(?=\p{Script=Han}|[A-Z][a-z]+\s)/u,
  // Not what is counted ("3 个"), and not a number that is spoken of ("7 是质数吗？").
  /^\d{1,3}(?:\.\d{1,3})*\s+(?![次个种层大类点条位年天倍维是不能会可为在和与或比有到的等减加乘除])(?=\p{Script=Han}|\S+[^.]*\p{Script=Han})/u,
  /^\d{1,3}(?:\.\d{1,3})+\s+(?=\p{Lu}|\p{Script=Han})/u,
  /^第[一二三四五六七八九十百\d]+[题问](?:\s*[.:：、]\s*|\s+)(?=\S)/,
  /^[一二三四五六七八九十]{1,3}[、.．]\s*(?=\S)/,
  /^[（(](?:\d{1,3}|[一二三四五六七八九十]{1,3})[)）]\s*(?=\S)/,
]

/** In a link (`[Q1: What …](…)`) the number goes too. */
function stripNumber(text: string): string {
  if (text.startsWith('[') && /^\[[^[\]]+\]\([^()]*\)$/.test(text)) {
    const label = stripNumber(text.slice(1))
    return label === text.slice(1) ? text : `[${label}`
  }
  for (const pattern of numbers) {
    const match = pattern.exec(text)?.[0]
    if (match === undefined || match === '') continue
    const rest = balance(match, text.slice(match.length))
    if (/[\p{L}\p{N}]/u.test(rest)) return rest
  }
  return text
}

/** "**Q1: What?**" loses its opening marks with the label, hence its closing ones too. */
function balance(label: string, rest: string): string {
  const mark = /^(?:\*\*|__)/.exec(label)?.[0]
  if (mark === undefined || label.indexOf(mark, mark.length) >= 0) return rest
  const end = rest.indexOf(mark)
  return end < 0 ? rest : rest.slice(0, end) + rest.slice(end + mark.length)
}

const hintPattern =
  /\s*[(（]\s*(?:hints?|提示)\s*[:：]\s*([^()（）]*(?:[(（][^()（）]*[)）][^()（）]*)*)[)）]/i

function takeHint(text: string): { text: string; hint: string | undefined } {
  const match = hintPattern.exec(text)
  if (match === null) return { text, hint: undefined }
  const rest = text.slice(0, match.index) + text.slice(match.index + match[0].length)
  const hint = match[1]?.trim() ?? ''
  return rest.trim() === '' || hint === '' ? { text, hint: undefined } : { text: rest.trim(), hint }
}
