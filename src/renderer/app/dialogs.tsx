import { BackupsDialog } from '../features/backups/backups-dialog'
import { ExportDialog } from '../features/exchange/export-dialog'
import { ImportDialog } from '../features/exchange/import-dialog'
import { ImportNotesDialog } from '../features/exchange/import-notes-dialog'
import { HistoryDialog } from '../features/history/history-dialog'
import { ListEditDialog } from '../features/list-edit/list-edit-dialog'
import { CommandPalette } from '../features/palette/command-palette'
import { QuickOpen } from '../features/palette/quick-open'
import { LinkNoteDialog } from '../features/question-page/link-note-dialog'
import { RenameNoteDialog } from '../features/rename/rename-note-dialog'
import { ReplaceDialog } from '../features/replace/replace-dialog'
import { NewNotebookDialog } from '../features/start/new-notebook-dialog'
import { OpenNotebookDialog } from '../features/start/open-notebook-dialog'
import { TrashDialog } from '../features/trash/trash-dialog'
import type { Command } from '../state/commands'
import { usePlace } from '../state/place'
import { useNotebook, usePlacedQuestions } from '../state/queries'
import { useView } from '../state/view'

/** The dialog that is open, if any. */
export function Dialogs({ commands }: { readonly commands: readonly Command[] }) {
  const dialog = useView(view => view.dialog)
  const place = usePlace(state => state.place)
  const { byId } = usePlacedQuestions()
  const isEditable = useNotebook().data?.readOnly === null
  const placed = place?.kind === 'question' ? byId.get(place.id) : undefined
  switch (dialog) {
    case undefined:
    case 'merge':
      return null
    case 'export':
      return <ExportDialog />
    case 'import':
      return <ImportDialog />
    case 'import-notes':
      return <ImportNotesDialog />
    case 'palette':
      return <CommandPalette commands={commands} />
    case 'quick-open':
      return <QuickOpen />
    case 'new-notebook':
      return <NewNotebookDialog startWith="llm" />
    case 'new-notebook-for-import':
      return <NewNotebookDialog startWith="import" />
    case 'open-notebook':
      return <OpenNotebookDialog />
    case 'replace':
      return <ReplaceDialog />
    case 'list-edit':
      return <ListEditDialog />
    case 'rename-note':
      return <RenameNoteDialog />
    case 'history':
      return <HistoryDialog />
    case 'trash':
      return <TrashDialog isEditable={isEditable} />
    case 'backups':
      return <BackupsDialog />
    case 'link-note':
      return placed === undefined ? null : <LinkNoteDialog placed={placed} />
  }
}
