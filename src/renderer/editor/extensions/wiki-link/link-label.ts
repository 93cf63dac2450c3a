import { parseWikiLink } from '../../../../shared/domain/wiki-link'

/** What a wiki link is called in the text: its label, else its target and heading. */
export function linkLabel(inner: string): string {
  const { label, target, heading } = parseWikiLink(inner)
  if (label !== undefined) return label
  const shown = [target, heading].filter(part => part !== undefined && part !== '').join(' › ')
  return shown === '' ? inner : shown
}
