import { randomBytes } from 'node:crypto'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { AppError } from '../../shared/contract/app-error'
import { withStorageErrors } from '../files/storage-error'
import { writeDurably } from '../files/write-durably'
import type { ExportRun, WrittenExport } from './export-run'
import { removeTree } from './stage-folder'
import { writePage } from './write-html'

/** Writes the web page into a folder for temporary files, checks it there, and prints it. */
export async function writePdf(run: ExportRun): Promise<WrittenExport> {
  const { ports, path, signal, step } = run
  const { files, printPage } = ports
  if (printPage === undefined) throw new AppError('export/no-browser')
  const folder = join(tmpdir(), `answerbook-print-${randomBytes(6).toString('hex')}`)
  const [page, pdf] = [join(folder, 'page.html'), join(folder, 'page.pdf')]
  await withStorageErrors(folder, () => files.makeFolder(folder))
  try {
    const written = await writePage({ ...run, path: page, step: (done, total) => step(done, total * 2) })
    await printPage(page, pdf, signal).catch((error: unknown) => {
      step(1, 2)
      throw error
    })
    step(1, 2)
    await writeDurably(files, path, await withStorageErrors(pdf, () => files.read(pdf)))
    return { ...written, written: [path] }
  } finally {
    await removeTree(files, folder).catch(() => undefined)
  }
}
