import { join } from 'node:path'
import { damagedCacheFiles } from '../search/index-cache'
import { aboutFile, type NotebookCheck } from './notebook-check'

const folder = '.answerbook/cache/search'

/** Files of the stored search index that are damaged; they are made anew when the notebook is opened. */
export const checkCache: NotebookCheck = async ({ files, info }) => {
  const absolute = join(info.path, folder)
  if ((await files.info(absolute).catch(() => undefined))?.kind !== 'folder') return []
  return damagedCacheFiles(absolute).map(name => aboutFile('damaged-cache', `${folder}/${name}`))
}
