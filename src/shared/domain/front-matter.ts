import { isMap, isScalar, isSeq, parseDocument, type Document, type Pair, type YAMLError } from 'yaml'

/** What Answerbook reads from front matter; all else in it is kept and not looked at. */
export interface FrontMatter {
  readonly title: string | undefined
  readonly answers: readonly string[]
  readonly tags: readonly string[]
  /** Set when the YAML could not be read. */
  readonly problem: FrontMatterProblem | undefined
}

/** The keys that have tags. Answerbook writes the first, unless a note has only the second. */
export const tagKeys = ['tags', 'tag'] as const

/** Why front matter can't be read, and where. */
export interface FrontMatterProblem {
  readonly reason: 'colon' | 'indentation' | 'missing-character' | 'not-yaml' | 'start' | 'tab' | 'too-deep'
  /** Counted from 1, in the YAML between the fences. */
  readonly line: number
  /** What the parser says, in English and on one line. */
  readonly detail: string
}

/** Reads the YAML between the fences; damaged YAML is a `problem`, never an exception. */
export function readFrontMatter(yaml: string): FrontMatter {
  const nothing = { title: undefined, answers: [], tags: [], problem: undefined }
  if (yaml.trim() === '') return nothing
  const document = parseYaml(yaml)
  if (document === undefined) return { ...nothing, problem: tooDeep }
  const [error] = document.errors
  if (error !== undefined) return { ...nothing, problem: problemOf(error, yaml) }
  const title = scalarText(pairOf(document, 'title')?.value)
  return {
    title: title === undefined || title.trim() === '' ? undefined : title.trim(),
    answers: listOf(document, 'answers'),
    tags: [...new Set(tagKeys.flatMap(key => listOf(document, key)).map(tag => tag.replace(/^#/, '')))],
    problem: undefined,
  }
}

const tooDeep: FrontMatterProblem = { reason: 'too-deep', line: 1, detail: 'YAML nested too deeply' }

const reasons: Partial<Record<YAMLError['code'], FrontMatterProblem['reason']>> = {
  BAD_INDENT: 'indentation',
  BAD_SCALAR_START: 'start',
  BLOCK_AS_IMPLICIT_KEY: 'colon',
  MISSING_CHAR: 'missing-character',
  RESOURCE_EXHAUSTION: 'too-deep',
  TAB_AS_INDENT: 'tab',
}

function problemOf({ code, message, pos }: YAMLError, yaml: string): FrontMatterProblem {
  const before = yaml.slice(0, pos[0]).trimEnd()
  const isAtEnd = yaml.slice(pos[0]).trim() === ''
  return {
    reason: reasons[code] ?? 'not-yaml',
    // What is missing at the end is missing on the last line that says something.
    line: (isAtEnd ? before : yaml.slice(0, pos[0])).split('\n').length,
    detail: message.replace(/\s+/g, ' ').trim(),
  }
}

const options = {
  schema: 'core',
  strict: false,
  uniqueKeys: false,
  logLevel: 'silent',
  // Errors are told with their line, not with a drawing of it over several.
  prettyErrors: false,
} as const

/** The YAML of front matter; undefined when it is nested too deeply to be read. */
export function parseYaml(yaml: string): Document.Parsed | undefined {
  try {
    return parseDocument(yaml, options)
  } catch (error) {
    if (error instanceof RangeError) return undefined
    throw error
  }
}

/** The first pair with this key. */
export function pairOf(document: Document.Parsed, key: string): Pair | undefined {
  if (!isMap(document.contents)) return undefined
  return document.contents.items.find(pair => scalarText(pair.key) === key) as Pair | undefined
}

/** The items of a list; of a scalar, the words that white space and commas divide. */
export function listOf(document: Document.Parsed, key: string): string[] {
  const value = pairOf(document, key)?.value
  if (isSeq(value))
    return value.items.map(scalarText).filter(text => text !== undefined && text !== '') as string[]
  const text = scalarText(value)
  return text === undefined ? [] : text.split(/[,\s]+/).filter(part => part !== '')
}

/** The text as it stands for plain scalars, so that `007` stays `007`. */
export function scalarText(node: unknown): string | undefined {
  if (!isScalar(node) || node.value === null || node.value === undefined) return undefined
  return node.source !== undefined && typeof node.value !== 'string' ? node.source : String(node.value)
}
