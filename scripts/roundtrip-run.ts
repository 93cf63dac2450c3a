import { readFile } from 'node:fs/promises'
import type { RoundTrip, RoundTripModule } from '../src/renderer/editor/round-trip/round-trip-result.ts'

/** A file and why it is named in a report. */
export interface FileProblem {
  readonly path: string
  readonly reason: string
}

/** What became of all files. Files that are no text are in `errors` and counted nowhere else. */
export interface RoundTripReport {
  readonly files: number
  readonly identical: number
  readonly asSource: number
  /** Files whose bytes changed though nobody edited them. */
  readonly changed: readonly string[]
  readonly edited: number
  readonly editedClean: number
  readonly editedBad: readonly FileProblem[]
  /** Files whose every block was written anew; those that say something else then, and those that lost text. */
  readonly rewritten: number
  readonly rewrittenOtherwise: readonly FileProblem[]
  readonly rewrittenLost: readonly FileProblem[]
  readonly errors: readonly FileProblem[]
  /** How many of `errors` are exceptions of the editor's code. */
  readonly failures: number
  /** To load and save a file untouched. */
  readonly ms: { readonly p50: number; readonly p95: number }
}

interface FileResult {
  readonly path: string
  readonly result: RoundTrip | Error | undefined
}

/** Takes the files through `roundTrip`, one after another. */
export async function runRoundTrips(
  paths: readonly string[],
  { seed, rewrites }: { readonly seed: number; readonly rewrites: boolean },
  { roundTrip }: RoundTripModule,
): Promise<RoundTripReport> {
  const results: FileResult[] = []
  for (const path of paths) {
    const text = textOf(await readFile(path))
    results.push({ path, result: text === undefined ? undefined : attempt(text) })
  }
  return summarize(results)

  function attempt(text: string): RoundTrip | Error {
    try {
      return roundTrip(text, seed ^ hash(text), rewrites)
    } catch (error) {
      return error instanceof Error ? error : new Error(String(error))
    }
  }
}

/** The text of a file, or `undefined` when the backend would not open it: no UTF-8, or a NUL in it. */
function textOf(bytes: Buffer): string | undefined {
  if (bytes.includes(0)) return undefined
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    return undefined
  }
}

function summarize(results: readonly FileResult[]): RoundTripReport {
  const texts = results.filter(({ result }) => result !== undefined)
  const trips = texts.flatMap(({ path, result }) =>
    result === undefined || result instanceof Error ? [] : [{ path, ...result }],
  )
  const edits = trips.flatMap(({ path, edit }) => (edit === undefined ? [] : [{ path, ...edit }]))
  const editedBad = edits.flatMap(({ path, block, problem }) =>
    problem === undefined ? [] : [{ path, reason: `block ${block}: ${problem}` }],
  )
  const times = trips.map(({ tookMs }) => tookMs).sort((left, right) => left - right)
  return {
    files: texts.length,
    identical: trips.filter(({ untouched }) => untouched === 'identical').length,
    asSource: trips.filter(({ untouched }) => untouched === 'source').length,
    changed: trips.filter(({ untouched }) => untouched === 'changed').map(({ path }) => path),
    edited: edits.length,
    editedClean: edits.length - editedBad.length,
    editedBad,
    ...summarizeRewrites(trips),
    errors: results.flatMap(({ path, result }) => problemOf(path, result)),
    failures: texts.length - trips.length,
    ms: { p50: percentile(times, 0.5), p95: percentile(times, 0.95) },
  }
}

type Rewrites = Pick<RoundTripReport, 'rewritten' | 'rewrittenOtherwise' | 'rewrittenLost'>

function summarizeRewrites(trips: readonly (RoundTrip & { path: string })[]): Rewrites {
  const rewrites = trips.flatMap(({ path, rewrite }) => (rewrite === undefined ? [] : [{ path, ...rewrite }]))
  return {
    rewritten: rewrites.length,
    rewrittenOtherwise: rewrites
      .filter(({ isSame }) => !isSame)
      .map(({ path, difference }) => ({ path, reason: difference ?? '' })),
    rewrittenLost: rewrites
      .filter(({ lost }) => lost !== '')
      .map(({ path, lost }) => ({ path, reason: lost })),
  }
}

function problemOf(path: string, result: FileResult['result']): FileProblem[] {
  if (result === undefined) return [{ path, reason: 'not text' }]
  return result instanceof Error ? [{ path, reason: `${result.name}: ${result.message}` }] : []
}

function percentile(sorted: readonly number[], share: number): number {
  const value = sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0
  return Math.round(value * 100) / 100
}

/** FNV-1a, so that a text is edited in the same place wherever it lies. */
function hash(text: string): number {
  let value = 0x811c9dc5
  for (let index = 0; index < text.length; index += 1) {
    value = Math.imul(value ^ text.charCodeAt(index), 0x01000193)
  }
  return value >>> 0
}
