import type { Graph, GraphNode } from './build-graph'
import type { PlacedNode } from './graph-layout'

/** The colours of the theme that a drawing needs; a canvas knows no CSS variables. */
export interface GraphColors {
  readonly ink: string
  readonly quiet: string
  readonly paper: string
  readonly note: string
  readonly draft: string
  readonly answered: string
  readonly focus: string
}

/** Where the middle of the layout is, in pixels from the canvas's top left corner, and how large. */
export interface View {
  readonly x: number
  readonly y: number
  /** Pixels on screen for one of the layout. */
  readonly k: number
}

export interface Drawing {
  readonly graph: Graph
  readonly placed: readonly PlacedNode[]
  readonly view: View
  readonly colors: GraphColors
  /** Index of the node that is pointed at or chosen; its neighbours stand out. */
  readonly active: number | undefined
  readonly neighbours: readonly (readonly number[])[]
}

const mostLabels = 60
const labelWidth = 30

export function readColors(element: Element): GraphColors {
  const style = getComputedStyle(element)
  const color = (name: string): string => style.getPropertyValue(`--color-${name}`).trim()
  return {
    ink: color('ink'),
    quiet: color('ink-2'),
    paper: color('paper'),
    note: color('accent'),
    draft: color('careful'),
    answered: color('good'),
    focus: color('focus'),
  }
}

/** Draws a graph on a canvas whose size in CSS pixels is given. */
export function drawGraph(
  context: CanvasRenderingContext2D,
  { width, height }: { readonly width: number; readonly height: number },
  drawing: Drawing,
): void {
  const { view, colors, active, neighbours } = drawing
  const near = active === undefined ? undefined : new Set([active, ...(neighbours[active] ?? [])])
  const scale = window.devicePixelRatio
  context.setTransform(scale, 0, 0, scale, 0, 0)
  context.clearRect(0, 0, width, height)
  context.translate(view.x, view.y)
  drawEdges(context, drawing)
  const isInView = ({ x = 0, y = 0 }: PlacedNode): boolean =>
    isWithin(x * view.k + view.x, width) && isWithin(y * view.k + view.y, height)
  const shown = drawing.placed.flatMap((node, index) => (isInView(node) ? [index] : []))
  for (const index of shown) {
    context.globalAlpha = near === undefined || near.has(index) ? 1 : 0.2
    drawNode(context, drawing, index)
  }
  context.globalAlpha = 1
  context.fillStyle = colors.ink
  drawLabels(context, drawing, { indexes: labelled(drawing, shown, near), edge: width - view.x })
}

function isWithin(at: number, length: number): boolean {
  return at > -20 && at < length + 20
}

function drawEdges(context: CanvasRenderingContext2D, drawing: Drawing): void {
  const { graph, placed, view, colors, active } = drawing
  const draw = (isNear: boolean): void => {
    context.beginPath()
    for (const edge of graph.edges) {
      if (edge.some(end => end === active) !== isNear) continue
      const [from, to] = edge.map(end => placed[end])
      context.moveTo((from?.x ?? 0) * view.k, (from?.y ?? 0) * view.k)
      context.lineTo((to?.x ?? 0) * view.k, (to?.y ?? 0) * view.k)
    }
    context.stroke()
  }
  context.strokeStyle = colors.quiet
  context.lineWidth = 1
  context.globalAlpha = active === undefined ? edgeAlpha(graph.edges.length) : 0.15
  draw(false)
  if (active === undefined) return
  context.globalAlpha = 1
  context.strokeStyle = colors.focus
  context.lineWidth = 1.5
  draw(true)
}

/** A few links are drawn firmly; thousands of them would cover everything. */
function edgeAlpha(edges: number): number {
  return Math.max(0.25, 0.75 - edges / 1000)
}

function drawNode(context: CanvasRenderingContext2D, drawing: Drawing, index: number): void {
  const { graph, placed, view, colors, active } = drawing
  const node = graph.nodes[index]
  const at = placed[index]
  if (node === undefined || at === undefined) return
  const x = (at.x ?? 0) * view.k
  const y = (at.y ?? 0) * view.k
  const radius = shownRadius(at, view)
  const color = colorOf(node, colors)
  context.beginPath()
  if (node.question === null) context.roundRect(x - radius, y - radius, radius * 2, radius * 2, 2)
  else context.arc(x, y, radius, 0, Math.PI * 2)
  context.lineWidth = 1.5
  context.strokeStyle = color
  context.fillStyle = node.question?.status === 'not started' ? colors.paper : color
  context.fill()
  context.stroke()
  if (index !== active) return
  context.beginPath()
  context.arc(x, y, radius + 4, 0, Math.PI * 2)
  context.strokeStyle = colors.focus
  context.lineWidth = 2
  context.stroke()
}

/** Nodes grow with the view, but less than it: far away they stay to be seen, near they leave room. */
function shownRadius({ radius }: PlacedNode, { k }: View): number {
  return radius * Math.min(1.6, Math.max(0.4, Math.sqrt(k)))
}

function colorOf({ question }: GraphNode, colors: GraphColors): string {
  if (question === null) return colors.note
  if (question.status === 'answered') return colors.answered
  return question.status === 'draft' ? colors.draft : colors.quiet
}

/** Which nodes have their titles shown: what is active and near it, else those with most links that have room. */
function labelled(
  { graph, view, active, neighbours }: Drawing,
  shown: readonly number[],
  near: ReadonlySet<number> | undefined,
): readonly number[] {
  if (near !== undefined && active !== undefined) return [active, ...(neighbours[active] ?? []).slice(0, 24)]
  const least = view.k > 1.6 ? 0 : view.k > 0.8 ? 2 : 4
  const degree = (index: number): number => graph.nodes[index]?.degree ?? 0
  return shown
    .filter(index => degree(index) >= least)
    .sort((a, b) => degree(b) - degree(a))
    .slice(0, mostLabels)
}

/** Titles beside their nodes, left of those at the right edge; one that would cover another is left out. */
function drawLabels(
  context: CanvasRenderingContext2D,
  { graph, placed, view, colors }: Drawing,
  { indexes, edge }: { readonly indexes: readonly number[]; readonly edge: number },
): void {
  context.font = `12px ${getComputedStyle(document.body).fontFamily}`
  context.textBaseline = 'middle'
  context.lineWidth = 3
  context.strokeStyle = colors.paper
  const taken: { left: number; right: number; y: number }[] = []
  for (const index of indexes) {
    const node = graph.nodes[index]
    const at = placed[index]
    if (node === undefined || at === undefined) continue
    const text = shorten(node.title)
    const x = (at.x ?? 0) * view.k
    const y = (at.y ?? 0) * view.k
    const beside = shownRadius(at, view) + 5
    const { width } = context.measureText(text)
    const isRoomRight = x + beside + width < edge
    const left = isRoomRight ? x + beside : x - beside - width
    const right = left + width
    if (taken.some(other => Math.abs(other.y - y) < 15 && left < other.right && right > other.left)) continue
    taken.push({ left, right, y })
    context.strokeText(text, left, y)
    context.fillText(text, left, y)
  }
}

function shorten(title: string): string {
  const letters = [...title]
  return letters.length > labelWidth
    ? `${letters
        .slice(0, labelWidth - 1)
        .join('')
        .trimEnd()}…`
    : title
}
