import { useTranslation } from 'react-i18next'
import type { Settings } from '../../shared/contract/app-procedures'
import { useBackend } from '../state/backend'
import type { Command } from '../state/commands'
import { focusEditor } from '../state/editor-info'
import { goTo, leavePlace, usePlace, type Place } from '../state/place'
import { useNotebook, usePlacedQuestions, useSettings, type PlacedQuestion } from '../state/queries'
import { openDialog, useLayout } from '../state/view'

/** The one registry: menu, palette, toolbar and shortcuts read these objects. */
export function useCommands(): Command[] {
  const { t } = useTranslation()
  const { client, sessions } = useBackend()
  const notebook = useNotebook().data ?? undefined
  const settings = useSettings().data
  const { all } = usePlacedQuestions()
  const place = usePlace(state => state.place)
  const hasNotebook = notebook !== undefined
  const isWritable = hasNotebook && notebook.readOnly === null
  const question = place?.kind === 'question' ? all.find(placed => placed.item.id === place.id) : undefined
  const setTheme = (theme: Settings['theme']) => (): void => void client['settings.update']({ theme })
  const inGroup = (group: string, commands: readonly Omit<Command, 'group'>[]): Command[] =>
    commands.map(command => ({ ...command, group }))
  return [
    ...inGroup(t('commands.questions'), [
      {
        id: 'question.next',
        label: t('commands.nextQuestion'),
        shortcut: 'Alt+ArrowDown',
        isEnabled: all.length > 0,
        run: () => step(all, place, 1),
      },
      {
        id: 'question.previous',
        label: t('commands.previousQuestion'),
        shortcut: 'Alt+ArrowUp',
        isEnabled: all.length > 0,
        run: () => step(all, place, -1),
      },
      {
        id: 'question.nextOpen',
        label: t('commands.nextUnanswered'),
        isEnabled: all.some(placed => placed.item.status !== 'answered'),
        run: () => nextUnanswered(all, place),
      },
      {
        id: 'question.answered',
        label: t('commands.markAnswered'),
        shortcut: 'Mod+Enter',
        isEnabled: isWritable && question !== undefined,
        run: () => question && void toggleAnswered(client, question),
      },
      {
        id: 'answer.link',
        label: t('answer.link'),
        isEnabled: isWritable && question !== undefined,
        run: () => openDialog('link-note'),
      },
      {
        id: 'questions.import',
        label: t('commands.import'),
        isEnabled: isWritable,
        run: () => openDialog('import'),
      },
    ]),
    ...inGroup(t('commands.notes'), [
      {
        id: 'note.new',
        label: t('note.new'),
        shortcut: 'Mod+Alt+N',
        isEnabled: isWritable,
        run: () => void newNote(client),
      },
      {
        id: 'note.save',
        label: t('commands.save'),
        shortcut: 'Mod+S',
        isEnabled: hasNotebook,
        run: () => void sessions.flushAll(),
      },
      {
        id: 'note.focus',
        label: t('commands.focusEditor'),
        isEnabled: place !== undefined,
        run: () => focusEditor(),
      },
      {
        id: 'search.open',
        label: t('commands.search'),
        shortcut: 'Mod+K',
        isEnabled: hasNotebook,
        run: focusSearch,
      },
    ]),
    ...inGroup(t('commands.notebook'), [
      {
        id: 'notebook.export',
        label: t('commands.export'),
        shortcut: 'Mod+Shift+E',
        isEnabled: hasNotebook,
        run: () => openDialog('export'),
      },
      {
        id: 'notebook.new',
        label: t('commands.newNotebook'),
        isEnabled: true,
        run: () => openDialog('new-notebook'),
      },
      {
        id: 'notebook.open',
        label: t('commands.openNotebook'),
        isEnabled: true,
        run: () => openDialog('open-notebook'),
      },
      {
        id: 'notebook.close',
        label: t('commands.closeNotebook'),
        isEnabled: hasNotebook,
        run: () => void closeNotebook(client, sessions),
      },
    ]),
    ...inGroup(t('commands.view'), [
      {
        id: 'view.questions',
        label: t('commands.toggleQuestions'),
        shortcut: 'Mod+Alt+1',
        isEnabled: hasNotebook,
        run: () => toggle('isQuestionPaneShown'),
      },
      {
        id: 'view.context',
        label: t('commands.toggleContext'),
        shortcut: 'Mod+Alt+2',
        isEnabled: hasNotebook,
        run: () => toggle('isContextPaneShown'),
      },
      {
        id: 'view.back',
        label: t('commands.back'),
        shortcut: 'Alt+ArrowLeft',
        isEnabled: hasNotebook,
        run: () => window.history.back(),
      },
      {
        id: 'view.forward',
        label: t('commands.forward'),
        shortcut: 'Alt+ArrowRight',
        isEnabled: hasNotebook,
        run: () => window.history.forward(),
      },
      {
        id: 'theme.light',
        label: t('commands.themeLight'),
        isEnabled: settings?.theme !== 'light',
        run: setTheme('light'),
      },
      {
        id: 'theme.dark',
        label: t('commands.themeDark'),
        isEnabled: settings?.theme !== 'dark',
        run: setTheme('dark'),
      },
      {
        id: 'theme.system',
        label: t('commands.themeSystem'),
        isEnabled: settings?.theme !== 'system',
        run: setTheme('system'),
      },
      {
        id: 'text.larger',
        label: t('commands.textLarger'),
        isEnabled: (settings?.textSizePx ?? 16) < 28,
        run: () => void client['settings.update']({ textSizePx: (settings?.textSizePx ?? 16) + 1 }),
      },
      {
        id: 'text.smaller',
        label: t('commands.textSmaller'),
        isEnabled: (settings?.textSizePx ?? 16) > 12,
        run: () => void client['settings.update']({ textSizePx: (settings?.textSizePx ?? 16) - 1 }),
      },
      {
        id: 'palette.open',
        label: t('palette.title'),
        shortcut: 'Mod+Shift+P',
        isEnabled: true,
        run: () => openDialog('palette'),
      },
    ]),
  ]
}

function step(all: readonly PlacedQuestion[], place: Place | undefined, offset: number): void {
  const index = place?.kind === 'question' ? all.findIndex(placed => placed.item.id === place.id) : -offset
  const next = all[Math.max(0, Math.min(all.length - 1, index + offset))]
  if (next === undefined) return
  focusEditor({ whenOpen: true })
  goTo({ kind: 'question', id: next.item.id })
}

function nextUnanswered(all: readonly PlacedQuestion[], place: Place | undefined): void {
  const index = place?.kind === 'question' ? all.findIndex(placed => placed.item.id === place.id) : -1
  const next = [...all.slice(index + 1), ...all.slice(0, index + 1)].find(
    placed => placed.item.status !== 'answered',
  )
  if (next === undefined) return
  focusEditor({ whenOpen: true })
  goTo({ kind: 'question', id: next.item.id })
}

type Client = ReturnType<typeof useBackend>['client']

async function toggleAnswered(client: Client, { item }: PlacedQuestion): Promise<void> {
  await client['questions.setStatus']({
    id: item.id,
    status: item.status === 'answered' ? 'draft' : 'answered',
  })
}

async function newNote(client: Client): Promise<void> {
  const note = await client['notes.create']({ title: '' })
  focusEditor({ whenOpen: true })
  goTo({ kind: 'note', path: note.path })
}

async function closeNotebook(
  client: Client,
  sessions: ReturnType<typeof useBackend>['sessions'],
): Promise<void> {
  await sessions.flushAll()
  await client['notebook.close']({})
  leavePlace()
}

function focusSearch(): void {
  const input = document.querySelector<HTMLInputElement>('#search')
  input?.focus()
  input?.select()
}

function toggle(pane: 'isQuestionPaneShown' | 'isContextPaneShown'): void {
  useLayout.setState({ [pane]: !useLayout.getState()[pane] })
}
