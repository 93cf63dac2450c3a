import type { LinkSuggestion } from '../../../../shared/contract/note-procedures'
import { linkKey } from '../../../../shared/domain/link-keys'
import { safeLabel } from '../../../../shared/domain/wiki-link'
import type { EditorServices } from '../../editor-services'

/** Something that completion offers after `[[`: what is there, a heading, the label being written, or a new note. */
export interface LinkOption extends Omit<LinkSuggestion, 'kind'> {
  readonly kind: LinkSuggestion['kind'] | 'heading' | 'label' | 'create'
}

const mostHeadings = 30

/** What to offer for the text between the brackets: `name`, `name#heading`, `name|label`. */
export async function linkOptions(query: string, services: EditorServices): Promise<LinkOption[]> {
  const bar = query.indexOf('|')
  if (bar >= 0) return labelOption(query.slice(0, bar).trim(), safeLabel(query.slice(bar + 1)))
  const hash = query.indexOf('#')
  if (hash >= 0) return headingOptions(query.slice(0, hash).trim(), query.slice(hash + 1), services)
  const found = await services.suggestLinks(query)
  const title = safeLabel(query)
  const isThere = found.some(option => option.kind === 'note' && linkKey(option.title) === linkKey(title))
  if (title === '' || isThere) return [...found]
  return [...found, { kind: 'create', id: title, title, detail: '', insert: title }]
}

function labelOption(address: string, label: string): LinkOption[] {
  if (address === '') return []
  const insert = label === '' ? address : `${address}|${label}`
  return [{ kind: 'label', id: insert, title: label === '' ? address : label, detail: address, insert }]
}

async function headingOptions(
  target: string,
  typed: string,
  services: EditorServices,
): Promise<LinkOption[]> {
  const wanted = linkKey(typed)
  const headings = await services.headingsOf(target)
  return headings
    .filter(({ text }) => linkKey(text).includes(wanted))
    .slice(0, mostHeadings)
    .map(({ level, text }, index) => ({
      kind: 'heading',
      id: `${index} ${text}`,
      title: text,
      detail: '#'.repeat(level),
      insert: `${target}#${safeLabel(text.replace(/[#^]/g, ' '))}`,
    }))
}
