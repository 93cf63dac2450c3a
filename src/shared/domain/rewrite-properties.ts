import { readFrontMatter, type FrontMatterProblem } from './front-matter'
import { splitFrontMatter, withYaml } from './split-front-matter'

export type RewrittenProperties =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'problem'; readonly problem: FrontMatterProblem }

/** A note's text with other properties: the YAML between its fences, in the note's own line endings. Nothing else changes. */
export function rewriteProperties(text: string, yaml: string): RewrittenProperties {
  const split = splitFrontMatter(text)
  const lineBreak = split.block.includes('\r\n') ? '\r\n' : '\n'
  const next = yaml.replace(/\r\n?|\n/g, lineBreak)
  const { problem } = readFrontMatter(next)
  if (problem !== undefined) return { kind: 'problem', problem }
  const rewritten = withYaml(split, next)
  const after = splitFrontMatter(rewritten)
  // A line of hyphens ends it, and prose is none.
  if (after.yaml !== next || after.body !== split.body) {
    return { kind: 'problem', problem: { reason: 'not-yaml', line: 1, detail: 'not front matter' } }
  }
  return { kind: 'text', text: rewritten }
}
