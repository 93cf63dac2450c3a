import { useCallback, useEffect, useMemo, useRef, useState, type KeyboardEvent } from 'react'
import type { QuestionListView } from '../../../shared/contract/question-procedures'
import { everyQuestion, narrowsNothing } from '../../../shared/domain/study/question-filter'
import { afterPaint } from '../../state/after-paint'
import { focusEditor, goToWrite } from '../../state/editor-info'
import { setShownQuestions } from '../../state/export-scope'
import { expectPlace, goTo, usePlace, type Place } from '../../state/place'
import { useLists } from '../../state/queries'
import { useRowPx } from '../../state/row-height'
import { useLayout } from '../../state/view'
import { linesAround, moveInTree } from '../../ui/move-in-tree'
import { rowId } from '../../ui/row-id'
import { scrollToRow } from '../../ui/scroll-to-row'
import treeStyles from '../../ui/tree.module.css'
import { TypedPrefix } from '../../ui/typed-prefix'
import { useRowVirtualizer } from '../../ui/use-row-virtualizer'
import { FilterBar } from './filter-bar'
import styles from './question-tree.module.css'
import { TreeItem } from './tree-item'
import { indexOfRow, sectionKey, treeRows, type TreeFilter, type TreeRow } from './tree-rows'
import { useTranslation } from '../../ui/use-translation'

/** The question lists as a tree: only the rows in view are in the page. */
export function QuestionTree() {
  // The virtualizer is changed in place, which the compiler must not cache.
  'use no memo'
  const { t } = useTranslation()
  const lists = useLists().data
  const folded = useLayout(layout => layout.folded)
  const [filter, setFilter] = useState<TreeFilter>({ text: '', only: everyQuestion })
  const rows = useMemo(() => treeRows(lists ?? [], filter, new Set(folded)), [lists, filter, folded])
  useTellShown(lists, filter)
  const place = usePlace(state => state.marked)
  const openId = openQuestionOf(place)
  const [activeKey, setActiveKey] = useState(openId)
  const [menuKey, setMenuKey] = useState<string>()
  const activeIndex = indexOfRow(rows, lists ?? [], activeKey ?? openId)
  const scroller = useRef<HTMLDivElement>(null)
  const [typed] = useState(() => new TypedPrefix())
  const rowPx = useRowPx()
  const virtual = useRowVirtualizer(rows.length, scroller, rowPx)
  useRevealOpenQuestion(openId, setActiveKey)
  useEffect(() => {
    // Where it is scrolled to is not known without a layout, which is made for the paint anyway.
    afterPaint(() => {
      const index = rows.findIndex(row => row.key === openId)
      if (index < 0) return
      scrollToRow(scroller.current, index * rowPx, { rowPx, align: 'center' })
      // An arrow key would go there.
      for (const line of linesAround(rows, index))
        if (line.kind === 'question') expectPlace({ kind: 'question', id: line.item.id })
    })
    // Not whenever rows change: folding a section must not move what is in view.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [openId, filter, lists === undefined])

  const press = useCallback((row: TreeRow): void => {
    setActiveKey(row.key)
    if (row.kind !== 'question') return setFolded(row.key, row.isOpen)
    goToWrite({ kind: 'question', id: row.item.id })
  }, [])
  const openMenu = useCallback((key: string, isOpen: boolean): void => {
    setMenuKey(isOpen ? key : undefined)
  }, [])
  const onKeyDown = (event: KeyboardEvent): void => {
    const active = rows[activeIndex]
    if (active !== undefined && isMenuKey(event)) {
      event.preventDefault()
      return setMenuKey(active.key)
    }
    const move = moveInTree(rows, activeIndex, event, { labelOf, typed })
    if (move === undefined) return
    event.preventDefault()
    if (move.kind === 'fold') return setFolded(move.key, move.isFolded)
    if (move.kind === 'edit') return focusEditor()
    const row = rows[move.index]
    if (row === undefined) return
    setActiveKey(row.key)
    if (row.kind === 'question') goTo({ kind: 'question', id: row.item.id })
    scrollToRow(scroller.current, move.index * rowPx, { rowPx, align: 'nearest' })
  }
  return (
    <div className={styles.pane}>
      <FilterBar
        filter={filter}
        onChange={setFilter}
        onFirst={() => {
          const first = rows.find(row => row.kind === 'question')
          if (first !== undefined) press(first)
        }}
        onDown={() => {
          scroller.current?.focus()
          const first = rows.find(row => row.kind === 'question')
          if (first?.kind !== 'question') return
          setActiveKey(first.key)
          goTo({ kind: 'question', id: first.item.id })
        }}
      />
      {rows.length === 0 && lists !== undefined && (
        <p className={styles.empty}>{lists.length === 0 ? t('tree.noLists') : t('tree.noMatch')}</p>
      )}
      <div
        ref={scroller}
        className={treeStyles.scroller}
        role="tree"
        aria-label={t('tree.label')}
        tabIndex={0}
        aria-activedescendant={
          rows[activeIndex] === undefined ? undefined : rowId('tree', rows[activeIndex].key)
        }
        onKeyDown={onKeyDown}
      >
        <div className={treeStyles.rows} style={{ height: virtual.getTotalSize() }} role="presentation">
          {virtual.getVirtualItems().map(({ index, start }) => {
            const row = rows[index]
            return row === undefined ? null : (
              <TreeItem
                key={row.key}
                id={rowId('tree', row.key)}
                row={row}
                topPx={start}
                isOpenQuestion={row.key === openId}
                isActive={index === activeIndex}
                onPress={press}
                isMenuOpen={row.key === menuKey}
                onMenu={openMenu}
              />
            )
          })}
        </div>
      </div>
    </div>
  )
}

function labelOf(row: TreeRow): string {
  if (row.kind === 'question') return row.item.text
  return row.kind === 'section' ? row.section.title : row.list.title
}

function openQuestionOf(place: Place | undefined): string | undefined {
  return place?.kind === 'question' ? place.id : undefined
}

function isMenuKey({ key, shiftKey }: KeyboardEvent): boolean {
  return key === 'ContextMenu' || (key === 'F10' && shiftKey)
}

/** What the filter shows can be exported. */
function useTellShown(lists: readonly QuestionListView[] | undefined, filter: TreeFilter): void {
  useEffect(() => {
    const isNarrowed = filter.text.trim() !== '' || !narrowsNothing(filter.only)
    const rows = isNarrowed ? treeRows(lists ?? [], filter, new Set()) : []
    const ids = rows.flatMap(row => (row.kind === 'question' ? row.item.id : []))
    setShownQuestions(isNarrowed ? ids : undefined)
  }, [lists, filter])
}

/** A question that is opened from elsewhere becomes the active row, and its section unfolds. */
function useRevealOpenQuestion(openId: string | undefined, setActiveKey: (key: string) => void): void {
  const lists = useLists().data
  useEffect(() => {
    if (openId === undefined) return
    setActiveKey(openId)
    for (const list of lists ?? []) {
      const section = list.sections.find(candidate => candidate.questions.some(item => item.id === openId))
      if (section === undefined) continue
      setFolded(`list ${list.id}`, false)
      setFolded(sectionKey(list.id, section.number), false)
    }
    // eslint-disable-next-line react-hooks/exhaustive-deps -- a later change of the lists must not unfold again
  }, [openId])
}

function setFolded(key: string, isFolded: boolean): void {
  const { folded } = useLayout.getState()
  if (folded.includes(key) === isFolded) return
  useLayout.setState({ folded: isFolded ? [...folded, key] : folded.filter(other => other !== key) })
}
