import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { loadRoundTrip } from './roundtrip-build.ts'
import { findMarkdownFiles } from './roundtrip-files.ts'
import { runRoundTrips } from './roundtrip-run.ts'
import { describeReport } from './roundtrip-report.ts'

/**
 * `npm run -s roundtrip -- PATH… [--json] [--seed N] [--rewrite]`: takes every Markdown file under PATH through the code of the
 * editor, untouched and with a word typed into one block, and with `--rewrite` also with every block written anew. Ends with 0, with 1 when a file came out wrong, or with 2 when
 * it can't begin. Paths are relative to where npm was called.
 */

const usage = 'npm run -s roundtrip -- PATH… [--json] [--seed N] [--rewrite]'

process.exitCode = await main().catch((error: unknown) => {
  console.error(`roundtrip: ${error instanceof Error ? error.message : String(error)}: ${usage}`)
  return 2
})

async function main(): Promise<number> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      json: { type: 'boolean', default: false },
      seed: { type: 'string', default: '1' },
      rewrite: { type: 'boolean', default: false },
    },
  })
  const seed = Number(values.seed)
  if (!Number.isSafeInteger(seed)) throw new Error(`not a whole number: ${values.seed}`)
  if (positionals.length === 0) throw new Error('no path given')
  const folder = process.env['INIT_CWD'] ?? process.cwd()
  const files = await findMarkdownFiles(positionals.map(path => resolve(folder, path)))
  const report = await runRoundTrips(files, { seed, rewrites: values.rewrite }, await loadRoundTrip())
  console.log(values.json ? JSON.stringify(report) : describeReport(report))
  return report.changed.length + report.editedBad.length + report.failures === 0 ? 0 : 1
}
