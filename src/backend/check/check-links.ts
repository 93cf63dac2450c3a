import { join } from 'node:path'
import type { Finding } from '../../shared/contract/check-procedures'
import { splitFrontMatter } from '../../shared/domain/front-matter'
import { isImageName } from '../../shared/domain/image-type'
import { resolveMarkdownLink, resolveWikiLink } from '../../shared/domain/resolve-link'
import { textLines } from '../../shared/domain/merge/text-lines'
import type { NotebookCheck } from './notebook-check'

/** Links and images of notes that lead nowhere. */
export const checkLinks: NotebookCheck = async notebook => {
  const findings: Finding[] = []
  for (const { path, links } of notebook.notes.all()) {
    if (links.length === 0) continue
    const text = (await notebook.noteStore.read(path).catch(() => undefined))?.text ?? ''
    const bodyStart = text.length - splitFrontMatter(text).body.length
    for (const { kind, target, isEmbed, start } of links) {
      const resolved =
        kind === 'wiki'
          ? resolveWikiLink(notebook, target, path)
          : resolveMarkdownLink(notebook, target, path)
      const isThere =
        resolved.kind === 'attachment'
          ? (await notebook.files.info(join(notebook.info.path, resolved.path)))?.kind === 'file'
          : resolved.kind !== 'missing'
      if (isThere) continue
      const isImage =
        isEmbed && (kind === 'markdown' || (resolved.kind === 'attachment' && isImageName(resolved.path)))
      const line = textLines(text.slice(0, bodyStart + start + 1)).length
      findings.push({ kind: isImage ? 'missing-image' : 'broken-link', path, line, detail: target })
    }
  }
  return findings.sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0))
}
