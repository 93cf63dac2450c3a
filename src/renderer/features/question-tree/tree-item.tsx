import { ChevronRight } from 'lucide-react'
import { memo, useState } from 'react'
import { InlineMarkdown } from '../../editor/inline-markdown'
import { expectPlace } from '../../state/place'
import { questionAttribute } from '../../state/start-picture/start-picture'
import { useOncePainted } from '../../state/use-is-painted'
import { StatusMark } from '../../ui/status-mark'
import treeStyles from '../../ui/tree.module.css'
import { ListMenu } from './list-menu'
import { QuestionMarks } from './question-marks'
import { QuestionMenu } from './question-menu'
import styles from './question-tree.module.css'
import { SectionMenu } from './section-menu'
import type { TreeRow } from './tree-rows'
import { useTranslation } from '../../ui/use-translation'

export interface TreeItemProps {
  readonly id: string
  readonly row: TreeRow
  readonly topPx: number
  readonly isOpenQuestion: boolean
  readonly isActive: boolean
  readonly onPress: (row: TreeRow) => void
  readonly isMenuOpen: boolean
  readonly onMenu: (key: string, isOpen: boolean) => void
}

/** One line of the tree; the same as long as its props are, as most are when another question is opened. */
export const TreeItem = memo(function TreeItem(props: TreeItemProps) {
  const { id, row, topPx, isOpenQuestion, isActive, onPress } = props
  const setMenu = (isOpen: boolean): void => props.onMenu(row.key, isOpen)
  const { t } = useTranslation()
  // A menu in every row would cost more than all rows: only the one that can be seen is there.
  const [isPointed, setIsPointed] = useState(false)
  const isSeenActive = useOncePainted(isActive)
  const hasMenu = isActive || isPointed || props.isMenuOpen
  const common = {
    id,
    role: 'treeitem',
    'aria-level': row.level,
    'aria-posinset': row.position,
    'aria-setsize': row.siblings,
    'data-active': isActive,
    style: { top: topPx },
    onPointerEnter: () => setIsPointed(true),
    onPointerLeave: () => setIsPointed(false),
  }
  if (row.kind === 'question') {
    return (
      <div
        {...common}
        {...{ [questionAttribute]: row.item.id }}
        className={`${treeStyles.row} ${styles.question}`}
        aria-selected={isOpenQuestion}
        data-level={row.level}
        title={row.item.text}
        onPointerDown={() => expectPlace({ kind: 'question', id: row.item.id })}
        onClick={() => onPress(row)}
        onContextMenu={event => {
          event.preventDefault()
          setMenu(true)
        }}
      >
        <StatusMark mark={row.item.status} label={t(`status.${row.item.status}`)} />
        <span className={styles.position}>{row.item.number}</span>
        <span className={treeStyles.text}>
          <InlineMarkdown text={row.item.text} />
        </span>
        <QuestionMarks item={row.item} />
        {isSeenActive || props.isMenuOpen ? (
          <QuestionMenu placed={row} isOpen={props.isMenuOpen} onOpenChange={setMenu} />
        ) : (
          isActive && <span className={styles.menu} />
        )}
      </div>
    )
  }
  const title = row.kind === 'section' ? row.section.title : row.list.title
  return (
    <div
      {...common}
      className={`${treeStyles.row} ${styles.section}`}
      aria-selected={false}
      aria-expanded={row.isOpen}
      data-level={row.level}
      title={title}
      onClick={() => onPress(row)}
      onContextMenu={event => {
        event.preventDefault()
        setMenu(true)
      }}
    >
      <ChevronRight size={14} className={treeStyles.arrow} />
      {row.kind === 'section' && <span className={styles.sectionNumber}>{row.section.number}</span>}
      <span className={treeStyles.text}>{title}</span>
      {row.kind === 'section' &&
        (hasMenu ? (
          <SectionMenu
            list={row.list}
            section={row.section}
            isOpen={props.isMenuOpen}
            onOpenChange={setMenu}
          />
        ) : (
          <span className={styles.menu} />
        ))}
      {row.kind === 'list' && hasMenu && (
        <ListMenu list={row.list} isOpen={props.isMenuOpen} onOpenChange={setMenu} />
      )}
      {row.kind === 'section' && (
        <span
          className={treeStyles.count}
          aria-label={t('tree.progress', { answered: row.answered, total: row.total })}
        >
          {row.answered}/{row.total}
        </span>
      )}
    </div>
  )
})
