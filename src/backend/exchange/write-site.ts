import { join } from 'node:path'
import { checkFolderLinks, type FolderLinks } from '../../shared/domain/export/check-folder-links'
import { HtmlReferences } from '../../shared/domain/export/html/html-references'
import { SiteExport } from '../../shared/domain/export/html/site-export'
import { siteSearchScript } from '../../shared/domain/export/html/site-search-script'
import { decodePath } from '../../shared/domain/link-keys'
import { imageTypeOf } from '../../shared/domain/image-type'
import { encodeText } from '../files/text-file'
import { readEmbedded, readerOf, type ExportRun, type WrittenExport } from './export-run'
import { sitePagePolicy } from './page-policy'
import { stageFolder } from './stage-folder'
import type { StagedFolder } from './staged-folder'

/** Writes a folder of pages, then reads all of them again and looks where their links lead. */
export async function writeSite(run: ExportRun): Promise<WrittenExport> {
  const { ports, notebook, plan, path } = run
  const { katexAssets } = await import('./katex-assets')
  return stageFolder(ports.files, path, async staging => {
    const result = new SiteExport(plan, {
      read: readerOf(run),
      isImage: async file => imageTypeOf(await readEmbedded(notebook, file)) !== undefined,
      katex: katexAssets,
      policy: sitePagePolicy(),
      firstPolicy: sitePagePolicy(siteSearchScript),
    })
    const total = result.units * 2
    const written: string[] = []
    for await (const file of result.files()) {
      await staging.write(file.path, encodeText(file.text))
      written.push(file.path)
      run.step(Math.min(written.length, result.units), total)
    }
    for (const [from, to] of result.attachments) {
      await staging.write(to, await readEmbedded(notebook, from))
      run.step(result.units, total)
    }
    await staging.settle()
    const read: FolderLinks[] = []
    const isPage = (file: string): boolean => file.endsWith('.html')
    for (const page of written.filter(isPage)) {
      read.push(await readLinks(staging, page))
      run.step(result.units + Math.min(read.length, result.units), total)
    }
    const copies = [...result.attachments.values()]
    const others = new Set([...copies, ...written.filter(file => !isPage(file))])
    return {
      written: [path, ...[...written, ...copies].map(file => join(path, file))],
      brokenLinks: [...result.brokenLinks, ...checkFolderLinks(read, others, new Set())],
      missingImages: result.missingImages,
    }
  })
}

async function readLinks(folder: StagedFolder, path: string): Promise<FolderLinks> {
  const references = new HtmlReferences()
  references.add(await folder.readText(path))
  const anchors = new Set([...references.ids].flatMap(id => [id, decodePath(id)]))
  return { path, anchors, targets: [...references.targets] }
}
