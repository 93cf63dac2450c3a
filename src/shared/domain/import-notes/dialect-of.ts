import { listOf, parseYaml } from '../front-matter'
import { splitFrontMatter } from '../split-front-matter'
import { LogseqDialect } from './logseq-dialect'
import type { VaultDialect } from './vault-dialect'

/** @param paths of all files, relative to the folder that was given */
export function dialectOf(paths: readonly string[]): VaultDialect {
  const config = paths.find(path => /(?:^|\/)logseq\/config\.edn$/.test(path))
  return config === undefined ? plainDialect : new LogseqDialect(config.slice(0, -'logseq/config.edn'.length))
}

/** Obsidian, Joplin's export and plain folders: notes are what they are. */
const plainDialect: VaultDialect = {
  noteFor: path => path,
  learn: text => [...frontMatterNames(text)],
  convert: text => text,
}

/** Aliases, as Obsidian reads them, and the id that Joplin's links name. */
function frontMatterNames(text: string): string[] {
  const { yaml } = splitFrontMatter(text)
  const document = yaml.trim() === '' ? undefined : parseYaml(yaml)
  if (document === undefined || document.errors.length > 0) return []
  const [id] = listOf(document, 'id')
  return [
    ...['aliases', 'alias'].flatMap(key => aliasesIn(document, key)),
    ...(id !== undefined && /^[0-9a-f]{32}$/.test(id) ? [`:/${id}`] : []),
  ]
}

/** Of a text the parts between commas, not its words. */
function aliasesIn(document: NonNullable<ReturnType<typeof parseYaml>>, key: string): string[] {
  const value: unknown = document.get(key)
  if (typeof value !== 'string') return listOf(document, key)
  return value
    .split(',')
    .map(alias => alias.trim())
    .filter(alias => alias !== '')
}

/** Joplin names resources by their ids: `_resources/<32 digits>.png`. */
export function resourceId(path: string): string | undefined {
  const id = /(?:^|\/)([0-9a-f]{32})(?:\.[^./]+)?$/.exec(path)?.[1]
  return id === undefined ? undefined : `:/${id}`
}

/** Settings and drawings that only their own program reads. */
export function isProgramData(path: string): boolean {
  return /\.edn$|(?:^|\/)logseq\/[^/]+$/i.test(path)
}
