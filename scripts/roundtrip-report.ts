import type { FileProblem, RoundTripReport } from './roundtrip-run.ts'

/** A report as lines for people. */
export function describeReport(report: RoundTripReport): string {
  const { files, identical, asSource, changed, edited, editedClean, editedBad, errors, ms } = report
  const { rewritten, rewrittenOtherwise, rewrittenLost } = report
  return [
    `${files} files: ${identical} identical, ${asSource} as source, ${changed.length} changed`,
    ...changed.map(path => `  changed: ${path}`),
    `${edited} edited: ${editedClean} clean, ${editedBad.length} bad`,
    ...editedBad.map(describeProblem),
    ...(rewritten === 0
      ? []
      : [
          `${rewritten} written anew: ${rewrittenOtherwise.length} say something else, ${rewrittenLost.length} lost text`,
          ...[...rewrittenLost, ...rewrittenOtherwise].map(describeProblem),
        ]),
    `${errors.length} errors`,
    ...errors.map(describeProblem),
    `load and save: ${ms.p50} ms (p50), ${ms.p95} ms (p95)`,
  ].join('\n')
}

function describeProblem({ path, reason }: FileProblem): string {
  return `  ${path}: ${reason}`
}
