import { ChevronDown, Command as CommandIcon, PanelLeft, PanelRight, Waypoints } from 'lucide-react'
import { SearchBox } from '../features/search/search-box'
import { useBackend } from '../state/backend'
import { formatShortcut, type Command } from '../state/commands'
import { useIsContextPaneShown } from '../state/narrow'
import { usePlace } from '../state/place'
import { useNotebook, useToday } from '../state/queries'
import { useLayout } from '../state/view'
import { Button } from '../ui/button'
import { IconButton } from '../ui/icon-button'
import { Menu, type MenuItem } from '../ui/menu'
import styles from './header.module.css'
import { useTranslation } from '../ui/use-translation'

const menuGroups: readonly (readonly string[])[] = [
  ['notebook.export', 'questions.import', 'notes.import', 'note.new'],
  ['notebook.new', 'notebook.open', 'notebook.close'],
  ['theme.light', 'theme.dark', 'theme.system'],
  ['settings.open', 'help.open'],
]

/** Above the panes: the notebook's menu, the search box, the panes' switches. */
export function Header({ commands }: { readonly commands: readonly Command[] }) {
  const { t } = useTranslation()
  const { platform } = useBackend()
  const notebook = useNotebook().data
  const dueCount = useToday().data?.reviews.length ?? 0
  const isQuestionPaneShown = useLayout(layout => layout.isQuestionPaneShown)
  const isContextPaneShown = useIsContextPaneShown()
  const isGraphShown = usePlace(state => state.marked?.kind === 'graph')
  const byId = new Map(commands.map(command => [command.id, command]))
  const groups = menuGroups.map(group => group.flatMap(id => toMenuItem(byId.get(id), platform)))
  const run = (id: string): void => byId.get(id)?.run()
  const tip = (id: string): string | undefined => {
    const shortcut = byId.get(id)?.shortcut
    return shortcut === undefined ? undefined : formatShortcut(shortcut, platform)
  }
  return (
    <header className={styles.header}>
      <div className={styles.side}>
        <IconButton
          label={t('commands.toggleQuestions')}
          shortcut={tip('view.questions')}
          aria-pressed={isQuestionPaneShown}
          onClick={() => run('view.questions')}
        >
          <PanelLeft size={16} />
        </IconButton>
        <Menu
          groups={groups}
          trigger={
            <button type="button" className={styles.notebook}>
              <span className={styles.title}>{notebook?.title}</span>
              <ChevronDown size={14} />
            </button>
          }
        />
      </div>
      <SearchBox />
      <div className={`${styles.side} ${styles.end}`}>
        <Button tone="quiet" title={tip('study.today')} onClick={() => run('study.today')}>
          {t('today.title')}
        </Button>
        <IconButton
          label={t('graph.command')}
          shortcut={tip('view.graph')}
          aria-pressed={isGraphShown}
          onClick={() => run('view.graph')}
        >
          <Waypoints size={16} />
        </IconButton>
        {dueCount > 0 && (
          <Button tone="quiet" title={tip('study.review')} onClick={() => run('study.review')}>
            {t('review.due', { count: dueCount })}
          </Button>
        )}
        <IconButton
          label={t('palette.title')}
          shortcut={tip('palette.open')}
          onClick={() => run('palette.open')}
        >
          <CommandIcon size={16} />
        </IconButton>
        <IconButton
          label={t('commands.toggleContext')}
          shortcut={tip('view.context')}
          aria-pressed={isContextPaneShown}
          onClick={() => run('view.context')}
        >
          <PanelRight size={16} />
        </IconButton>
      </div>
    </header>
  )
}

function toMenuItem(command: Command | undefined, platform: string): MenuItem[] {
  if (command === undefined) return []
  const shortcut = command.shortcut === undefined ? undefined : formatShortcut(command.shortcut, platform)
  return [
    {
      id: command.id,
      label: command.label,
      shortcut,
      isDisabled: !command.isEnabled,
      onSelect: command.run,
      ...(command.isChecked === undefined ? {} : { isChecked: command.isChecked }),
    },
  ]
}
