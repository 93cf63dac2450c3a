import type { ElementContent } from 'hast'
import { type ExportLanguage, exportWords } from '../../shared/domain/export/export-words'
import { renderHtml } from '../../shared/domain/export/html/render-html'
import { applyEdits, escapeText } from '../../shared/domain/export/markdown-edits'
import { findWikiLinks } from '../../shared/domain/markdown/find-wiki-links'
import { parseMarkdown } from '../../shared/domain/markdown/parse-markdown'
import { walkMarkdown } from '../../shared/domain/markdown/walk-markdown'
import { linkLabel } from './extensions/wiki-link/link-label'

/**
 * Markdown as HTML for other programs, as exports write it: wiki links are their words, formulas their source between dollars,
 * images keep their addresses.
 */
export function markdownAsHtml(markdown: string, language: ExportLanguage): Promise<string> {
  const links = findWikiLinks(markdown, [...walkMarkdown(parseMarkdown(markdown))])
  const edits = links.map(({ start, end, inner }) => ({ start, end, text: escapeText(linkLabel(inner)) }))
  return renderHtml(applyEdits(markdown, edits), {
    ids: new Set(),
    prefix: '',
    words: exportWords[language],
    callouts: 'plain',
    formula,
    image: destination => Promise.resolve(destination),
    hasFiles: true,
    isCodeHighlighted: false,
  })
}

function formula(source: string, isDisplay: boolean): ElementContent {
  const fence = isDisplay ? '$$' : '$'
  return { type: 'text', value: fence + source + fence }
}
