import {
  forceCollide,
  forceLink,
  forceManyBody,
  forceSimulation,
  forceX,
  forceY,
  type Simulation,
  type SimulationNodeDatum,
} from 'd3-force'
import type { Graph } from './build-graph'

/** A node with its place, in pixels from the middle of the drawing; the simulation moves it. */
export interface PlacedNode extends SimulationNodeDatum {
  readonly id: string
  readonly radius: number
}

const restAlpha = 0.02
/** How long a step of the layout may keep the page, in milliseconds. */
const budgetMs = 10

/** Radius of a node by its links, in pixels. */
export function radiusOf(degree: number): number {
  return Math.min(14, 3.5 + Math.sqrt(degree) * 1.6)
}

/**
 * Lays a graph out by forces, a little at each frame; `onStep` is called after each, and with true when it has come to
 * rest. Nodes that `before` has start where they were. Returns the nodes and what ends it.
 */
export function startLayout(
  { nodes, edges }: Graph,
  before: ReadonlyMap<string, PlacedNode>,
  onStep: (isAtRest: boolean) => void,
): { readonly placed: readonly PlacedNode[]; readonly stop: () => void } {
  const placed = nodes.map(({ id, degree }): PlacedNode => {
    const known = before.get(id)
    return {
      id,
      radius: radiusOf(degree),
      ...(known?.x === undefined || known.y === undefined ? {} : { x: known.x, y: known.y }),
    }
  })
  const simulation: Simulation<PlacedNode, undefined> = forceSimulation(placed)
    .force('charge', forceManyBody<PlacedNode>().strength(-42).distanceMax(420).theta(1.1))
    .force(
      'link',
      forceLink<PlacedNode, { source: number; target: number }>(
        edges.map(([source, target]) => ({ source, target })),
      ).distance(46),
    )
    .force(
      'collide',
      forceCollide<PlacedNode>(node => node.radius + 2),
    )
    .force('x', forceX<PlacedNode>(0).strength(0.055))
    .force('y', forceY<PlacedNode>(0).strength(0.075))
    .alphaDecay(0.035)
    .alpha(before.size > 0 ? 0.35 : 1)
    .stop()
  let frame = 0
  const step = (): void => {
    const end = performance.now() + budgetMs
    do simulation.tick()
    while (simulation.alpha() > restAlpha && performance.now() < end)
    const isAtRest = simulation.alpha() <= restAlpha
    onStep(isAtRest)
    if (!isAtRest) frame = requestAnimationFrame(step)
  }
  frame = requestAnimationFrame(step)
  return { placed, stop: () => cancelAnimationFrame(frame) }
}
