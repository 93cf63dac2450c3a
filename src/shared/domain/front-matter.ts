import {
  isMap,
  isScalar,
  isSeq,
  parseDocument,
  type Document,
  type Pair,
  type Scalar,
  type YAMLSeq,
} from 'yaml'

/** A note's text in its parts; `bom + block + body` is the text again, byte for byte. */
export interface FrontMatterSplit {
  readonly bom: string
  /** The front matter with its fences and the line break after them; empty when there is none. */
  readonly block: string
  /** What stands between the fences. */
  readonly yaml: string
  readonly body: string
}

/** What Answerbook reads from front matter; all else in it is kept and not looked at. */
export interface FrontMatter {
  readonly title: string | undefined
  readonly answers: readonly string[]
  readonly tags: readonly string[]
  /** Set when the YAML could not be read. */
  readonly problem: string | undefined
}

const blockPattern = /^---[ \t]*\r?\n(?:([\s\S]*?)\r?\n)?---[ \t]*(?:\r?\n|$)/

export function splitFrontMatter(text: string): FrontMatterSplit {
  const bom = text.startsWith('\uFEFF') ? '\uFEFF' : ''
  const rest = text.slice(bom.length)
  const match = rest.startsWith('---') ? blockPattern.exec(rest) : null
  if (match === null) return { bom, block: '', yaml: '', body: rest }
  return { bom, block: match[0], yaml: match[1] ?? '', body: rest.slice(match[0].length) }
}

/** Reads the YAML between the fences; damaged YAML is a `problem`, never an exception. */
export function readFrontMatter(yaml: string): FrontMatter {
  const nothing = { title: undefined, answers: [], tags: [], problem: undefined }
  if (yaml.trim() === '') return nothing
  const document = parse(yaml)
  if (document.errors.length > 0)
    return { ...nothing, problem: document.errors[0]?.message ?? 'unreadable YAML' }
  const title = scalarText(pairOf(document, 'title')?.value)
  return {
    title: title === undefined || title.trim() === '' ? undefined : title.trim(),
    answers: listOf(document, 'answers'),
    tags: listOf(document, 'tags').map(tag => tag.replace(/^#/, '')),
    problem: undefined,
  }
}

/**
 * Adds an item to a list of the front matter (made when missing) and changes no other byte.
 *
 * @throws RangeError when the front matter can't be read or has another shape than a map of keys.
 */
export function addToFrontMatterList(text: string, key: string, item: string): string {
  const split = splitFrontMatter(text)
  const lineBreak = /\r\n/.test(split.block || text) ? '\r\n' : '\n'
  if (split.block === '') {
    return `${split.bom}---${lineBreak}${key}: [${quoted(item)}]${lineBreak}---${lineBreak}${split.body}`
  }
  const document = parseForEdit(split.yaml)
  if (listOf(document, key).includes(item)) return text
  return rebuild(split, addItem({ yaml: split.yaml, document, lineBreak }, key, quoted(item)))
}

/**
 * Takes an item out of a list of the front matter and changes no other byte.
 *
 * @throws RangeError as `addToFrontMatterList`.
 */
export function removeFromFrontMatterList(text: string, key: string, item: string): string {
  const split = splitFrontMatter(text)
  if (split.block === '') return text
  const document = parseForEdit(split.yaml)
  const value = pairOf(document, key)?.value
  if (isScalar(value))
    return value.value === item ? rebuild(split, replaceRange(split.yaml, value, '[]')) : text
  if (!isSeq(value)) return text
  const index = value.items.findIndex(entry => scalarText(entry) === item)
  return index < 0 ? text : rebuild(split, removeItem(split.yaml, value, index))
}

interface Editing {
  readonly yaml: string
  readonly document: Document.Parsed
  readonly lineBreak: string
}

function addItem({ yaml, document, lineBreak }: Editing, key: string, item: string): string {
  const pair = pairOf(document, key)
  if (pair === undefined) return `${key}: [${item}]${lineBreak}${yaml}`
  const value = pair.value
  if (isSeq(value) && value.items.length > 0) return addToSequence(yaml, value, { item, lineBreak })
  if (isSeq(value)) return replaceRange(yaml, value, `[${item}]`)
  const existing = scalarText(value)
  if (existing === undefined || existing === '') {
    const colon = yaml.indexOf(':', endOf(pair.key as Scalar))
    return `${yaml.slice(0, colon + 1)} [${item}]${yaml.slice(colon + 1)}`
  }
  return replaceRange(yaml, value as Scalar, `[${quoted(existing)}, ${item}]`)
}

function addToSequence(
  yaml: string,
  value: YAMLSeq,
  { item, lineBreak }: { item: string; lineBreak: string },
): string {
  const last = value.items.at(-1) as Scalar
  const end = endOf(last)
  if (value.flow === true) return `${yaml.slice(0, end)}, ${item}${yaml.slice(end)}`
  const start = startOf(last)
  const lineStart = yaml.lastIndexOf('\n', start - 1) + 1
  const lineEnd = yaml.indexOf('\n', end)
  const insertAt = lineEnd < 0 ? yaml.length : yaml[lineEnd - 1] === '\r' ? lineEnd - 1 : lineEnd
  return `${yaml.slice(0, insertAt)}${lineBreak}${yaml.slice(lineStart, start)}${item}${yaml.slice(insertAt)}`
}

function removeItem(yaml: string, value: YAMLSeq, index: number): string {
  if (value.items.length === 1) return replaceRange(yaml, value, '[]', value.flow !== true)
  const item = value.items[index] as Scalar
  if (value.flow === true) {
    const next = value.items[index + 1] as Scalar | undefined
    if (next !== undefined) return yaml.slice(0, startOf(item)) + yaml.slice(startOf(next))
    return yaml.slice(0, endOf(value.items[index - 1] as Scalar)) + yaml.slice(endOf(item))
  }
  const lineStart = yaml.lastIndexOf('\n', startOf(item) - 1) + 1
  const lineEnd = yaml.indexOf('\n', endOf(item))
  if (lineEnd >= 0) return yaml.slice(0, lineStart) + yaml.slice(lineEnd + 1)
  return yaml.slice(0, lineStart).replace(/\r?\n$/, '')
}

function replaceRange(yaml: string, node: Scalar | YAMLSeq, text: string, isBlock = false): string {
  const [start, end] = [startOf(node), endOf(node)]
  const before = isBlock ? `${yaml.slice(0, start).replace(/[ \t]*\r?\n[ \t]*$/, '')} ` : yaml.slice(0, start)
  return before + text + yaml.slice(isBlock ? start + yaml.slice(start, end).trimEnd().length : end)
}

function rebuild(split: FrontMatterSplit, yaml: string): string {
  const block =
    split.yaml === '' ? split.block.replace(/\n/, `\n${yaml}`) : split.block.replace(split.yaml, () => yaml)
  return split.bom + block + split.body
}

function parse(yaml: string): Document.Parsed {
  return parseDocument(yaml, { schema: 'core', strict: false, uniqueKeys: false, logLevel: 'silent' })
}

function parseForEdit(yaml: string): Document.Parsed {
  const document = parse(yaml)
  const isUsable =
    document.errors.length === 0 &&
    (document.contents === null || (isMap(document.contents) && document.contents.flow !== true))
  if (!isUsable) throw new RangeError('front matter that can not be changed safely')
  return document
}

function pairOf(document: Document.Parsed, key: string): Pair | undefined {
  if (!isMap(document.contents)) return undefined
  return document.contents.items.find(pair => scalarText(pair.key) === key) as Pair | undefined
}

function listOf(document: Document.Parsed, key: string): string[] {
  const value = pairOf(document, key)?.value
  if (isSeq(value))
    return value.items.map(scalarText).filter(text => text !== undefined && text !== '') as string[]
  const text = scalarText(value)
  return text === undefined ? [] : text.split(/[,\s]+/).filter(part => part !== '')
}

/** The text as it stands for plain scalars, so that `007` stays `007`. */
function scalarText(node: unknown): string | undefined {
  if (!isScalar(node) || node.value === null || node.value === undefined) return undefined
  return node.source !== undefined && typeof node.value !== 'string' ? node.source : String(node.value)
}

function startOf(node: Scalar | YAMLSeq): number {
  return (node.range as [number, number, number])[0]
}

function endOf(node: Scalar | YAMLSeq): number {
  return (node.range as [number, number, number])[1]
}

function quoted(item: string): string {
  return /^[A-Za-z][\w-]*$/.test(item) && !/^(?:true|false|null|yes|no|on|off)$/i.test(item)
    ? item
    : JSON.stringify(item)
}
