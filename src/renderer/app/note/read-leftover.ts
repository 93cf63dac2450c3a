import type { LeftoverConflict } from '../../../shared/contract/conflict-procedures'
import type { AnswerbookClient } from '../../../shared/contract/contract'
import type { NoteContent } from '../../../shared/contract/note-procedures'
import type { TextVersions } from '../../../shared/domain/merge/merge-texts'
import { readConflictMarkers } from '../../../shared/domain/sync/conflict-markers'

/** Two versions of a note with the files that they are in. */
export interface LeftoverVersions extends TextVersions {
  readonly note: NoteContent
  /** Undefined where both are in the note itself. */
  readonly copy: NoteContent | undefined
}

/** Reads both versions; undefined when there is only one any more. @throws AppError as `notes.read`. */
export async function readLeftover(
  client: AnswerbookClient,
  conflict: LeftoverConflict,
): Promise<LeftoverVersions | undefined> {
  const note = await client['notes.read']({ path: conflict.path })
  if (conflict.kind === 'copy') {
    const copy = await client['notes.read']({ path: conflict.copyPath })
    // No one knows what both were made from: it is taken to be what they have in common.
    return { base: undefined, mine: note.text, theirs: copy.text, note, copy }
  }
  const versions = readConflictMarkers(note.text)
  return versions && { ...versions, note, copy: undefined }
}
