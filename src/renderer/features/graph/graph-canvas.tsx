import { useEffect, useMemo, useRef, type KeyboardEvent } from 'react'
import { useSettings } from '../../state/queries'
import { Button } from '../../ui/button'
import { neighboursOf, type Graph } from './build-graph'
import { GraphPainter } from './graph-painter'
import styles from './graph.module.css'
import { useTranslation } from '../../ui/use-translation'

export interface GraphCanvasProps {
  readonly graph: Graph
  /** Id of the node that is pointed at in the list or here. */
  readonly activeId: string | undefined
  readonly onActive: (id: string | undefined) => void
  readonly onOpen: (id: string) => void
}

const zoomStep = 1.3
const panStep = 60

/** The graph as a drawing to move and zoom; what it shows is in the list beside it as well. */
export function GraphCanvas({ graph, activeId, onActive, onOpen }: GraphCanvasProps) {
  // The drawing's parts live beside React: a frame must not render components.
  'use no memo'
  const { t } = useTranslation()
  const theme = useSettings().data
  const canvas = useRef<HTMLCanvasElement>(null)
  const painter = useRef<GraphPainter>(undefined)
  const neighbours = useMemo(() => neighboursOf(graph), [graph])
  useEffect(() => {
    if (canvas.current === null) return
    const made = new GraphPainter(canvas.current)
    painter.current = made
    return () => {
      made.dispose()
      painter.current = undefined
    }
  }, [])
  useEffect(() => painter.current?.show(graph, neighbours), [graph, neighbours])
  useEffect(() => painter.current?.setActive(activeId), [activeId, graph])
  useEffect(() => painter.current?.takeColors(), [theme])
  const nodeAt = (event: { readonly clientX: number; readonly clientY: number }): string | undefined =>
    painter.current?.nodeAt(event)
  return (
    <div className={styles.drawing}>
      <canvas
        ref={canvas}
        className={styles.canvas}
        role="img"
        tabIndex={0}
        aria-label={t('graph.drawing', { count: graph.nodes.length, links: graph.edges.length })}
        onPointerMove={event => event.buttons === 0 && onActive(nodeAt(event))}
        onPointerLeave={() => onActive(undefined)}
        onClick={event => {
          const id = nodeAt(event)
          if (id !== undefined) onOpen(id)
        }}
        onDoubleClick={event => {
          if (nodeAt(event) === undefined) painter.current?.fit()
        }}
        onKeyDown={event => {
          if (painter.current === undefined || !takeKey(painter.current, event)) return
          event.preventDefault()
          event.stopPropagation()
        }}
      />
      <div className={styles.fit}>
        <Button title={t('graph.fitKey')} onClick={() => painter.current?.fit()}>
          {t('graph.fit')}
        </Button>
      </div>
    </div>
  )
}

/** What keys do while the drawing has the focus; returns whether this one did. */
function takeKey(painter: GraphPainter, { key, ctrlKey, metaKey, altKey }: KeyboardEvent): boolean {
  if (ctrlKey || metaKey || altKey) return false
  if (key === '0') painter.fit()
  else if (key === '+' || key === '=') painter.zoomBy(zoomStep)
  else if (key === '-') painter.zoomBy(1 / zoomStep)
  else if (key === 'ArrowLeft') painter.panBy(panStep, 0)
  else if (key === 'ArrowRight') painter.panBy(-panStep, 0)
  else if (key === 'ArrowUp') painter.panBy(0, panStep)
  else if (key === 'ArrowDown') painter.panBy(0, -panStep)
  else return false
  return true
}
