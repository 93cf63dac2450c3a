import { CheckCircle2, Circle, X } from 'lucide-react'
import { useState } from 'react'
import { useBackend } from '../../state/backend'
import { formatShortcut, type Command } from '../../state/commands'
import { endFirstRun, useFirstRun } from '../../state/first-run'
import { usePlace, type Place } from '../../state/place'
import { usePlacedQuestions } from '../../state/queries'
import { openDialog } from '../../state/view'
import { Button } from '../../ui/button'
import { IconButton } from '../../ui/icon-button'
import styles from './start-card.module.css'
import { useTranslation } from '../../ui/use-translation'

/** The way to the first answer, for those who start with a notebook without any. */
export function StartCard({ commands }: { readonly commands: readonly Command[] }) {
  const { t } = useTranslation()
  const { platform } = useBackend()
  const isOver = useFirstRun(state => state.isOver)
  const place = usePlace(state => state.marked)
  const hasChosen = useHasChosen(place)
  const { all } = usePlacedQuestions()
  const begun = all.filter(({ item }) => item.status !== 'not started')
  const answered = begun.find(({ item }) => item.status === 'answered')
  const [isShown, setIsShown] = useState<boolean>()
  // Decided once, when the questions are there: whoever has answers knows the way.
  if (isShown === undefined && all.length > 0) setIsShown(begun.length === 0)
  if (isOver || isShown !== true) return null
  const keys = commands.find(command => command.id === 'question.answered')?.shortcut
  const steps = [
    { text: t('help.first.choose'), isDone: hasChosen || begun.length > 0 },
    { text: t('help.first.write'), isDone: begun.length > 0 },
    {
      text: t('help.first.mark', { keys: keys === undefined ? '–' : formatShortcut(keys, platform) }),
      isDone: answered !== undefined,
    },
  ]
  const path = answered?.item.notes[0]
  return (
    <section className={styles.card} aria-label={t('help.first.title')}>
      <div className={styles.words}>
        <h2 className={styles.title}>{t('help.first.title')}</h2>
        <p role="status" className={styles.done}>
          {path !== undefined && t('help.first.done', { path })}
        </p>
        {path === undefined && (
          <ol className={styles.steps}>
            {steps.map(({ text, isDone }) => (
              <li key={text} className={isDone ? styles.ticked : styles.step}>
                {isDone ? <CheckCircle2 size={15} aria-hidden /> : <Circle size={15} aria-hidden />}
                {text}
                {isDone && <span className="visually-hidden">{t('help.first.ticked')}</span>}
              </li>
            ))}
          </ol>
        )}
      </div>
      <Button tone="quiet" onClick={() => openDialog('help')}>
        {t('help.first.more')}
      </Button>
      <IconButton label={t('help.first.hide')} onClick={endFirstRun}>
        <X size={15} />
      </IconButton>
    </section>
  )
}

/** Whether the user has gone to a question: the one that is open at the start is nobody's choice. */
function useHasChosen(place: Place | undefined): boolean {
  const [start, setStart] = useState(place)
  const [hasChosen, setHasChosen] = useState(false)
  if (start === undefined && place !== undefined) setStart(place)
  else if (!hasChosen && place?.kind === 'question' && place !== start) setHasChosen(true)
  return hasChosen
}
