import { folderNameFor, folderSegments } from '../../shared/domain/file-names'
import type { NoteStore } from './note-store'

/** Where a folder of notes is, or would be made: one that is there is taken also with other capitals. */
export async function folderOfNotes(store: NoteStore, folder: string): Promise<string> {
  let path = 'notes'
  for (const wanted of folderSegments(folder)) {
    path = `${path}/${folderNameFor(wanted, await store.namesIn(path))}`
  }
  return path
}
