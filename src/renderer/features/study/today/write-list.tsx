import type { Judgement } from '../../../../shared/domain/study/study-event'
import { InlineMarkdown } from '../../../editor/inline-markdown'
import { useBackend } from '../../../state/backend'
import { useListName, usePlacedQuestions } from '../../../state/queries'
import { Select } from '../../../ui/select'
import { StatusMark } from '../../../ui/status-mark'
import styles from './today.module.css'
import { openToWrite } from '../open-to-write'
import { useTranslation } from '../../../ui/use-translation'

const judgements = ['', '1', '2', '3'] as const

/** Questions to write an answer to, each with what the user judges of it. */
export function WriteList({ ids, label }: { readonly ids: readonly string[]; readonly label: string }) {
  const { t } = useTranslation()
  const { byId } = usePlacedQuestions()
  const listName = useListName()
  const open = (id: string): void => openToWrite({ id })
  if (ids.length === 0) return null
  return (
    <ol className={styles.list} aria-label={label}>
      {ids.map(id => {
        const placed = byId.get(id)
        if (placed === undefined) return null
        const { item, section } = placed
        return (
          <li key={id} className={styles.question}>
            <button type="button" className={styles.open} onClick={() => open(id)}>
              <StatusMark mark={item.status} label={t(`status.${item.status}`)} />
              <span className={styles.number}>
                {section.number}.{item.number}
              </span>
              <span className={styles.text}>
                <InlineMarkdown text={item.text} />
              </span>
              {listName(item.listId) !== undefined && (
                <span className={styles.listName}>{listName(item.listId)}</span>
              )}
            </button>
            <JudgementSelect item={item} kind="importance" />
            <JudgementSelect item={item} kind="ease" />
          </li>
        )
      })}
    </ol>
  )
}

interface Judged {
  readonly id: string
  readonly ease: Judgement | null
  readonly importance: Judgement | null
}

function JudgementSelect({ item, kind }: { readonly item: Judged; readonly kind: 'ease' | 'importance' }) {
  const { t } = useTranslation()
  const { client } = useBackend()
  return (
    <Select
      label={t(`context.${kind}`)}
      value={(item[kind]?.toString() ?? '') as (typeof judgements)[number]}
      options={judgements.map(value => ({
        value,
        label: value === '' ? t(`today.${kind}Unset`) : t(`today.${kind}Words.${value}`),
      }))}
      onChange={value =>
        void client['study.setJudgement']({
          id: item.id,
          ease: item.ease,
          importance: item.importance,
          [kind]: value === '' ? null : Number(value),
        })
      }
    />
  )
}
