import { NotePage } from '../features/note-page/note-page'
import { QuestionPage } from '../features/question-page/question-page'
import { useBackend } from '../state/backend'
import { newNote } from '../state/new-note'
import { goTo, usePlace } from '../state/place'
import { useLists, usePlacedQuestions } from '../state/queries'
import { openDialog } from '../state/view'
import { Button } from '../ui/button'
import { EmptyState } from '../ui/empty-state'
import { lazyPart } from '../state/lazy-part'
import { useTranslation } from '../ui/use-translation'

const GraphPage = lazyPart(async () => (await import('../features/graph/graph-page')).GraphPage)
const StudyPage = lazyPart(async () => (await import('../features/study/study-page')).StudyPage)

/** The open question or note; without one, what to do next. */
export function MainPane({ isEditable }: { readonly isEditable: boolean }) {
  const { t } = useTranslation()
  const access = useBackend()
  const place = usePlace(state => state.shown)
  const isOnItsWay = usePlace(state => state.shown === undefined && state.place !== undefined)
  const lists = useLists()
  const { all, byId } = usePlacedQuestions()
  if (place?.kind === 'note') return <NotePage path={place.path} isEditable={isEditable} />
  if (place?.kind === 'graph') return <GraphPage />
  if (place?.kind === 'study') return <StudyPage page={place.page} />
  const placed = place === undefined ? undefined : byId.get(place.id)
  if (placed !== undefined) {
    return <QuestionPage placed={placed} notePath={place?.notePath} isEditable={isEditable} />
  }
  if (lists.data === undefined || isOnItsWay) return <EmptyState />
  const [first] = all
  return (
    <EmptyState
      title={place === undefined ? t('main.nothingOpen') : t('main.notFound')}
      text={all.length === 0 ? t('main.noQuestions') : t('main.chooseQuestion')}
    >
      {first !== undefined && (
        <Button tone="primary" onClick={() => goTo({ kind: 'question', id: first.item.id })}>
          {t('main.firstQuestion')}
        </Button>
      )}
      {first === undefined && isEditable && (
        <>
          <Button tone="primary" onClick={() => openDialog('import')}>
            {t('commands.import')}
          </Button>
          <Button onClick={() => void newNote(access)}>{t('note.new')}</Button>
        </>
      )}
    </EmptyState>
  )
}
