import { join } from 'node:path'
import type { Finding } from '../../shared/contract/check-procedures'
import { splitFrontMatter } from '../../shared/domain/split-front-matter'
import { isImageName } from '../../shared/domain/image-type'
import { textLines } from '../../shared/domain/merge/text-lines'
import { linkPlaces, type LinkPlace } from '../../shared/domain/rename/link-places'
import { resolveMarkdownLink, resolveWikiLink, type ResolvedLink } from '../../shared/domain/resolve-link'
import { parseWikiLink } from '../../shared/domain/wiki-link'
import type { OpenNotebook } from '../notebook/open-notebook'
import type { NotebookCheck } from './notebook-check'

/** Links and images of notes that lead nowhere, or to a place that isn't in the file that they lead to. */
export const checkLinks: NotebookCheck = async notebook => {
  const findings: Finding[] = []
  for (const { path, links } of notebook.notes.all()) {
    // The index is quick and knows nearly all; only a note with something amiss is parsed.
    const suspects = await Promise.all(
      links.map(({ kind, target }) => isBroken(notebook, path, { kind, target })),
    )
    if (suspects.includes(true)) findings.push(...(await brokenIn(notebook, path)))
  }
  return findings.sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0))
}

interface Link {
  readonly kind: 'wiki' | 'markdown'
  readonly target: string
}

async function brokenIn(notebook: OpenNotebook, path: string): Promise<Finding[]> {
  const text = (await notebook.noteStore.read(path).catch(() => undefined))?.text ?? ''
  const { body } = splitFrontMatter(text)
  const findings: Finding[] = []
  for (const place of linkPlaces(body)) {
    const target = place.kind === 'wiki' ? place.inner : place.destination
    if (!(await isBroken(notebook, path, { kind: place.kind, target }))) continue
    const line = textLines(text.slice(0, text.length - body.length + place.start)).length
    findings.push({ kind: isPicture(place) ? 'missing-image' : 'broken-link', path, line, detail: target })
  }
  return findings.sort((a, b) => (a.line ?? 0) - (b.line ?? 0))
}

function isPicture(place: LinkPlace): boolean {
  return place.kind === 'wiki'
    ? place.isEmbed && isImageName(parseWikiLink(place.inner).target)
    : place.isImage
}

async function isBroken(notebook: OpenNotebook, from: string, { kind, target }: Link): Promise<boolean> {
  const resolved =
    kind === 'wiki' ? resolveWikiLink(notebook, target, from) : resolveMarkdownLink(notebook, target, from)
  if (resolved.kind === 'missing') return true
  if (resolved.kind === 'attachment') {
    return (await notebook.files.info(join(notebook.info.path, resolved.path)))?.kind !== 'file'
  }
  return !(await hasPlace(notebook, resolved, fragmentOf(kind, target)))
}

function fragmentOf(kind: Link['kind'], target: string): string {
  if (kind === 'wiki') {
    const { heading, blockId } = parseWikiLink(target)
    return blockId === undefined ? (heading ?? '') : `^${blockId}`
  }
  const hash = target.indexOf('#')
  return hash < 0 ? '' : target.slice(hash + 1)
}

/** Whether what a link leads to has the place that stands behind `#` in it. */
async function hasPlace(notebook: OpenNotebook, link: ResolvedLink, fragment: string): Promise<boolean> {
  if (fragment === '') return true
  // A question would have been found by its id.
  if (link.kind === 'list') return !fragment.startsWith('^')
  if (link.kind !== 'note') return true
  const wanted = letters(fragment.slice(fragment.lastIndexOf('#') + 1))
  const headings = notebook.notes.get(link.path)?.headings ?? []
  if (!fragment.startsWith('^') && headings.some(({ text }) => isNamed(letters(text), wanted))) return true
  const text = (await notebook.noteStore.read(link.path).catch(() => undefined))?.text
  return text === undefined || hasMark(text, fragment)
}

/** Letters and digits only: Obsidian leaves marks out of a heading's name, GitHub puts hyphens in. */
function letters(text: string): string {
  return decode(text)
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]/gu, '')
}

/** Of headings with one name, the others have a number behind it. */
function isNamed(heading: string, wanted: string): boolean {
  return heading === wanted || (wanted.startsWith(heading) && /^\d+$/.test(wanted.slice(heading.length)))
}

/** A block id of Obsidian, or an HTML anchor. */
function hasMark(text: string, fragment: string): boolean {
  const name = decode(fragment).replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)
  return fragment.startsWith('^')
    ? new RegExp(String.raw`(?:^|\s)${name}[ \t]*\r?$`, 'mi').test(text)
    : new RegExp(String.raw`\s(?:id|name)\s*=\s*["']?${name}["'\s>]`, 'i').test(text)
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
