import { focusEditor, openNotePath } from '../../state/editor-info'
import { newNote } from '../../state/new-note'
import { openHistory } from '../../state/history'
import { hasEditor } from '../../state/place'
import { startSearch } from '../../state/search-text'
import { openDialog, showToast } from '../../state/view'
import { isWritable, questionAt, type CommandContext, type UngroupedCommand } from './command-context'

/** Notes: making, saving, finding. */
export function noteCommands(context: CommandContext): UngroupedCommand[] {
  const { t, access, notebook, place } = context
  return [
    {
      id: 'note.new',
      label: t('note.new'),
      shortcut: 'Mod+Alt+N',
      isEnabled: isWritable(context),
      run: () => void newNote(access),
    },
    {
      id: 'notes.import',
      label: t('importNotes.command'),
      isEnabled: isWritable(context),
      run: () => openDialog('import-notes'),
    },
    {
      id: 'note.save',
      label: t('commands.save'),
      shortcut: 'Mod+S',
      isEnabled: notebook !== undefined,
      run: () => void access.sessions.flushAll(),
    },
    ...openNoteCommands(context),
    {
      id: 'note.focus',
      label: t('commands.focusEditor'),
      isEnabled: hasEditor(place),
      run: () => focusEditor(),
    },
    {
      id: 'search.open',
      label: t('commands.search'),
      shortcut: 'Mod+K',
      isEnabled: notebook !== undefined,
      run: () => startSearch(),
    },
    {
      id: 'replace.open',
      label: t('replace.command'),
      shortcut: 'Mod+Alt+R',
      isEnabled: isWritable(context),
      run: () => openDialog('replace'),
    },
    {
      id: 'search.inSection',
      label: t('search.inSection'),
      isEnabled: openSection(context) !== undefined,
      run: () => startSearch(`section:"${openSection(context) ?? ''}" `),
    },
  ]
}

/** What is done with the open note as a whole. */
function openNoteCommands(context: CommandContext): UngroupedCommand[] {
  const { t, access, place } = context
  return [
    {
      id: 'note.rename',
      label: t('rename.command'),
      isEnabled: isWritable(context) && hasNote(context),
      run: renameNote,
    },
    {
      id: 'note.history',
      label: t('history.command'),
      shortcut: 'Mod+Alt+H',
      isEnabled: hasNote(context),
      run: () => openHistory(),
    },
    {
      id: 'note.print',
      label: t('commands.print'),
      isEnabled: access.capabilities.printToPdf && place !== undefined,
      run: () => void printToPdf(context),
    },
  ]
}

function hasNote({ place, questions }: CommandContext): boolean {
  if (place?.kind !== 'question') return hasEditor(place)
  return questions.some(({ item }) => item.id === place.id && item.notes.length > 0)
}

function renameNote(): void {
  if (openNotePath() !== undefined) openDialog('rename-note')
}

async function printToPdf({ access, t }: CommandContext): Promise<void> {
  await access.sessions.flushAll()
  const { path } = await access.client['app.printToPdf']({})
  if (path !== null) showToast(t('commands.printed', { path }))
}

/** The section of the open question, without the quotation marks that a filter can't have. */
function openSection({ place, questions }: CommandContext): string | undefined {
  return questionAt(place, questions)?.section.title.replaceAll('"', ' ')
}
