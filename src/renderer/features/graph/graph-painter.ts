import { select } from 'd3-selection'
import { zoom, zoomIdentity, type ZoomBehavior } from 'd3-zoom'
import type { Graph } from './build-graph'
import { drawGraph, readColors, type Drawing, type View } from './draw-graph'
import { startLayout, type PlacedNode } from './graph-layout'

/** Lays a graph out on a canvas and paints it, at most once a frame. */
export class GraphPainter {
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
    this.#resize = new ResizeObserver(() => {
      if (this.#hasMoved) this.#paint()
      else this.fit()
    })
    this.#resize.observe(canvas)
    const onTheme = (): void => this.takeColors()
    this.#dark.addEventListener('change', onTheme)
    this.#stopWatching = () => this.#dark.removeEventListener('change', onTheme)
  }

  show(graph: Graph, neighbours: Drawing['neighbours']): void {
    this.#stopLayout?.()
    const before = new Map(this.#drawing?.placed.map(node => [node.id, node]))
    const isSame = graph.nodes.length === before.size && graph.nodes.every(({ id }) => before.has(id))
    if (!isSame) this.#hasMoved = false
    const { placed, stop } = startLayout(graph, before, isAtRest => {
      if (!this.#hasMoved) this.fit()
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
    const { left, top } = this.#canvas.getBoundingClientRect()
    const { x, y, k } = this.#view
    const at = { x: (clientX - left - x) / k, y: (clientY - top - y) / k }
    let nearest: PlacedNode | undefined
    let least = Infinity
    for (const node of this.#drawing?.placed ?? []) {
      const distance = Math.hypot((node.x ?? 0) - at.x, (node.y ?? 0) - at.y) - node.radius
      if (distance < least) [nearest, least] = [node, distance]
    }
    return least <= 6 / k ? nearest?.id : undefined
  }

  /** Shows all of the graph, also as it changes, until the user moves it. */
  fit(): void {
    this.#hasMoved = false
    const { width, height } = this.#canvas.getBoundingClientRect()
    const placed = this.#drawing?.placed ?? []
    if (placed.length === 0 || width === 0) return
    const [x, y] = [rangeOf(placed, node => node.x), rangeOf(placed, node => node.y)]
    const k = Math.max(0.1, Math.min(2, (width - 48) / x.length, (height - 48) / y.length))
    const fitted = zoomIdentity.translate(width / 2 - x.middle * k, height / 2 - y.middle * k).scale(k)
    select(this.#canvas).call(zoomed => this.#zoom.transform(zoomed, fitted))
  }

  /** Zooms about the middle of the canvas. */
  zoomBy(factor: number): void {
    this.#hasMoved = true
    select(this.#canvas).call(zoomed => this.#zoom.scaleBy(zoomed, factor))
  }

  /** Moves what is shown, in pixels. */
  panBy(x: number, y: number): void {
    this.#hasMoved = true
    const { k } = this.#view
    select(this.#canvas).call(zoomed => this.#zoom.translateBy(zoomed, x / k, y / k))
  }

  dispose(): void {
    this.#stopLayout?.()
    this.#stopWatching()
    this.#resize.disconnect()
    cancelAnimationFrame(this.#frame)
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
