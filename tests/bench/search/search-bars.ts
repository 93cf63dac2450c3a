import type { QueryKind } from './bench-engine.ts'
import type { Measurement, Measurements } from './measurement.ts'

/** What is asked of the search, and whether one run shows it. */
export interface BarResult {
  readonly name: string
  readonly found: string
  readonly isMet: boolean
}

interface Bar {
  readonly name: string
  readonly value: (measurement: Measurement) => number | undefined
  /** Who sets the bar, and which part of their figure is allowed; a number is an absolute bar. */
  readonly allowed: { readonly of: string; readonly share: number } | number
}

const p95 =
  (kind: QueryKind | 'saveMs') =>
  (measurement: Measurement): number | undefined =>
    measurement[kind]?.p95

const bars: readonly Bar[] = [
  ...(['word', 'two', 'phrase'] as const).flatMap((kind): Bar[] => [
    { name: `${kind} p95`, value: p95(kind), allowed: { of: 'lunr', share: 1 / 20 } },
    { name: `${kind} p95`, value: p95(kind), allowed: { of: 'fts5', share: 1 } },
  ]),
  ...(['prefix1', 'prefix3'] as const).flatMap((kind): Bar[] => [
    { name: `${kind} p95`, value: p95(kind), allowed: 16 },
    { name: `${kind} p95`, value: p95(kind), allowed: { of: 'fts5', share: 1 / 3 } },
  ]),
  { name: 'save p95', value: p95('saveMs'), allowed: 10 },
  { name: 'load', value: ({ loadMs }) => loadMs ?? undefined, allowed: { of: 'lunr', share: 1 / 50 } },
  { name: 'heap', value: ({ heapMb }) => heapMb ?? undefined, allowed: { of: 'lunr', share: 1 / 20 } },
  { name: 'build', value: ({ buildMs }) => buildMs, allowed: { of: 'lunr', share: 1 / 4 } },
  { name: 'build', value: ({ buildMs }) => buildMs, allowed: { of: 'fts5', share: 1.5 } },
]

/** Every bar that the engines of a run can show. */
export function checkBars(measurements: Measurements): BarResult[] {
  const ours = measurements['answerbook']
  if (ours === undefined) return []
  return bars.flatMap(({ name, value, allowed }) => {
    const figure = value(ours)
    const limit = limitOf(allowed, value, measurements)
    if (figure === undefined || limit === undefined) return []
    const asked = typeof allowed === 'number' ? '' : ` (${partOf(allowed.share)} of ${allowed.of})`
    return [{ name, found: `${figure} of at most ${round(limit)}${asked}`, isMet: figure <= limit }]
  })
}

function limitOf(
  allowed: Bar['allowed'],
  value: Bar['value'],
  measurements: Measurements,
): number | undefined {
  if (typeof allowed === 'number') return allowed
  const other = measurements[allowed.of]
  const figure = other === undefined ? undefined : value(other)
  return figure === undefined ? undefined : figure * allowed.share
}

function partOf(share: number): string {
  return share < 1 ? `1/${Math.round(1 / share)}` : `${share}×`
}

function round(value: number): number {
  return Math.round(value * 1000) / 1000
}
