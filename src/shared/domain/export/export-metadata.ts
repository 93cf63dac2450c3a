import { stringify } from 'yaml'

/** Values for YAML; those that are undefined are left out. */
export type Metadata = Readonly<Record<string, string | number | readonly string[] | undefined>>

/** What a Markdown export tells of itself and of its questions. */
export interface ExportMetadata {
  readonly document: Metadata
  readonly ofQuestion: (questionId: string) => Metadata
}

/** Metadata as the front matter of a document, with its fences. */
export function metadataFrontMatter(metadata: Metadata): string {
  return `---\n${yamlOf(metadata)}---\n`
}

/** Metadata as a block of code, which every reader of Markdown shows as it is. */
export function metadataBlock(metadata: Metadata): string {
  const yaml = yamlOf(metadata)
  const runs = yaml.match(/`+/g) ?? []
  const fence = '`'.repeat(runs.reduce((longest, { length }) => Math.max(longest, length + 1), 3))
  return `${fence}yaml\n${yaml}${fence}`
}

function yamlOf(metadata: Metadata): string {
  const known = Object.entries(metadata).filter(([, value]) => value !== undefined)
  return stringify(Object.fromEntries(known), { lineWidth: 0 })
}
