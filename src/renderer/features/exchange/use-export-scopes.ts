import type { ExportScope } from '../../../shared/contract/exchange-procedures'
import { useExportScope } from '../../state/export-scope'
import { usePlace } from '../../state/place'
import { useLists, useNotes, usePlacedQuestions } from '../../state/queries'
import { useTranslation } from '../../ui/use-translation'

/** A part of the notebook that can be exported, in the words of the user's language. */
export interface ExportScopeOption {
  readonly value: string
  readonly label: string
  readonly scope: ExportScope
}

/** What can be exported from where the user is: the notebook, its lists and sections, what the filter shows, the note. */
export function useExportScopes(): ExportScopeOption[] {
  const { t } = useTranslation()
  const lists = useLists().data ?? []
  const notes = useNotes().data ?? []
  const shown = useExportScope(state => state.shown)
  const place = usePlace(state => state.marked)
  const { byId } = usePlacedQuestions()
  const notePath =
    place?.kind === 'note'
      ? place.path
      : place?.kind === 'question'
        ? (place.notePath ?? byId.get(place.id)?.item.notes[0])
        : undefined
  const note = notes.find(({ path }) => path === notePath)
  const scopes: { readonly label: string; readonly scope: ExportScope }[] = [
    { label: t('export.scope.notebook'), scope: { kind: 'notebook' } },
  ]
  const add = (label: string, scope: ExportScope): void => void scopes.push({ label, scope })
  if (shown !== undefined)
    add(t('export.scope.shown', { count: shown.length }), { kind: 'questions', ids: [...shown] })
  if (note !== undefined)
    add(t('export.scope.note', { title: note.title }), { kind: 'note', path: note.path })
  for (const { id, title, sections } of lists) {
    if (lists.length > 1) add(t('export.scope.list', { title }), { kind: 'list', listId: id })
    for (const section of sections) {
      const { number } = section
      const words = { list: title, number, title: section.title }
      add(t('export.scope.section', words), { kind: 'section', listId: id, number })
    }
  }
  return scopes.map(({ label, scope }) => ({ value: keyOfScope(scope), label, scope }))
}

/** Tells scopes of one notebook apart. */
export function keyOfScope(scope: ExportScope): string {
  switch (scope.kind) {
    case 'notebook':
    case 'questions':
      return scope.kind
    case 'list':
      return `list ${scope.listId}`
    case 'section':
      return `section ${scope.listId} ${scope.number}`
    case 'note':
      return `note ${scope.path}`
  }
}
