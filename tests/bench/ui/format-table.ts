import type { Percentiles } from '../search/percentiles.ts'
import type { Baselines } from './bench-ui.ts'
import type { NotebookMeasures } from './measure-notebook.ts'

/** The figures as Markdown, times as p50/p95 in milliseconds. */
export function formatTable(
  { emptyReact, emptyTipTap }: Baselines,
  notebooks: Readonly<Record<string, NotebookMeasures>>,
): string {
  const columns = Object.entries(notebooks)
  const row = (name: string, cells: readonly string[]): string => `| ${[name, ...cells].join(' | ')} |`
  const [first] = columns
  const typed = Object.keys(first?.[1].typing ?? {})
  return [
    row(
      'p50/p95',
      columns.map(([count]) => `${count} notes`),
    ),
    row(
      '---',
      columns.map(() => '---'),
    ),
    row(
      'start to a list to choose from',
      columns.map(([, { start }]) => withRatio(start, emptyReact)),
    ),
    row(
      'start to the list of the page itself',
      columns.map(([, { ownStart }]) => withRatio(ownStart, emptyReact)),
    ),
    row(
      'open another question by its address',
      columns.map(([, measures]) => pair(measures.switch)),
    ),
    row(
      'by a click in the list',
      columns.map(([, { click }]) => pair(click)),
    ),
    row(
      'by an arrow key in the list',
      columns.map(([, { arrow }]) => pair(arrow)),
    ),
    row(
      'search key to results',
      columns.map(([, { search }]) => pair(search)),
    ),
    row(
      'last key to saved',
      columns.map(([, { save }]) => pair(save)),
    ),
    ...typed.map(words =>
      row(
        `key to paint, note of ${words} words`,
        columns.map(([, { typing }]) => withRatio(typing[words] ?? emptyTipTap, emptyTipTap)),
      ),
    ),
    row(
      'memory of the page, MB',
      columns.map(([, { pageHeapMb }]) => String(pageHeapMb)),
    ),
    row(
      'memory of the host, MB',
      columns.map(([, { hostMb }]) => String(hostMb)),
    ),
    '',
    `An empty React page starts in ${pair(emptyReact)}; a key in an empty TipTap takes ${pair(emptyTipTap)}.`,
  ].join('\n')
}

function pair({ p50, p95 }: Percentiles): string {
  return `${p50.toFixed(1)}/${p95.toFixed(1)}`
}

function withRatio(times: Percentiles, measure: Percentiles): string {
  const ratio = `${(times.p50 / measure.p50).toFixed(2)}/${(times.p95 / measure.p95).toFixed(2)}`
  return `${pair(times)} (${ratio}×)`
}
