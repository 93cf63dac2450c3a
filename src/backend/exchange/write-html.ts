import { basename, dirname, extname, join } from 'node:path'
import { encodePath } from '../../shared/domain/export/encode-path'
import { HtmlExport } from '../../shared/domain/export/html/html-export'
import { HtmlReferences } from '../../shared/domain/export/html/html-references'
import { decodePath } from '../../shared/domain/link-keys'
import type { UnresolvedTarget } from '../../shared/domain/export/export-source'
import { withStorageErrors } from '../files/storage-error'
import { copyBeside } from './copy-beside'
import { embedImage } from './embed-image'
import { readerOf, type ExportRun, type WrittenExport } from './export-run'
import { lonePagePolicy } from './page-policy'
import { stageFile } from './stage-file'

/** Writes one page with its images in it, then reads it again and looks where its links lead. */
export async function writeHtml(run: ExportRun): Promise<WrittenExport> {
  const { path } = run
  return writePage(run, `${basename(path, extname(path))} files`)
}

/** As `writeHtml`; without `filesFolder` links to files that are no images become text. */
export async function writePage(run: ExportRun, filesFolder?: string): Promise<WrittenExport> {
  const { ports, plan, path } = run
  const { katexAssets } = await import('./katex-assets')
  const result = new HtmlExport(plan, {
    read: readerOf(run),
    embed: image => embedImage(run, image),
    filesFolder,
    katex: katexAssets,
    policy: lonePagePolicy(katexAssets),
  })
  return stageFile(ports, path, countedPieces(run, result), async (staged, commit) => {
    const references = await withStorageErrors(staged, () => readReferences(run, staged))
    const linked = [...result.attachments].filter(([, file]) => references.targets.has(encodePath(file)))
    const copies = await copyBeside(run, dirname(path), new Map(linked), commit)
    return {
      written: [path, ...copies.map(file => join(dirname(path), file))],
      brokenLinks: [...result.brokenLinks, ...leadsNowhere(references, new Set(copies), basename(path))],
      missingImages: result.missingImages,
    }
  })
}

async function* countedPieces({ step }: ExportRun, result: HtmlExport): AsyncGenerator<string> {
  let done = 0
  for await (const piece of result.pieces()) {
    yield piece
    if (piece.startsWith('<article')) step((done += 1), result.units + 1)
  }
}

async function readReferences({ ports }: ExportRun, path: string): Promise<HtmlReferences> {
  const references = new HtmlReferences()
  const decoder = new TextDecoder()
  for await (const chunk of await ports.streams.read(path))
    references.add(decoder.decode(chunk as Uint8Array, { stream: true }))
  return references
}

function leadsNowhere(
  { ids, targets }: HtmlReferences,
  files: ReadonlySet<string>,
  path: string,
): UnresolvedTarget[] {
  return [...targets].flatMap(target => {
    const isThere = target.startsWith('#')
      ? ids.has(target.slice(1)) || ids.has(decodePath(target.slice(1)))
      : files.has(decodePath(target))
    return isThere ? [] : [{ path, target }]
  })
}
