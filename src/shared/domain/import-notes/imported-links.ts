import { detached } from '../export/detached'
import { applyEdits, type Edit } from '../export/markdown-edits'
import { splitFrontMatter } from '../split-front-matter'
import { encodeDestination, relativePath } from '../link-destination'
import { linkKey } from '../link-keys'
import { linkPlaces, type LinkPlace } from '../rename/link-places'
import { parseWikiLink } from '../wiki-link'
import type { Vault } from './vault'

/** A link of a note that is imported, and the file of the vault that it means. */
export interface ImportedLink {
  readonly place: LinkPlace
  /** Offset of the body that the place is in. */
  readonly offset: number
  /** Undefined when the vault has no such file. */
  readonly target: string | undefined
}

/** Links of a note to files; those to other sites, to headings of the same note and the like are none. */
export function importedLinks(vault: Vault, from: string, text: string): ImportedLink[] {
  const { body } = splitFrontMatter(text)
  const offset = text.length - body.length
  return linkPlaces(body).flatMap(place => {
    const isOutside =
      place.kind === 'wiki'
        ? parseWikiLink(place.inner).target === ''
        : /^[a-z][a-z0-9+.-]*:|^\/\/|^#|^$/i.test(place.destination)
    if (isOutside) return []
    const target =
      place.kind === 'wiki'
        ? vault.followWiki(place.inner, from)
        : vault.followMarkdown(place.destination, from)
    return [{ place: apartFromText(place), offset, target }]
  })
}

/** The text itself is not kept by what it says. */
function apartFromText(place: LinkPlace): LinkPlace {
  return place.kind === 'wiki'
    ? { ...place, inner: detached(place.inner) }
    : { ...place, destination: detached(place.destination) }
}

/** What a link's target says, for a report. */
export function writtenTarget({ place }: ImportedLink): string {
  return place.kind === 'wiki' ? parseWikiLink(place.inner).target : place.destination
}

export interface NewPlaces {
  /** Where the note goes: a path of the notebook. */
  readonly to: string
  /** The path of the notebook that a file of the vault gets. */
  readonly placeOf: (path: string) => string | undefined
  /** Whether several notes of the notebook would be meant by a name. */
  readonly isAmbiguous: (key: string) => boolean
}

/** The note's text with links that lead to where the files went; where a link still leads there no byte changes. */
export function rewriteImported(
  text: string,
  links: readonly ImportedLink[],
  { to, placeOf, isAmbiguous }: NewPlaces,
): string {
  const edits = links.flatMap(({ place, offset, target }): Edit[] => {
    const goal = target === undefined ? undefined : placeOf(target)
    if (goal === undefined) return []
    const edit =
      place.kind === 'wiki' ? wikiEdit(place, goal, isAmbiguous) : markdownEdit(place, { to, goal })
    return edit === undefined ? [] : [{ ...edit, start: edit.start + offset, end: edit.end + offset }]
  })
  return applyEdits(text, edits)
}

/** A note that an import may have made, and where the files that it links to may have gone then. */
export interface EarlierImport {
  readonly text: string
  readonly to: string
  readonly placesOf: (path: string) => readonly string[]
}

/** Whether a note is what `rewriteImported` made of a text, with each linked file at one of its places. */
export function isImportOf(
  text: string,
  links: readonly ImportedLink[],
  { text: made, to, placesOf }: EarlierImport,
): boolean {
  let at = 0
  let ends: ReadonlySet<number> = new Set([0])
  const goOn = (forms: ReadonlySet<string>): void => {
    const starts = [...ends]
    ends = new Set(
      [...forms].flatMap(form =>
        starts.filter(start => made.startsWith(form, start)).map(start => start + form.length),
      ),
    )
  }
  for (const link of [...links].sort((a, b) => a.place.start - b.place.start)) {
    const [start, end] = targetRange(link)
    if (start < at) continue
    goOn(new Set([text.slice(at, start)]))
    const goals = link.target === undefined ? [] : placesOf(link.target)
    goOn(new Set([text.slice(start, end), ...goals.flatMap(goal => writtenForms(link, { to, goal }))]))
    at = end
  }
  goOn(new Set([text.slice(at)]))
  return ends.has(made.length)
}

/** Where the part of a link stands that says where it leads, as `wikiEdit` and `markdownEdit` change it. */
function targetRange({ place, offset }: ImportedLink): readonly [start: number, end: number] {
  const start = place.start + offset
  return [start, place.kind === 'wiki' ? start + writtenName(place.inner).length : place.end + offset]
}

/** What can stand there for a goal, whether or not its name was that of several notes. */
function writtenForms({ place }: ImportedLink, { to, goal }: { to: string; goal: string }): string[] {
  const edits =
    place.kind === 'wiki'
      ? [true, false].map(isAmbiguous => wikiEdit(place, goal, () => isAmbiguous))
      : [markdownEdit(place, { to, goal })]
  return edits.flatMap(edit => (edit === undefined ? [] : [edit.text]))
}

/** What a wiki link has before `#` and its bar. */
function writtenName(inner: string): string {
  return /^[^#|\\]*/.exec(inner)?.[0] ?? ''
}

function wikiEdit(
  { start, inner, isEmbed }: Extract<LinkPlace, { kind: 'wiki' }>,
  goal: string,
  isAmbiguous: NewPlaces['isAmbiguous'],
): Edit | undefined {
  const written = writtenName(inner)
  const name = goal.slice(goal.lastIndexOf('/') + 1)
  const isNote = goal.startsWith('notes/')
  const target = isNote
    ? isAmbiguous(linkKey(name))
      ? goal.replace(/^notes\//, '').replace(/\.md$/i, '')
      : name.replace(/\.md$/i, '')
    : name
  const isSame = isNote
    ? linkKey(written) === linkKey(target)
    : written.trim().normalize('NFC').toLowerCase() === target.toLowerCase()
  const path = `/${linkKey(written).replace(/^\/+/, '')}`
  const isPath = isNote && path.lastIndexOf('/') > 0 && `/${linkKey(goal)}`.endsWith(path)
  if (isSame || (isPath && !isAmbiguous(linkKey(name)))) return undefined
  // What an alias said is still what is read.
  const isRead =
    /^[^#|\\]*$/.test(inner) && !isEmbed && isNote && linkKey(lastPart(written)) !== linkKey(name)
  const label = isRead && !isTaken(name, written) ? `|${written.trim()}` : ''
  return { start, end: start + written.length, text: target + label }
}

/** Whether the file only got a number because its name was taken. */
function isTaken(name: string, written: string): boolean {
  const stem = name.replace(/\.md$/i, '')
  return stem.replace(/ \d+$/, '').toLowerCase() === lastPart(written).trim().toLowerCase()
}

function lastPart(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1)
}

function markdownEdit(
  { start, end, destination, isHtml }: Extract<LinkPlace, { kind: 'markdown' }>,
  { to, goal }: { readonly to: string; readonly goal: string },
): Edit | undefined {
  const fragment = /[?#].*$/s.exec(destination)?.[0] ?? ''
  const text = encodeDestination(relativePath(to, goal)) + fragment
  if (text === destination) return undefined
  return { start, end, text: isHtml ? text.replace(/&/g, '&amp;') : text }
}
