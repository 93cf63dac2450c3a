import type { Bar } from './suite.ts'

/** A table for a terminal, with the first violations below it. */
export function describeBars(bars: readonly Bar[], seed: number): string {
  const width = Math.max(0, ...bars.map(({ name }) => name.length))
  const lines = bars.flatMap(({ name, runs, unit, violations, detail, examples }) => [
    `${violations === 0 ? 'ok  ' : 'FAIL'} ${name.padEnd(width)}  ${runs} ${unit}, ${violations} violations (${detail})`,
    ...examples.map(example => `       ${example}`),
  ])
  return [...lines, totalOf(bars, seed)].join('\n')
}

/** The table of docs/reliability.md. */
export function markdownOfBars(bars: readonly Bar[], seed: number): string {
  const cell = (text: string): string => text.replaceAll('|', '\\|')
  const rows = bars.map(
    ({ name, runs, unit, violations, detail }) =>
      `| ${cell(name)} | ${runs} ${cell(unit)} | ${cell(detail)} | ${violations} |`,
  )
  return [
    '| bar | tried | of them | violations |',
    '| --- | --- | --- | --- |',
    ...rows,
    '',
    totalOf(bars, seed),
  ].join('\n')
}

function totalOf(bars: readonly Bar[], seed: number): string {
  const violations = bars.reduce((sum, bar) => sum + bar.violations, 0)
  return `Seed ${seed}: ${bars.length} bars, ${violations} violations.`
}
