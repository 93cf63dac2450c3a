import { useState } from 'react'
import type { QuestionItem } from '../../../shared/contract/question-procedures'
import { InlineMarkdown } from '../../editor/inline-markdown'
import { goTo } from '../../state/place'
import type { PlacedQuestion } from '../../state/queries'
import { closeDialog } from '../../state/view'
import { Dialog } from '../../ui/dialog'
import { TextField } from '../../ui/field'
import styles from './list-edit.module.css'
import { WordingForm } from './question-form'
import { useListEditForm } from './use-list-edit-form'
import { sentWording, type Wording } from './wording-fields'
import { WordsWithQuestion } from './words-with-question'
import { useTranslation } from '../../ui/use-translation'

const mostShown = 100

/** Merges a question into another one of its list: first which, then the words of both. */
export function MergeQuestionForm({ placed }: { readonly placed: PlacedQuestion }) {
  const [into, setInto] = useState<QuestionItem>()
  return into === undefined ? (
    <ChooseQuestion placed={placed} onChoose={setInto} />
  ) : (
    <MergedWording placed={placed} into={into} />
  )
}

function ChooseQuestion({
  placed,
  onChoose,
}: {
  readonly placed: PlacedQuestion
  readonly onChoose: (item: QuestionItem) => void
}) {
  const { t } = useTranslation()
  const [filter, setFilter] = useState('')
  const words = filter
    .toLowerCase()
    .split(/\s+/)
    .filter(word => word !== '')
  const found = placed.list.sections
    .flatMap(section => section.questions)
    .filter(
      ({ id, text }) =>
        id !== placed.item.id && words.every(word => `${id} ${text}`.toLowerCase().includes(word)),
    )
    .slice(0, mostShown)
  return (
    <Dialog
      title={t('listEdit.mergeTitle')}
      closeLabel={t('action.close')}
      description={
        <WordsWithQuestion words={text => t('listEdit.mergeDescription', { text })} text={placed.item.text} />
      }
      onClose={closeDialog}
    >
      <TextField
        autoFocus
        label={t('listEdit.mergeFilter')}
        value={filter}
        onChange={event => setFilter(event.target.value)}
        onKeyDown={event => {
          if (event.nativeEvent.isComposing) return
          const [first] = found
          if (event.key !== 'Enter' || first === undefined) return
          event.preventDefault()
          onChoose(first)
        }}
      />
      {found.length === 0 ? (
        <p className={styles.empty}>{t('listEdit.mergeNothing')}</p>
      ) : (
        <ul className={styles.questions} aria-label={t('listEdit.mergeQuestions')}>
          {found.map(item => (
            <li key={item.id}>
              <button type="button" className={styles.question} onClick={() => onChoose(item)}>
                <span className={styles.position}>
                  {item.sectionNumber}.{item.number}
                </span>
                <span>
                  <InlineMarkdown text={item.text} />
                </span>
              </button>
            </li>
          ))}
        </ul>
      )}
    </Dialog>
  )
}

function MergedWording({ placed, into }: { readonly placed: PlacedQuestion; readonly into: QuestionItem }) {
  const { t } = useTranslation()
  const { item, list } = placed
  const { run, refusal } = useListEditForm(list)
  const [wording, setWording] = useState<Wording>({
    text: into.text,
    hint: joined(into.hint, item.hint),
    body: joined(into.body, item.body),
  })
  const submit = async (): Promise<void> => {
    const merge = { kind: 'merge-questions', id: item.id, into: into.id } as const
    const report = await run({ ...merge, wording: sentWording(wording) })
    if (report !== undefined) goTo({ kind: 'question', id: into.id })
  }
  return (
    <WordingForm
      title={t('listEdit.mergeTitle')}
      description={
        <>
          <WordsWithQuestion words={text => t('listEdit.mergedDescription', { text })} text={item.text} />
          {item.dueAt !== null && into.dueAt !== null && ` ${t('listEdit.mergedReviews')}`}
        </>
      }
      action={t('listEdit.merge')}
      refusal={refusal}
      wording={wording}
      onChange={setWording}
      onSubmit={() => void submit()}
    />
  )
}

function joined(first: string | null, second: string | null): string {
  return [...new Set([first, second])].filter(part => part !== null).join('\n\n')
}
