import { useState } from 'react'
import { AppError } from '../../../../shared/contract/app-error'
import { useErrorWords } from '../../../app/error-words'
import { useBackend } from '../../../state/backend'
import { useNotebook, usePlacedQuestions } from '../../../state/queries'
import { showToast } from '../../../state/view'
import { Button } from '../../../ui/button'
import { CheckBox, NumberField, TextField } from '../../../ui/field'
import { Segments } from '../../../ui/segments'
import { startInterview, type InterviewPlan } from './interview'
import { beginInterview } from './interview-store'
import styles from './interview.module.css'
import { SectionChoice } from './section-choice'
import { useTranslation } from '../../../ui/use-translation'

const minuteMs = 60_000
const modes: readonly InterviewPlan['mode'][] = ['typed', 'spoken']

interface Choices {
  readonly count: number
  readonly perQuestion: number
  readonly total: number
  readonly mode: InterviewPlan['mode']
  readonly isOnlyAnswered: boolean
  /** Keys of the sections that are left out. */
  readonly without: readonly string[]
  readonly seed: string
}

/** What a mock interview is to be like. */
export function InterviewSetup() {
  const { t } = useTranslation()
  const { all } = usePlacedQuestions()
  const answered = all.filter(({ item }) => item.status === 'answered').length
  const [choices, setChoices] = useState<Choices>({
    count: 10,
    perQuestion: 4,
    total: 45,
    mode: 'typed',
    isOnlyAnswered: answered > 0,
    without: [],
    seed: '',
  })
  const change = (part: Partial<Choices>): void => setChoices(before => ({ ...before, ...part }))
  const candidates = all.filter(
    ({ item }) =>
      !choices.without.includes(`${item.listId} ${item.sectionNumber}`) &&
      (!choices.isOnlyAnswered || item.status === 'answered'),
  )
  const count = Math.min(choices.count, candidates.length)
  const begin = useBegin(
    choices,
    candidates.map(({ item }) => item.id),
  )
  return (
    <form
      className={styles.setup}
      aria-label={t('interview.title')}
      onSubmit={event => {
        event.preventDefault()
        if (count > 0) void begin()
      }}
    >
      <h1 className={styles.heading}>{t('interview.title')}</h1>
      <p className={styles.lead}>{t('interview.lead')}</p>
      <div className={styles.fields}>
        <NumberField
          label={t('interview.count')}
          value={choices.count}
          min={1}
          max={50}
          onChange={value => change({ count: value })}
        />
        <NumberField
          label={t('interview.perQuestion')}
          hint={t('interview.noLimit')}
          value={choices.perQuestion}
          min={0}
          max={60}
          onChange={value => change({ perQuestion: value })}
        />
        <NumberField
          label={t('interview.total')}
          hint={t('interview.noLimit')}
          value={choices.total}
          min={0}
          max={480}
          onChange={value => change({ total: value })}
        />
      </div>
      <div className={styles.line}>
        <span className={styles.label}>{t('interview.mode')}</span>
        <Segments
          label={t('interview.mode')}
          value={choices.mode}
          options={modes.map(value => ({ value, label: t(`interview.modes.${value}`) }))}
          onChange={mode => change({ mode })}
        />
      </div>
      {answered > 0 && (
        <CheckBox
          label={t('interview.onlyAnswered', { count: answered })}
          isChecked={choices.isOnlyAnswered}
          onChange={isOnlyAnswered => change({ isOnlyAnswered })}
        />
      )}
      <SectionChoice without={choices.without} onChange={without => change({ without })} />
      <TextField
        label={t('interview.seed')}
        hint={t('interview.seedHint')}
        value={choices.seed}
        inputMode="numeric"
        pattern="[0-9]*"
        onChange={event => change({ seed: event.target.value.replace(/\D/g, '').slice(0, 9) })}
      />
      <div className={styles.actions}>
        <p className={styles.available} role="status">
          {t('interview.available', { count: candidates.length })}
        </p>
        <Button tone="primary" type="submit" disabled={count === 0}>
          {t('interview.begin', { count })}
        </Button>
      </div>
    </form>
  )
}

/** Draws the questions and begins. */
function useBegin(choices: Choices, from: readonly string[]): () => Promise<void> {
  const { client } = useBackend()
  const errorWords = useErrorWords()
  const notebookId = useNotebook().data?.id
  return async () => {
    try {
      const drawn = await client['study.drawInterview']({
        count: choices.count,
        from: [...from],
        seed: choices.seed === '' ? null : Number(choices.seed),
      })
      const plan: InterviewPlan = {
        mode: choices.mode,
        perQuestionMs: choices.perQuestion === 0 ? null : choices.perQuestion * minuteMs,
        totalMs: totalMsOf(choices, drawn.questions.length),
      }
      beginInterview(startInterview(drawn, plan, notebookId ?? '', Date.now()))
    } catch (error) {
      showToast(errorWords(error instanceof AppError ? error.code : 'internal'))
    }
  }
}

/** Never more than all questions may take by themselves. */
function totalMsOf({ total, perQuestion }: Choices, questions: number): number | null {
  if (total === 0) return null
  return Math.min(total, perQuestion === 0 ? total : perQuestion * questions) * minuteMs
}
