import { parse } from 'yaml'
import type { LeftOut } from './left-out'
import type { SourceLine } from './source-line'

/** The keys of a question list's front matter that Answerbook knows; undefined for what it does not say. */
export interface FrontMatter {
  readonly title: string | undefined
  readonly id: string | undefined
  readonly language: string | undefined
  readonly source: string | undefined
}

/**
 * Reads the YAML front matter that `source` starts with, and how many characters it takes with its fences.
 * Front matter that is no YAML mapping counts as empty.
 */
export function readFrontMatter(source: string): FrontMatter & { readonly length: number } {
  const [whole = '', yaml = ''] = pattern.exec(source.slice(0, maxLength)) ?? []
  const isFrontMatter = /^(?:\s*(?:#.*)?[\r\n])*(?:["'\p{L}][^:\r\n]*:(?:\s|$)|\s*$)/u.test(yaml)
  const values = isFrontMatter ? toMapping(yaml) : {}
  return {
    title: toText(values['title']),
    id: toText(values['id']),
    language: toText(values['language'] ?? values['lang']),
    source: toText(values['source']),
    length: isFrontMatter ? whole.length : 0,
  }
}

const maxLength = 50_000
const pattern = /^---[ \t]*(?:\r\n?|\n)(?:([^]*?)(?:\r\n?|\n))??(?:---|\.\.\.)[ \t]*(?:\r\n?|\n|$)/

/** The lines of front matter that `readFrontMatter` took nothing from. */
export function unreadKeys(lines: readonly SourceLine[], header: FrontMatter): LeftOut[] {
  let isRead = false
  return lines.flatMap(({ text, number, last }) => {
    const [, key] = /^["']?([\p{L}\p{N}_ -]+)["']?\s*:/u.exec(text) ?? []
    if (key !== undefined) isRead = wasRead(key, header)
    const isFence = /^(?:---|\.\.\.)?\s*$/.test(text)
    return isRead || isFence ? [] : [{ reason: 'front-matter' as const, from: number, to: last, words: '' }]
  })
}

function wasRead(key: string, { title, id, language, source }: FrontMatter): boolean {
  const values: Record<string, string | undefined> = { title, id, language, lang: language, source }
  return values[key] !== undefined
}

function toMapping(yaml: string): Record<string, unknown> {
  try {
    const value: unknown = parse(yaml, { logLevel: 'silent', maxAliasCount: 10 })
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {}
  } catch {
    return {}
  }
}

function toText(value: unknown): string | undefined {
  if (typeof value !== 'string' && typeof value !== 'number') return undefined
  const text = String(value).replace(/\s+/g, ' ').trim()
  return text === '' ? undefined : text
}
