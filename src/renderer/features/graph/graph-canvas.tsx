import { select } from 'd3-selection'
import { zoom, zoomIdentity, type ZoomBehavior } from 'd3-zoom'
import { useEffect, useMemo, useRef } from 'react'
import { useSettings } from '../../state/queries'
import { neighboursOf, type Graph } from './build-graph'
import { drawGraph, readColors, type Drawing, type View } from './draw-graph'
import { startLayout, type PlacedNode } from './graph-layout'
import styles from './graph.module.css'
import { useTranslation } from '../../ui/use-translation'

export interface GraphCanvasProps {
  readonly graph: Graph
  /** Id of the node that is pointed at in the list or here. */
  readonly activeId: string | undefined
  readonly onActive: (id: string | undefined) => void
  readonly onOpen: (id: string) => void
}

/** The graph as a drawing to move and zoom; what it shows is in the list beside it as well. */
export function GraphCanvas({ graph, activeId, onActive, onOpen }: GraphCanvasProps) {
  // The drawing's parts live beside React: a frame must not render components.
  'use no memo'
  const { t } = useTranslation()
  const theme = useSettings().data
  const canvas = useRef<HTMLCanvasElement>(null)
  const painter = useRef<Painter>(undefined)
  const neighbours = useMemo(() => neighboursOf(graph), [graph])
  useEffect(() => {
    if (canvas.current === null) return
    const made = new Painter(canvas.current)
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
    <canvas
      ref={canvas}
      className={styles.canvas}
      role="img"
      aria-label={t('graph.drawing', { count: graph.nodes.length, links: graph.edges.length })}
      onPointerMove={event => event.buttons === 0 && onActive(nodeAt(event))}
      onPointerLeave={() => onActive(undefined)}
      onClick={event => {
        const id = nodeAt(event)
        if (id !== undefined) onOpen(id)
      }}
    />
  )
}

/** Lays a graph out on a canvas and paints it, at most once a frame. */
class Painter {
  readonly #canvas: HTMLCanvasElement
  readonly #resize: ResizeObserver
  readonly #dark = window.matchMedia('(prefers-color-scheme: dark)')
  readonly #zoom: ZoomBehavior<HTMLCanvasElement, unknown>
  readonly #stopWatching: () => void
  #drawing: Drawing | undefined
  #view: View = zoomIdentity
  #hasMoved = false
  #stopLayout: (() => void) | undefined
  #frame = 0

  constructor(canvas: HTMLCanvasElement) {
    this.#canvas = canvas
    this.#zoom = zoom<HTMLCanvasElement, unknown>()
      .scaleExtent([0.1, 6])
      .on('zoom', ({ transform, sourceEvent }: { transform: View; sourceEvent: unknown }) => {
        this.#view = transform
        this.#hasMoved ||= sourceEvent !== null
        this.#paint()
      })
    select(canvas).call(this.#zoom).on('dblclick.zoom', null)
    this.#resize = new ResizeObserver(() => this.#paint())
    this.#resize.observe(canvas)
    const onTheme = (): void => this.takeColors()
    this.#dark.addEventListener('change', onTheme)
    this.#stopWatching = () => this.#dark.removeEventListener('change', onTheme)
  }

  show(graph: Graph, neighbours: Drawing['neighbours']): void {
    this.#stopLayout?.()
    const before = new Map(this.#drawing?.placed.map(node => [node.id, node]))
    const { placed, stop } = startLayout(graph, before, isAtRest => {
      if (!this.#hasMoved) this.#fit(placed)
      if (isAtRest) this.#canvas.dataset['state'] = 'rest'
      this.#paint()
    })
    this.#canvas.dataset['state'] = 'moving'
    this.#stopLayout = stop
    this.#drawing = {
      graph,
      placed,
      neighbours,
      active: undefined,
      view: this.#view,
      colors: readColors(this.#canvas),
    }
  }

  setActive(id: string | undefined): void {
    if (this.#drawing === undefined) return
    const index = id === undefined ? -1 : this.#drawing.placed.findIndex(node => node.id === id)
    this.#drawing = { ...this.#drawing, active: index < 0 ? undefined : index }
    this.#paint()
  }

  takeColors(): void {
    // The class of the theme is set by an effect of a parent, after this one.
    requestAnimationFrame(() => {
      if (this.#drawing === undefined) return
      this.#drawing = { ...this.#drawing, colors: readColors(this.#canvas) }
      this.#paint()
    })
  }

  nodeAt({ clientX, clientY }: { readonly clientX: number; readonly clientY: number }): string | undefined {
    const { left, top, width, height } = this.#canvas.getBoundingClientRect()
    const { x, y, k } = this.#view
    const at = { x: (clientX - left - width / 2 - x) / k, y: (clientY - top - height / 2 - y) / k }
    let nearest: PlacedNode | undefined
    let least = Infinity
    for (const node of this.#drawing?.placed ?? []) {
      const distance = Math.hypot((node.x ?? 0) - at.x, (node.y ?? 0) - at.y) - node.radius
      if (distance < least) [nearest, least] = [node, distance]
    }
    return least <= 6 / k ? nearest?.id : undefined
  }

  dispose(): void {
    this.#stopLayout?.()
    this.#stopWatching()
    this.#resize.disconnect()
    cancelAnimationFrame(this.#frame)
  }

  /** Shows all of the graph, until the user has moved it. */
  #fit(placed: readonly PlacedNode[]): void {
    const { width, height } = this.#canvas.getBoundingClientRect()
    const [x, y] = [rangeOf(placed, node => node.x), rangeOf(placed, node => node.y)]
    const k = Math.max(0.1, Math.min(2, (width - 48) / x.length, (height - 48) / y.length))
    const fitted = zoomIdentity.translate(-x.middle * k, -y.middle * k).scale(k)
    select(this.#canvas).call(zoomed => this.#zoom.transform(zoomed, fitted))
  }

  #paint(): void {
    cancelAnimationFrame(this.#frame)
    this.#frame = requestAnimationFrame(() => {
      const context = this.#canvas.getContext('2d')
      if (context === null || this.#drawing === undefined) return
      const { width, height } = this.#canvas.getBoundingClientRect()
      const scale = window.devicePixelRatio
      if (this.#canvas.width !== Math.round(width * scale)) this.#canvas.width = Math.round(width * scale)
      if (this.#canvas.height !== Math.round(height * scale)) this.#canvas.height = Math.round(height * scale)
      drawGraph(context, { width, height }, { ...this.#drawing, view: this.#view })
    })
  }
}

/** How far nodes reach in one direction; a single one reaches a little as well. */
function rangeOf(placed: readonly PlacedNode[], of: (node: PlacedNode) => number | undefined) {
  let [least, most] = [Infinity, -Infinity]
  for (const node of placed) {
    least = Math.min(least, (of(node) ?? 0) - node.radius)
    most = Math.max(most, (of(node) ?? 0) + node.radius)
  }
  return { middle: (least + most) / 2, length: Math.max(80, most - least) }
}
