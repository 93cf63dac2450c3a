/** A note's text in its parts; `bom + block + body` is the text again, byte for byte. */
export interface FrontMatterSplit {
  readonly bom: string
  /** The front matter with its fences and the line break after them; empty when there is none. */
  readonly block: string
  /** What stands between the fences. */
  readonly yaml: string
  readonly body: string
}

const blockPattern = /^---[ \t]*\r?\n(?:([\s\S]*?)\r?\n)?---[ \t]*(?:\r?\n|$)/

/** Between the fences: nothing, comments, a first key or a flow map. A text that opens with a rule has none. */
const yamlStart = /^(?:[ \t]*(?:#[^\r\n]*)?\r?\n)*[ \t]*(?:#[^\r\n]*$|$|[{?]|["'\p{L}_][^\r\n]*?:(?:\s|$))/u

/** Divides a text; the parts are where they were, byte for byte. */
export function splitFrontMatter(text: string): FrontMatterSplit {
  const bom = text.startsWith('\uFEFF') ? '\uFEFF' : ''
  const rest = text.slice(bom.length)
  const match = rest.startsWith('---') ? blockPattern.exec(rest) : null
  if (match === null || !yamlStart.test(match[1] ?? '')) return { bom, block: '', yaml: '', body: rest }
  return { bom, block: match[0], yaml: match[1] ?? '', body: rest.slice(match[0].length) }
}

/** The text with other YAML between its fences; no other byte changes. */
export function withYaml({ bom, block, yaml, body }: FrontMatterSplit, nextYaml: string): string {
  const start = block.indexOf('\n') + 1
  return bom + block.slice(0, start) + nextYaml + block.slice(start + yaml.length) + body
}
