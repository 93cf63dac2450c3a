import { lazyPart } from '../state/lazy-part'
import type { Command } from '../state/commands'
import { usePlace } from '../state/place'
import { useHomeFolder, useNotebook, usePlacedQuestions } from '../state/queries'
import { useView } from '../state/view'

const BackupsDialog = lazyPart(async () => (await import('../features/backups/backups-dialog')).BackupsDialog)
const ExportDialog = lazyPart(async () => (await import('../features/exchange/export-dialog')).ExportDialog)
const ImportDialog = lazyPart(async () => (await import('../features/exchange/import-dialog')).ImportDialog)
const HelpDialog = lazyPart(async () => (await import('../features/help/help-dialog')).HelpDialog)
const ImportNotesDialog = lazyPart(
  async () => (await import('../features/exchange/import-notes-dialog')).ImportNotesDialog,
)
const ListEditDialog = lazyPart(
  async () => (await import('../features/list-edit/list-edit-dialog')).ListEditDialog,
)
const HistoryDialog = lazyPart(async () => (await import('../features/history/history-dialog')).HistoryDialog)
const CommandPalette = lazyPart(
  async () => (await import('../features/palette/command-palette')).CommandPalette,
)
const QuickOpen = lazyPart(async () => (await import('../features/palette/quick-open')).QuickOpen)
const LinkNoteDialog = lazyPart(
  async () => (await import('../features/question-page/link-note-dialog')).LinkNoteDialog,
)
const RenameNoteDialog = lazyPart(
  async () => (await import('../features/rename/rename-note-dialog')).RenameNoteDialog,
)
const ReplaceDialog = lazyPart(async () => (await import('../features/replace/replace-dialog')).ReplaceDialog)
const SettingsDialog = lazyPart(
  async () => (await import('../features/settings/settings-dialog')).SettingsDialog,
)
const NewNotebookDialog = lazyPart(
  async () => (await import('../features/start/new-notebook-dialog')).NewNotebookDialog,
)
const OpenNotebookDialog = lazyPart(
  async () => (await import('../features/start/open-notebook-dialog')).OpenNotebookDialog,
)
const TrashDialog = lazyPart(async () => (await import('../features/trash/trash-dialog')).TrashDialog)

/** The dialog that is open, if any. */
export function Dialogs({ commands }: { readonly commands: readonly Command[] }) {
  const dialog = useView(view => view.dialog)
  const place = usePlace(state => state.marked)
  const { byId } = usePlacedQuestions()
  const isEditable = useNotebook().data?.readOnly === null
  const placed = place?.kind === 'question' ? byId.get(place.id) : undefined
  // Asked for ahead: what a dialog's field begins with must not come while one types into it.
  useHomeFolder()
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
    case 'new-notebook-sample':
      return <NewNotebookDialog startWith="sample" />
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
    case 'settings':
      return <SettingsDialog commands={commands} />
    case 'help':
      return <HelpDialog commands={commands} start="steps" />
    case 'help-shortcuts':
      return <HelpDialog commands={commands} start="shortcuts" />
    case 'help-news':
      return <HelpDialog commands={commands} start="news" />
    case 'backups':
      return <BackupsDialog />
    case 'link-note':
      return placed === undefined ? null : <LinkNoteDialog placed={placed} />
  }
}
