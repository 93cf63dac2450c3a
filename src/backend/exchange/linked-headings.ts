import { resolveMarkdownLink, resolveWikiLink } from '../../shared/domain/resolve-link'
import type { OpenNotebook } from '../notebook/open-notebook'

/** Paths of notes of which some note's link names a heading. */
export function linkedHeadings(notebook: OpenNotebook): Set<string> {
  const paths = new Set<string>()
  for (const note of notebook.notes.all()) {
    for (const { kind, target } of note.links) {
      if (!target.includes('#')) continue
      const resolve = kind === 'wiki' ? resolveWikiLink : resolveMarkdownLink
      const resolved = resolve(notebook, target, note.path)
      if (resolved.kind === 'note' && resolved.heading !== undefined) paths.add(resolved.path)
    }
  }
  return paths
}
