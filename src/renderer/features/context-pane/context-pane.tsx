import { useEditorInfo } from '../../state/editor-info'
import { usePlace } from '../../state/place'
import { usePlacedQuestions } from '../../state/queries'
import { Backlinks } from './backlinks'
import { ContextSection } from './context-section'
import styles from './context-pane.module.css'
import { History } from './history'
import { LinkedNotes } from './linked-notes'
import { Mentions } from './mentions'
import { QuestionDetails } from './question-details'
import { Related } from './related'
import { StudyDetails } from './study-details'
import { Tags } from './tags'
import { useTranslation } from '../../ui/use-translation'

/** What belongs to the open question or note: outline, backlinks, its notes, details. */
export function ContextPane({ isEditable }: { readonly isEditable: boolean }) {
  const { t } = useTranslation()
  // What is read first comes first.
  const place = usePlace(state => state.settled)
  const { byId } = usePlacedQuestions()
  const placed = place?.kind === 'question' ? byId.get(place.id) : undefined
  const notePath =
    place?.kind === 'note' ? place.path : place?.kind === 'question' ? place.notePath : undefined
  const shownNote = notePath ?? placed?.item.notes[0]
  return (
    <aside className={styles.pane} aria-label={t('context.label')}>
      <Outline />
      <Backlinks questionId={place?.kind === 'question' ? place.id : undefined} path={shownNote} />
      {notePath !== undefined && <Mentions path={notePath} />}
      {shownNote !== undefined && <Tags key={shownNote} path={shownNote} isEditable={isEditable} />}
      <Related id={place?.kind === 'question' ? place.id : notePath} />
      {placed !== undefined && <LinkedNotes item={placed.item} isEditable={isEditable} />}
      {shownNote !== undefined && <History path={shownNote} />}
      {placed !== undefined && <StudyDetails item={placed.item} isEditable={isEditable} />}
      {placed !== undefined && <QuestionDetails placed={placed} />}
    </aside>
  )
}

function Outline() {
  const { t } = useTranslation()
  const { outline, editor, heading: current } = useEditorInfo()
  const top = Math.min(...outline.map(heading => heading.level))
  return (
    <ContextSection title={t('context.outline')} empty={t('context.noOutline')} count={undefined}>
      {outline.map((heading, index) => (
        <li key={index}>
          <button
            type="button"
            className={styles.entry}
            aria-current={index === current ? 'location' : undefined}
            style={{ paddingLeft: 8 + Math.min(4, heading.level - top) * 12 }}
            onClick={() => editor?.scrollToHeading(index)}
          >
            {heading.text || t('context.emptyHeading')}
          </button>
        </li>
      ))}
    </ContextSection>
  )
}
