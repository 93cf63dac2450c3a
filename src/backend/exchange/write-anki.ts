import { basename, dirname, extname, join } from 'node:path'
import { AnkiExport } from '../../shared/domain/export/anki/anki-export'
import { ankiHeader, ankiLine } from '../../shared/domain/export/anki/anki-text'
import { imageTypeOf } from '../../shared/domain/image-type'
import { hashOf } from '../files/text-file'
import { copyBeside } from './copy-beside'
import { readEmbedded, readerOf, type ExportRun, type WrittenExport } from './export-run'
import { stageFile } from './stage-file'

/**
 * Writes a text file that Anki imports, and a folder beside it with the images for Anki's `collection.media`. Their names
 * come from what they hold, so that none replaces another one there.
 */
export async function writeAnki(run: ExportRun): Promise<WrittenExport> {
  const { ports, notebook, plan, path } = run
  const names = new Map<string, string | undefined>()
  const result = new AnkiExport(plan, {
    read: readerOf(run),
    mediaName: async file => {
      if (!names.has(file)) names.set(file, nameFor(await readEmbedded(notebook, file)))
      return names.get(file)
    },
  })
  const folder = `${basename(path, extname(path))} media`
  return stageFile(ports, path, linesOf(run, result), async (_staged, commit) => {
    const media = [...names].flatMap(([from, name]) =>
      name === undefined ? [] : ([[from, `${folder}/${name}`]] as const),
    )
    const copies = await copyBeside(run, dirname(path), new Map(media), commit)
    return {
      written: [path, ...new Set(copies.map(file => join(dirname(path), file)))],
      brokenLinks: result.brokenLinks,
      missingImages: result.missingImages,
    }
  })
}

async function* linesOf({ step }: ExportRun, result: AnkiExport): AsyncGenerator<string> {
  yield ankiHeader
  let done = 0
  for await (const card of result.cards()) {
    yield ankiLine(card)
    step((done += 1), result.units + 1)
  }
}

function nameFor(bytes: Uint8Array): string | undefined {
  const type = imageTypeOf(bytes)
  return type === undefined ? undefined : `answerbook-${hashOf(bytes).slice(0, 20)}${type.extensions[0]}`
}
