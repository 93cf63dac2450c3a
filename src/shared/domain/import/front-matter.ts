import { parse } from 'yaml'

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
  const [whole = '', yaml = ''] = pattern.exec(source) ?? []
  const values = toMapping(yaml)
  return {
    title: toText(values['title']),
    id: toText(values['id']),
    language: toText(values['language'] ?? values['lang']),
    source: toText(values['source']),
    length: whole.length,
  }
}

const pattern = /^---[ \t]*(?:\r\n?|\n)(?:([^]*?)(?:\r\n?|\n))??(?:---|\.\.\.)[ \t]*(?:\r\n?|\n|$)/

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
