import { FileText } from 'lucide-react'
import { useMemo, useRef, type KeyboardEvent } from 'react'
import { StatusMark } from '../../ui/status-mark'
import { useRowVirtualizer } from '../../ui/use-row-virtualizer'
import { neighboursOf, type Graph, type GraphNode } from './build-graph'
import styles from './graph.module.css'
import { useTranslation } from '../../ui/use-translation'

const rowPx = 44

/** The nodes of the graph as a list, those with most links first: ↑ and ↓ point at one, Enter opens it. */
export function GraphList({
  graph,
  activeId,
  onActive,
  onOpen,
}: {
  readonly graph: Graph
  readonly activeId: string | undefined
  readonly onActive: (id: string) => void
  readonly onOpen: (id: string) => void
}) {
  // The virtualizer is changed in place, which the compiler must not cache.
  'use no memo'
  const { t } = useTranslation()
  const scroller = useRef<HTMLDivElement>(null)
  const rows = useMemo(() => {
    const neighbours = neighboursOf(graph)
    return graph.nodes
      .map((node, index) => ({ node, linked: (neighbours[index] ?? []).map(other => graph.nodes[other]) }))
      .sort((a, b) => b.node.degree - a.node.degree)
  }, [graph])
  const virtual = useRowVirtualizer(rows.length, scroller, rowPx)
  const activeIndex = rows.findIndex(({ node }) => node.id === activeId)
  const onKeyDown = (event: KeyboardEvent): void => {
    const index = nextIndex(event.key, activeIndex, rows.length)
    if (event.key === 'Enter' && activeId !== undefined) onOpen(activeId)
    const next = index === undefined ? undefined : rows[index]
    if (index === undefined || next === undefined) return
    event.preventDefault()
    onActive(next.node.id)
    virtual.scrollToIndex(index, { align: 'auto' })
  }
  return (
    <div
      ref={scroller}
      className={styles.list}
      role="listbox"
      aria-label={t('graph.list')}
      tabIndex={0}
      aria-activedescendant={activeIndex < 0 ? undefined : rowId(activeIndex)}
      onKeyDown={onKeyDown}
    >
      <div className={styles.rows} style={{ height: virtual.getTotalSize() }} role="presentation">
        {virtual.getVirtualItems().map(({ index, start }) => {
          const row = rows[index]
          return row === undefined ? null : (
            <div
              key={row.node.id}
              id={rowId(index)}
              role="option"
              aria-selected={index === activeIndex}
              aria-setsize={rows.length}
              aria-posinset={index + 1}
              className={styles.row}
              style={{ top: start }}
              onPointerEnter={() => onActive(row.node.id)}
              onClick={() => onOpen(row.node.id)}
            >
              <span className={styles.mark}>
                <Mark node={row.node} />
              </span>
              <span className={styles.words}>
                <span className={styles.title}>
                  {row.node.question !== null && (
                    <span className={styles.number}>{row.node.question.number}</span>
                  )}
                  {row.node.title}
                </span>
                <span className={styles.linked}>
                  {t('graph.links', { count: row.node.degree })}
                  {row.linked.length > 0 &&
                    `: ${row.linked
                      .map(other => other?.title)
                      .slice(0, 3)
                      .join(' · ')}`}
                </span>
              </span>
            </div>
          )
        })}
      </div>
    </div>
  )
}

function Mark({ node }: { readonly node: GraphNode }) {
  const { t } = useTranslation()
  return node.question === null ? (
    <FileText size={13} aria-label={t('search.note')} />
  ) : (
    <StatusMark mark={node.question.status} label={t(`status.${node.question.status}`)} />
  )
}

function nextIndex(key: string, index: number, count: number): number | undefined {
  switch (key) {
    case 'ArrowDown':
      return Math.min(count - 1, index + 1)
    case 'ArrowUp':
      return Math.max(0, index - 1)
    case 'Home':
      return 0
    case 'End':
      return count - 1
    default:
      return undefined
  }
}

function rowId(index: number): string {
  return `graph-row-${index}`
}
