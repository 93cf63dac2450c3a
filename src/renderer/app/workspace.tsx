import { Minimize2 } from 'lucide-react'
import { useEffect } from 'react'
import { Group, Panel, Separator } from 'react-resizable-panels'
import type { NotebookInfo } from '../../shared/contract/notebook-procedures'
import { ContextPane } from '../features/context-pane/context-pane'
import { StartCard } from '../features/help/start-card'
import type { Command } from '../state/commands'
import { useIsContextPaneShown } from '../state/narrow'
import { usePlace } from '../state/place'
import { useLayout, useView } from '../state/view'
import { Banner } from '../ui/banner'
import { IconButton } from '../ui/icon-button'
import { ErrorBoundary } from './error-boundary'
import { Header } from './header'
import { loadPartsWhenIdle } from '../state/lazy-part'
import { LeftPane } from './left-pane'
import { MainPane } from './main-pane'
import { keepWidths, SidePanel } from './side-panel'
import { StatusBar } from './status-bar'
import { useRecoveredDrafts } from './use-recovered-drafts'
import { useStartingPlace } from './use-starting-place'
import { VanishedBanner } from './vanished-banner'
import styles from './workspace.module.css'
import { useTranslation } from '../ui/use-translation'

/** The open notebook: three panes that can be resized and hidden, the header above, the status below. */
export function Workspace({
  notebook,
  commands,
  isPainted,
}: {
  readonly notebook: NotebookInfo
  readonly commands: readonly Command[]
  /** False for the very first paint, which has the list of questions and no more. */
  readonly isPainted: boolean
}) {
  const { t } = useTranslation()
  const isFocusMode = useView(view => view.isFocusMode)
  const isQuestionPaneShown = useLayout(layout => layout.isQuestionPaneShown) && !isFocusMode
  const place = usePlace(state => state.shown)
  const isContextPaneWanted = useIsContextPaneShown()
  const isContextPaneShown =
    isContextPaneWanted && !isFocusMode && place?.kind !== 'study' && place?.kind !== 'graph'
  useStartingPlace(notebook.id)
  const isEditable = notebook.readOnly === null
  const isRecovered = useRecoveredDrafts(isEditable)
  useEffect(loadPartsWhenIdle, [])
  const placeKey = JSON.stringify(place)
  const shownPanes = `${isQuestionPaneShown} ${isContextPaneShown}`
  return (
    <div className={styles.workspace}>
      {isFocusMode ? <LeaveFocusMode /> : <Header commands={commands} />}
      {notebook.readOnly === 'notes-vanished' ? (
        <VanishedBanner />
      ) : (
        notebook.readOnly !== null && <Banner tone="careful" text={t(`readOnly.${notebook.readOnly}`)} />
      )}
      {isEditable && !isFocusMode && <StartCard commands={commands} />}
      <Group className={styles.panes} orientation="horizontal" onLayoutChanged={keepWidths}>
        {isQuestionPaneShown && (
          <>
            <SidePanel id="questions" shownPanes={shownPanes} minPx={200} maxPx={560}>
              <ErrorBoundary>
                <LeftPane isEditable={isEditable} />
              </ErrorBoundary>
            </SidePanel>
            <Separator className={styles.separator} aria-label={t('workspace.resizeQuestions')} />
          </>
        )}
        <Panel id="main" minSize={320}>
          <main className={styles.main}>
            <ErrorBoundary resetKey={placeKey}>
              {isPainted && isRecovered && <MainPane isEditable={isEditable} />}
            </ErrorBoundary>
          </main>
        </Panel>
        {isContextPaneShown && (
          <>
            <Separator className={styles.separator} aria-label={t('workspace.resizeContext')} />
            <SidePanel id="context" shownPanes={shownPanes} minPx={180} maxPx={480}>
              <ErrorBoundary resetKey={placeKey}>
                {isPainted && <ContextPane isEditable={isEditable} />}
              </ErrorBoundary>
            </SidePanel>
          </>
        )}
      </Group>
      <StatusBar />
    </div>
  )
}

/** The only control of focus mode; it shows itself when the pointer moves there or the focus comes. */
function LeaveFocusMode() {
  const { t } = useTranslation()
  return (
    <div className={styles.leaveFocus}>
      <IconButton
        label={t('commands.leaveFocusMode')}
        onClick={() => useView.setState({ isFocusMode: false })}
        shortcut="Ctrl+Alt+Z"
      >
        <Minimize2 size={15} />
      </IconButton>
    </div>
  )
}
