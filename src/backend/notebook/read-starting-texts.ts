import { join } from 'node:path'
import type { StartingContent } from '../../shared/contract/notebook-procedures'
import type { FilePort } from '../files/file-port'
import { withStorageErrors } from '../files/storage-error'
import { readTextFile } from '../files/text-file'

/** The files that a new notebook starts with, by their paths in it; `builtInFolder` is the program's own. */
export async function readStartingTexts(
  files: FilePort,
  builtInFolder: string,
  content: StartingContent,
): Promise<Map<string, string>> {
  const texts = new Map<string, string>()
  const take = async (from: string, to: string): Promise<void> => {
    texts.set(to, (await readTextFile(files, from)).text)
  }
  if (content === 'llm') await take(join(builtInFolder, 'llm.md'), 'questions/llm.md')
  if (content === 'sample') {
    for (const part of ['questions', 'notes']) {
      const folder = join(builtInFolder, 'sample', part)
      for (const { name } of await withStorageErrors(folder, () => files.list(folder)))
        await take(join(folder, name), `${part}/${name}`)
    }
  }
  return texts
}
