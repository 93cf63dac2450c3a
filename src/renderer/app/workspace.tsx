import { useTranslation } from 'react-i18next'
import { Group, Panel, Separator } from 'react-resizable-panels'
import type { NotebookInfo } from '../../shared/contract/notebook-procedures'
import { ContextPane } from '../features/context-pane/context-pane'
import type { Command } from '../state/commands'
import { usePlace } from '../state/place'
import { useLayout } from '../state/view'
import { Banner } from '../ui/banner'
import { ErrorBoundary } from './error-boundary'
import { Header } from './header'
import { LeftPane } from './left-pane'
import { MainPane } from './main-pane'
import { StatusBar } from './status-bar'
import { useStartingPlace } from './use-starting-place'
import styles from './workspace.module.css'

/** The open notebook: three panes that can be resized and hidden, the header above, the status below. */
export function Workspace({
  notebook,
  commands,
}: {
  readonly notebook: NotebookInfo
  readonly commands: readonly Command[]
}) {
  const { t } = useTranslation()
  const { isQuestionPaneShown, isContextPaneShown, questionPanePx, contextPanePx } = useLayout()
  const place = usePlace(state => state.place)
  useStartingPlace(notebook.id)
  const isEditable = notebook.readOnly === null
  const placeKey = JSON.stringify(place)
  return (
    <div className={styles.workspace}>
      <Header commands={commands} />
      {notebook.readOnly !== null && <Banner tone="careful" text={t(`readOnly.${notebook.readOnly}`)} />}
      <Group className={styles.panes} orientation="horizontal">
        {isQuestionPaneShown && (
          <>
            <Panel
              id="questions"
              minSize={200}
              maxSize={560}
              defaultSize={questionPanePx}
              groupResizeBehavior="preserve-pixel-size"
              onResize={size => useLayout.setState({ questionPanePx: Math.round(size.inPixels) })}
            >
              <ErrorBoundary>
                <LeftPane isEditable={isEditable} />
              </ErrorBoundary>
            </Panel>
            <Separator className={styles.separator} aria-label={t('workspace.resizeQuestions')} />
          </>
        )}
        <Panel id="main" minSize={320}>
          <main className={styles.main}>
            <ErrorBoundary resetKey={placeKey}>
              <MainPane isEditable={isEditable} />
            </ErrorBoundary>
          </main>
        </Panel>
        {isContextPaneShown && (
          <>
            <Separator className={styles.separator} aria-label={t('workspace.resizeContext')} />
            <Panel
              id="context"
              minSize={180}
              maxSize={480}
              defaultSize={contextPanePx}
              groupResizeBehavior="preserve-pixel-size"
              onResize={size => useLayout.setState({ contextPanePx: Math.round(size.inPixels) })}
            >
              <ErrorBoundary resetKey={placeKey}>
                <ContextPane />
              </ErrorBoundary>
            </Panel>
          </>
        )}
      </Group>
      <StatusBar />
    </div>
  )
}
