import { join } from 'node:path'
import { checkFolderLinks, type FolderLinks } from '../../shared/domain/export/check-folder-links'
import { markdownPlaces } from '../../shared/domain/export/check-markdown-links'
import { FolderExport } from '../../shared/domain/export/export-folder'
import { exportedStudyName } from '../../shared/domain/export/exported-study'
import { manifestName } from '../../shared/domain/export/folder-manifest'
import { splitFrontMatter } from '../../shared/domain/split-front-matter'
import { formatStudyLines } from '../../shared/domain/study/study-lines'
import { encodeText } from '../files/text-file'
import { readEmbedded, readNoteText, type ExportRun, type WrittenExport } from './export-run'
import { stageFolder } from './stage-folder'
import { writeManifest } from './write-manifest'

/** Writes a folder of Markdown files, then reads all of them again and looks where their links lead. */
export async function writeFolder(run: ExportRun): Promise<WrittenExport> {
  const { ports, notebook, plan, path } = run
  return stageFolder(ports.files, path, async staging => {
    const result = new FolderExport(plan, {
      read: notePath => readNoteText(notebook, notePath),
      links: run.links,
    })
    const total = result.units * 2
    const written: string[] = []
    for await (const file of result.files()) {
      await staging.write(file.path, encodeText(file.markdown))
      written.push(file.path)
      run.step(Math.min(written.length, result.units), total)
    }
    for (const [from, to] of result.attachments) {
      await staging.write(to, await readEmbedded(notebook, from))
      run.step(result.units, total)
    }
    await staging.settle()
    await writeManifest(run, staging, { written, origins: result.origins(), attachments: result.attachments })
    const own = [manifestName, ...(plan.study.length === 0 ? [] : [exportedStudyName])]
    if (plan.study.length > 0)
      await staging.write(exportedStudyName, encodeText(formatStudyLines(plan.study)))
    const read: FolderLinks[] = []
    for (const file of written) {
      read.push({ path: file, ...markdownPlaces(splitFrontMatter(await staging.readText(file)).body) })
      run.step(result.units + Math.min(read.length, result.units), total)
    }
    const copies = [...result.attachments.values()]
    const known = result.missingImages.map(({ target }) => target)
    return {
      written: [path, ...[...written, ...copies, ...own].map(file => join(path, file))],
      brokenLinks: [...result.brokenLinks, ...checkFolderLinks(read, new Set(copies), new Set(known))],
      missingImages: result.missingImages,
    }
  })
}
