import { randomBytes } from 'node:crypto'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { AppError } from '../../shared/contract/app-error'
import type { UnresolvedTarget } from '../../shared/domain/export/export-source'
import { PrintExport } from '../../shared/domain/export/html/print-export'
import { printStyle } from '../../shared/domain/export/html/print-style'
import { withStorageErrors } from '../files/storage-error'
import { embedImage } from './embed-image'
import { readerOf, type ExportRun, type WrittenExport } from './export-run'
import { lonePagePolicy } from './page-policy'
import { PrintedParts } from './pdf/printed-parts'
import { stageFile } from './stage-file'
import { removeTree } from './stage-folder'

/** A browser lays out about twenty notes of this length in a second, and needs some hundred MB for a part. */
const longestPart = 1_000_000

/**
 * Writes the notebook as web pages into a folder for temporary files, checks their links, prints one after the other and joins
 * them. Contents come last, when all page numbers are known.
 */
export async function writePdf(run: ExportRun): Promise<WrittenExport> {
  const { ports } = run
  const { files, printPage } = ports
  if (printPage === undefined) throw new AppError('export/no-browser')
  const folder = join(tmpdir(), `answerbook-print-${randomBytes(6).toString('hex')}`)
  await withStorageErrors(folder, () => files.makeFolder(folder))
  try {
    return await print(run, new PrintedParts({ files, printPage, signal: run.signal }, folder))
  } finally {
    await removeTree(files, folder).catch(() => undefined)
  }
}

async function print(run: ExportRun, parts: PrintedParts): Promise<WrittenExport> {
  const { ports, plan, path, step } = run
  const { katexAssets } = await import('./katex-assets')
  const producedAt = new Date(ports.now())
  const result = new PrintExport(plan, {
    read: readerOf(run),
    embed: image => embedImage(run, image),
    katex: katexAssets,
    policy: lonePagePolicy(katexAssets, [printStyle]),
    longestPart,
    counts: { questions: plan.questions, answered: plan.answered, notes: plan.otherNotes.length },
    producedAt,
  })
  // Printing takes about as long as three times the writing.
  const total = result.units * 4 + 1
  let units = 0
  for await (const part of result.parts(() => step((units += 1), total))) await parts.add(part)
  await parts.print({
    contentsIds: result.contentsIds,
    onPart: share => step(units + Math.floor(units * 3 * share), total),
    contents: result.isAlone ? undefined : pageNumberOf => result.contents(pageNumberOf),
  })
  const { title, lists } = plan
  const pieces = parts.joined({
    title,
    language: lists[0]?.language,
    producedAt,
    outline: result.outline,
  })
  await stageFile(ports, path, pieces, (_staged, commit) => commit())
  const told = (target: string): UnresolvedTarget => ({ path: basename(path), target })
  return {
    written: [path],
    brokenLinks: [...result.brokenLinks, ...parts.lostTargets.map(told)],
    missingImages: result.missingImages,
  }
}
