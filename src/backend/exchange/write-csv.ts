import { CsvExport, csvColumns } from '../../shared/domain/export/csv/csv-export'
import { csvMark, csvRow } from '../../shared/domain/export/csv/csv-text'
import { readerOf, type ExportRun, type WrittenExport } from './export-run'
import { stageFile } from './stage-file'

/** Writes a table with a row for each question. */
export async function writeCsv(run: ExportRun): Promise<WrittenExport> {
  const { ports, plan, marksOf, path } = run
  const result = new CsvExport(plan, { read: readerOf(run), marksOf })
  await stageFile(ports, path, rowsOf(run, result), (_staged, commit) => commit())
  return { written: [path], brokenLinks: result.brokenLinks, missingImages: result.missingImages }
}

async function* rowsOf({ step }: ExportRun, result: CsvExport): AsyncGenerator<string> {
  yield csvMark + csvRow(csvColumns)
  let done = 0
  for await (const row of result.rows()) {
    yield csvRow(row)
    step((done += 1), result.units + 1)
  }
}
