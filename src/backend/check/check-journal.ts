import { join } from 'node:path'
import type { Finding } from '../../shared/contract/check-procedures'
import { draftName, JournalStore } from '../journal/journal-store'
import { aboutFile, type NotebookCheck } from './notebook-check'

const folder = '.answerbook/journal'

/** Text that a crash left unsaved, and renamings that it left half done. */
export const checkJournal: NotebookCheck = async ({ files, info }) => {
  const names = await files.list(join(info.path, folder)).then(
    entries => entries.map(({ name }) => name),
    () => [],
  )
  const drafts = await new JournalStore(files, info.path).read()
  return names.sort().flatMap((name): Finding[] => {
    const path = `${folder}/${name}`
    if (/^rename-.*\.json$/.test(name)) return [aboutFile('unfinished-rename', path)]
    const id = draftName.exec(name)?.[1]
    if (id === undefined) return []
    const target = drafts.find(draft => draft.id === id)?.target
    if (target === undefined) return [aboutFile('damaged-draft', path)]
    return [aboutFile('unsaved-text', path, 'path' in target ? target.path : target.questionId)]
  })
}
