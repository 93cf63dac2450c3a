import { useId } from 'react'
import { changedWords } from '../../../shared/domain/merge/changed-words'
import type { MergeChoice } from '../../../shared/domain/merge/merge-texts'
import { HighlightedText } from '../../ui/highlighted-text'
import type { MergeRow } from './merge-rows'
import styles from './merge.module.css'
import { useTranslation } from '../../ui/use-translation'

const choices: readonly MergeChoice[] = ['mine', 'both', 'theirs']

export interface DifferenceRowProps {
  readonly row: Extract<MergeRow, { kind: 'difference' }>
  readonly total: number
  readonly choice: MergeChoice | undefined
  /** Whether it is known what both were made from, and so who changed something. */
  readonly isBaseKnown: boolean
  /** Whether it has the focus when the view opens. */
  readonly isFirst: boolean
  readonly onChoose: (choice: MergeChoice) => void
}

/** A place where two versions differ, side by side, and the choice between them. */
export function DifferenceRow({ row, total, choice, isBaseKnown, isFirst, onChoose }: DifferenceRowProps) {
  const { t } = useTranslation()
  const name = useId()
  const { part, number } = row
  const words = changedWords(part.mine, part.theirs)
  return (
    <div
      role="group"
      aria-label={t('merge.difference', { number, total })}
      className={styles.difference}
      data-difference={number}
    >
      <div className={styles.bar}>
        <span className={choice === undefined ? styles.open : styles.quiet}>
          {t('merge.place', { number, total })} ·{' '}
          {t(`merge.${isBaseKnown ? 'changedBy' : 'onlyIn'}.${part.changedBy}`)}
        </span>
        <span className={styles.choices}>
          {choices.map(each => (
            <label key={each} className={styles.choice}>
              <input
                type="radio"
                autoFocus={isFirst && each === (choice ?? 'mine')}
                name={name}
                value={each}
                checked={choice === each}
                onChange={() => onChoose(each)}
              />
              <span>{t(`merge.choice.${each}`)}</span>
            </label>
          ))}
        </span>
      </div>
      {(['mine', 'theirs'] as const).map(side => (
        <div
          key={side}
          className={styles.cell}
          data-state={choice === undefined ? 'open' : choice === side || choice === 'both' ? 'taken' : 'left'}
          onClick={() => onChoose(side)}
        >
          {part[side].trim() === '' ? (
            <span className={styles.nothing}>{t('merge.nothing')}</span>
          ) : (
            <HighlightedText text={part[side].replace(/\r?\n$/, '')} ranges={words[side]} />
          )}
        </div>
      ))}
    </div>
  )
}
