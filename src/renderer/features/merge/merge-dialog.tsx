import { useEffect, useRef, useState, type KeyboardEvent } from 'react'
import {
  mergedText,
  mergeTexts,
  obviousChoice,
  type MergeChoice,
  type MergePart,
  type TextVersions,
} from '../../../shared/domain/merge/merge-texts'
import { focusEditor } from '../../state/editor-info'
import { closeDialog, openDialog } from '../../state/view'
import { Button } from '../../ui/button'
import { Dialog } from '../../ui/dialog'
import { DifferenceRow } from './difference-row'
import { mergeRows } from './merge-rows'
import styles from './merge.module.css'
import { useTranslation } from '../../ui/use-translation'

export interface MergeDialogProps {
  readonly title: string
  readonly description: string
  readonly versions: TextVersions
  /** What the two columns are called. */
  readonly names: { readonly mine: string; readonly theirs: string }
  /** Why the last attempt came to nothing. */
  readonly problem: string | undefined
  readonly onUse: (text: string) => void
  /** Not there where the versions can't be two notes. */
  readonly onKeepBoth?: () => void
  readonly onClose: () => void
}

/** Two versions of a note side by side. The user chooses at each difference; what only one of them changed is chosen already. */
export function MergeDialog({ versions, names, problem, ...props }: MergeDialogProps) {
  const { t } = useTranslation()
  const [parts] = useState(() => mergeTexts(versions))
  const [choices, setChoices] = useState<ReadonlyMap<number, MergeChoice>>(
    () =>
      new Map(
        parts.flatMap((part, index) => [obviousChoice(part) ?? []].flat().map(choice => [index, choice])),
      ),
  )
  const [unfolded, setUnfolded] = useState<ReadonlySet<number>>(new Set())
  const grid = useRef<HTMLDivElement>(null)
  useEffect(() => {
    openDialog('merge')
    return () => {
      closeDialog()
      focusEditor()
    }
  }, [])
  const rows = mergeRows(parts)
  const [first] = useState(() => firstDifference(parts))
  const total = parts.filter(({ kind }) => kind === 'difference').length
  const text = mergedText(parts, index => choices.get(index))
  const chooseAll = (choice: MergeChoice): void =>
    setChoices(new Map(parts.flatMap(({ kind }, index) => (kind === 'same' ? [] : [[index, choice]]))))

  const finish = (): void => {
    if (text !== undefined) props.onUse(text)
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    if (event.altKey && step !== 0) goToDifference(grid.current, step)
    else if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) finish()
    else return
    event.preventDefault()
  }

  return (
    <Dialog
      title={props.title}
      description={problem === undefined ? props.description : <span role="alert">{problem}</span>}
      width="full"
      closeLabel={t('action.close')}
      onClose={props.onClose}
      onKeyDown={onKeyDown}
      footer={
        <>
          <span className={styles.count} role="status">
            {t('merge.chosen', { chosen: choices.size, count: total })}
          </span>
          <Button tone="quiet" onClick={() => chooseAll('mine')}>
            {t('merge.allMine')}
          </Button>
          <Button tone="quiet" onClick={() => chooseAll('theirs')}>
            {t('merge.allTheirs')}
          </Button>
          {props.onKeepBoth !== undefined && (
            <Button onClick={props.onKeepBoth}>{t('merge.keepBoth')}</Button>
          )}
          <Button tone="primary" disabled={text === undefined} onClick={finish}>
            {t('merge.use')}
          </Button>
        </>
      }
    >
      <div className={styles.grid} ref={grid}>
        <div className={styles.head}>{names.mine}</div>
        <div className={styles.head}>{names.theirs}</div>
        {rows.map((row, place) => {
          if (row.kind === 'difference') {
            return (
              <DifferenceRow
                key={place}
                row={row}
                total={total}
                choice={choices.get(row.index)}
                isBaseKnown={versions.base !== undefined}
                isFirst={row.index === first}
                onChoose={choice => setChoices(new Map(choices).set(row.index, choice))}
              />
            )
          }
          if (row.kind === 'folded' && !unfolded.has(row.index)) {
            return (
              <button
                key={place}
                type="button"
                className={styles.folded}
                onClick={() => setUnfolded(new Set(unfolded).add(row.index))}
              >
                {t('merge.folded', { count: row.lines })}
              </button>
            )
          }
          return <SameRow key={place} text={row.text} />
        })}
      </div>
    </Dialog>
  )
}

/** What both versions have; heard once and seen twice. */
function SameRow({ text }: { readonly text: string }) {
  const shown = text.replace(/\r?\n$/, '')
  return (
    <>
      <div className={styles.same}>{shown}</div>
      <div className={styles.same} aria-hidden="true">
        {shown}
      </div>
    </>
  )
}

/** The first that the user has to decide, else the first of all. */
function firstDifference(parts: readonly MergePart[]): number {
  const open = parts.findIndex(part => part.kind === 'difference' && part.changedBy === 'both')
  return open >= 0 ? open : parts.findIndex(({ kind }) => kind === 'difference')
}

function goToDifference(grid: HTMLElement | null, step: 1 | -1): void {
  const all = [...(grid?.querySelectorAll<HTMLElement>('[data-difference]') ?? [])]
  const at = all.findIndex(each => each.contains(document.activeElement))
  const next = all[at < 0 ? 0 : Math.max(0, Math.min(all.length - 1, at + step))]
  const radio = next?.querySelector<HTMLElement>('input:checked') ?? next?.querySelector<HTMLElement>('input')
  radio?.focus()
  next?.scrollIntoView({ block: 'nearest' })
}
