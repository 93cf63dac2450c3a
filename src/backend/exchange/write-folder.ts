import { join } from 'node:path'
import { checkFolderLinks, type FolderLinks } from '../../shared/domain/export/check-folder-links'
import { markdownPlaces } from '../../shared/domain/export/check-markdown-links'
import { FolderExport } from '../../shared/domain/export/export-folder'
import { manifestName } from '../../shared/domain/export/folder-manifest'
import { splitFrontMatter } from '../../shared/domain/front-matter'
import { encodeText, readTextFile } from '../files/text-file'
import { readEmbedded, readNoteText, type ExportRun, type WrittenExport } from './export-run'
import { stageFolder, writeStaged } from './stage-folder'
import { writeManifest } from './write-manifest'

/** Writes a folder of Markdown files, then reads all of them again and looks where their links lead. */
export async function writeFolder(run: ExportRun): Promise<WrittenExport> {
  const { ports, notebook, plan, path } = run
  const { files } = ports
  return stageFolder(files, path, async staging => {
    const result = new FolderExport(plan, notePath => readNoteText(notebook, notePath))
    const total = result.units * 2
    const written: string[] = []
    for await (const file of result.files()) {
      await writeStaged(files, join(staging, file.path), encodeText(file.markdown))
      written.push(file.path)
      run.step(Math.min(written.length, result.units), total)
    }
    for (const [from, to] of result.attachments) {
      await writeStaged(files, join(staging, to), await readEmbedded(notebook, from))
      run.step(result.units, total)
    }
    await writeManifest(run, staging, { written, origins: result.origins(), attachments: result.attachments })
    const read: FolderLinks[] = []
    for (const file of written) {
      const { text } = await readTextFile(files, join(staging, file))
      read.push({ path: file, ...markdownPlaces(splitFrontMatter(text).body) })
      run.step(result.units + Math.min(read.length, result.units), total)
    }
    const copies = [...result.attachments.values()]
    const known = result.missingImages.map(({ target }) => target)
    return {
      written: [path, ...[...written, ...copies, manifestName].map(file => join(path, file))],
      brokenLinks: [...result.brokenLinks, ...checkFolderLinks(read, new Set(copies), new Set(known))],
      missingImages: result.missingImages,
    }
  })
}
