import { conflictCopyOf } from '../../shared/domain/sync/conflict-copy'
import { leftoverConflicts } from '../notes/conflict-service'
import { aboutFile, type NotebookCheck } from './notebook-check'

/** Versions that sync programs and git have left. */
export const checkConflicts: NotebookCheck = async notebook => {
  const ofNotes = (await leftoverConflicts(notebook)).map(conflict =>
    conflict.kind === 'copy'
      ? aboutFile('conflict-copy', conflict.copyPath, conflict.path)
      : aboutFile('conflict-markers', conflict.path),
  )
  const ofLists = (await notebook.listStore.copies()).map(name =>
    aboutFile('conflict-copy', `questions/${name}`, `questions/${conflictCopyOf(name)?.original ?? ''}`),
  )
  return [...ofNotes, ...ofLists]
}
