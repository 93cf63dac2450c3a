import { splitFrontMatter } from '../front-matter'

/**
 * Markdown as readable text, for indexes and snippets: words, code and formulas stay, marks of structure go.
 * Fast and approximate (it does not parse); line breaks stay where they are.
 */
export function plainText(markdown: string): string {
  return splitFrontMatter(markdown)
    .body.split('\n')
    .map(line => (line.length > 20_000 ? line : plainLine(line)))
    .join('\n')
    .trim()
}

function plainLine(line: string): string {
  let text = line
    .replace(/\r$/, '')
    .replace(/^[\s>]*(?:[-*+]\s+(?:\[[ xX]\]\s+)?|\d{1,9}[.)]\s+|#{1,6}\s+)?/, '')
  if (/^(?:`{3,}|~{3,}|[-=_*\s|:]{3,}$)/.test(text)) return ''
  if (text.includes(']')) {
    text = text
      .replace(/!?\[\[(?:[^[\]|]*\|)?([^[\]|]*)\]\]/g, '$1')
      .replace(/!?\[([^[\]]*)\]\([^()\s]*(?:\s"[^"]*")?\)/g, '$1')
  }
  if (text.includes('^')) text = text.replace(/\s\^[A-Za-z0-9-]+$/, '')
  if (text.includes('<')) text = text.replace(/<\/?[a-z][^<>]{0,300}>|<!--|-->/gi, ' ')
  if (text.startsWith('|')) text = text.replace(/\|/g, ' ')
  if (!/[*_~=`]/.test(text)) return text.trim()
  return text
    .replace(/\*\*|__|~~|==|`/g, '')
    .replace(/(^|\s)[*_](?=\S)|(?<=\S)[*_](?=[\s.,;:!?]|$)/g, '$1')
    .trim()
}
