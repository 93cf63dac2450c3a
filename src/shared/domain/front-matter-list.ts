import { isMap, isScalar, isSeq, type Document, type Pair, type Scalar, type YAMLSeq } from 'yaml'
import { listOf, pairOf, parseYaml, scalarText } from './front-matter'
import { splitFrontMatter, withYaml } from './split-front-matter'

/**
 * Adds an item to a list of the front matter (made when missing) and changes no other byte.
 *
 * @throws RangeError when the front matter can't be read, has another shape than a map of keys, or writes the
 * list in a way that can't be changed in place.
 */
export function addToFrontMatterList(text: string, key: string, item: string): string {
  const split = splitFrontMatter(text)
  const lineBreak = /\r\n/.test(split.block || text) ? '\r\n' : '\n'
  if (split.block === '') {
    return `${split.bom}---${lineBreak}${key}: [${quoted(item)}]${lineBreak}---${lineBreak}${split.body}`
  }
  const document = parseForEdit(split.yaml)
  const before = listOf(document, key)
  if (before.includes(item)) return text
  const yaml = addItem({ yaml: split.yaml, document, lineBreak }, key, item)
  return checked(withYaml(split, yaml), key, [...before, item])
}

/**
 * Takes an item out of a list of the front matter, as often as it is there, and changes no other byte.
 *
 * @throws RangeError as `addToFrontMatterList`.
 */
export function removeFromFrontMatterList(text: string, key: string, item: string): string {
  const split = splitFrontMatter(text)
  if (split.block === '') return text
  const document = parseForEdit(split.yaml)
  const before = listOf(document, key)
  const rest = before.filter(other => other !== item)
  if (rest.length === before.length) return text
  const pair = pairOf(document, key)
  const next = withYaml(split, removeOnce(split.yaml, pair as Pair, { item, rest }))
  return before.length - rest.length > 1 && isSeq(pair?.value)
    ? removeFromFrontMatterList(next, key, item)
    : checked(next, key, rest)
}

interface Editing {
  readonly yaml: string
  readonly document: Document.Parsed
  readonly lineBreak: string
}

function addItem({ yaml, document, lineBreak }: Editing, key: string, newItem: string): string {
  const item = quoted(newItem)
  const pair = pairOf(document, key)
  if (pair === undefined) return `${key}: [${item}]${lineBreak}${yaml}`
  const value = pair.value
  if (isSeq(value) && value.items.length > 0) return addToSequence(yaml, value, { item, lineBreak })
  if (isSeq(value)) return replaceRange(yaml, value, `[${item}]`)
  const existing = scalarText(value)
  if (existing === undefined || existing === '') {
    if (isScalar(value) && endOf(value) > startOf(value)) return replaceRange(yaml, value, `[${item}]`)
    return insertAfterColon(yaml, pair, ` [${item}]`)
  }
  return replaceRange(yaml, value as Scalar, `[${[...listOf(document, key).map(quoted), item].join(', ')}]`)
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
  const lead = /^[ \t]*-[ \t]*/.exec(yaml.slice(yaml.lastIndexOf('\n', start - 1) + 1, start))?.[0] ?? '- '
  const lineEnd = yaml[end - 1] === '\n' ? end - 1 : yaml.indexOf('\n', end)
  const insertAt = lineEnd < 0 ? yaml.length : yaml[lineEnd - 1] === '\r' ? lineEnd - 1 : lineEnd
  const line = `${lead}${/[ \t]$/.test(lead) ? '' : ' '}${item}`
  return `${yaml.slice(0, insertAt)}${lineBreak}${line}${yaml.slice(insertAt)}`
}

function removeOnce(
  yaml: string,
  pair: Pair,
  { item, rest }: { item: string; rest: readonly string[] },
): string {
  const value = pair.value
  if (!isSeq(value))
    return replaceRange(yaml, value as Scalar, rest.length === 0 ? '[]' : `[${rest.map(quoted).join(', ')}]`)
  const index = value.items.findIndex(entry => scalarText(entry) === item)
  const node = value.items[index] as Scalar
  if (value.items.length === 1)
    return value.flow === true ? replaceRange(yaml, value, '[]') : emptyBlock(yaml, pair, node)
  if (value.flow !== true) return withoutLine(yaml, node)
  const next = value.items[index + 1] as Scalar | undefined
  if (next !== undefined) return yaml.slice(0, startOf(node)) + yaml.slice(startOf(next))
  return yaml.slice(0, endOf(value.items[index - 1] as Scalar)) + yaml.slice(endOf(node))
}

/** The list is written `[]` after its key; comments on lines of their own stay. */
function emptyBlock(yaml: string, pair: Pair, node: Scalar): string {
  const without = withoutLine(yaml, node)
  return insertAfterColon(without, pair, ' []')
}

function withoutLine(yaml: string, node: Scalar): string {
  const lineStart = yaml.lastIndexOf('\n', startOf(node) - 1) + 1
  const lineEnd = yaml.indexOf('\n', yaml[endOf(node) - 1] === '\n' ? endOf(node) - 1 : endOf(node))
  if (lineEnd >= 0) return yaml.slice(0, lineStart) + yaml.slice(lineEnd + 1)
  return yaml.slice(0, lineStart).replace(/\r?\n$/, '')
}

function insertAfterColon(yaml: string, pair: Pair, text: string): string {
  const colon = yaml.indexOf(':', endOf(pair.key as Scalar))
  return `${yaml.slice(0, colon + 1)}${text}${yaml.slice(colon + 1)}`
}

function replaceRange(yaml: string, node: Scalar | YAMLSeq, text: string): string {
  return yaml.slice(0, startOf(node)) + text + yaml.slice(endOf(node))
}

/** What was written is read again: YAML has more ways to write a list than this file knows. */
function checked(text: string, key: string, expected: readonly string[]): string {
  const list = listOf(parseForEdit(splitFrontMatter(text).yaml), key)
  if (list.length !== expected.length || list.some((item, index) => item !== expected[index])) {
    throw new RangeError(`a list that can not be changed safely: ${key}`)
  }
  return text
}

function parseForEdit(yaml: string): Document.Parsed {
  const document = parseYaml(yaml)
  const isUsable =
    document?.errors.length === 0 &&
    (document.contents === null || (isMap(document.contents) && document.contents.flow !== true))
  if (document === undefined || !isUsable) throw new RangeError('front matter that can not be changed safely')
  return document
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
