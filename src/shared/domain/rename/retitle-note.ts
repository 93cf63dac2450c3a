import { isScalar, stringify } from 'yaml'
import { escapeText } from '../export/markdown-edits'
import { pairOf, parseYaml, readFrontMatter } from '../front-matter'
import { splitFrontMatter } from '../split-front-matter'
import { plainInline } from '../markdown/parse-markdown'
import { scanMarkdown } from '../markdown/scan-markdown'
import { readNote } from '../note'

/**
 * A note's text under another title: `title:` of the front matter or the first heading is changed, whichever the title
 * came from, and no other byte. A heading of a section further down stays, and the front matter says the title from then on; so
 * it does where the title came from the file's name and the name at `path`, which the note has afterwards, is another. The
 * same text when the title can't be changed safely.
 */
export function retitleNote(path: string, text: string, title: string): string {
  if (readNote(path, text).title === title) return text
  const { yaml, body } = splitFrontMatter(text)
  const changed =
    readFrontMatter(yaml).title === undefined ? withHeading(text, body, title) : withTitle(text, yaml, title)
  return readNote(path, changed).title === title ? changed : text
}

/** A text with another title in its front matter, which says one. @param yaml what stands between the fences */
export function withTitle(text: string, yaml: string, title: string): string {
  const document = parseYaml(yaml)
  const value = document === undefined ? undefined : pairOf(document, 'title')?.value
  if (!isScalar(value) || !value.range) return text
  const [start, end] = value.range
  const lineBreak = /\r?\n$/.exec(yaml.slice(start, end))?.[0] ?? ''
  const at = text.indexOf(yaml, text.indexOf('---') + 3)
  const type = value.type === 'QUOTE_DOUBLE' || value.type === 'QUOTE_SINGLE' ? value.type : 'PLAIN'
  const written = stringify(title, { defaultStringType: type, lineWidth: 0 }).trimEnd()
  return text.slice(0, at + start) + written + lineBreak + text.slice(at + end)
}

function withHeading(text: string, body: string, title: string): string {
  const heading = scanMarkdown(body).headings[0]
  if (heading === undefined || plainInline(heading.text) === '') return withTitleAdded(text, title)
  const lines = body.split('\n')
  const isOfSection = heading.level > 1 && lines.slice(0, heading.line).some(each => each.trim() !== '')
  if (isOfSection) return withTitleAdded(text, title)
  const line = lines[heading.line] ?? ''
  const marked = /^( {0,3}#{1,6}[ \t]+).*?((?:[ \t]+#+)?[ \t]*\r?)$/.exec(line)
  const underlined = /^( {0,3}).*?([ \t]*\r?)$/.exec(line)
  const [, before = '', after = ''] = marked ?? underlined ?? []
  const isPlain = plainInline(title) === title && !/#\s*$/.test(title)
  lines[heading.line] = before + (isPlain ? title : escapeText(title).replace(/#(?=\s*$)/, '\\#')) + after
  return text.slice(0, text.length - body.length) + lines.join('\n')
}

/** A text with a title in its front matter, which says none. */
export function withTitleAdded(text: string, title: string): string {
  const { bom, block } = splitFrontMatter(text)
  const lineBreak = /\r\n/.test(block || text) ? '\r\n' : '\n'
  const line = `title: ${stringify(title, { lineWidth: 0 }).trimEnd()}${lineBreak}`
  const rest = text.slice(bom.length)
  const empty = /^title:[ \t]*(?:''|""|~|null)?[ \t]*\r?\n/m
  if (empty.test(block)) return bom + block.replace(empty, () => line) + rest.slice(block.length)
  if (block === '') return `${bom}---${lineBreak}${line}---${lineBreak}${rest}`
  const start = block.indexOf('\n') + 1
  return bom + block.slice(0, start) + line + rest.slice(start)
}
