import { AppError, isAppError } from '../../shared/contract/app-error'
import { mergeLateWrite } from '../../shared/domain/merge/merge-late-write'
import { hasEveryLine } from '../../shared/domain/merge/merge-texts'
import type { LateWrite } from '../files/replaced-files'
import { decodeText } from '../files/text-file'
import { knownText } from '../history/known-texts'
import type { OpenNotebook } from '../notebook/open-notebook'

const mostAttempts = 3

/** What became of a late write: the note's new text, nothing because the note has it all, or a version in its history. */
export type TakenLateWrite =
  | { readonly kind: 'merged'; readonly text: string }
  | { readonly kind: 'known' }
  /** `reason` is why it could not be merged, if anything but the texts themselves. */
  | { readonly kind: 'kept'; readonly reason: unknown }

/**
 * Takes in what another program wrote into a note's file after a save had replaced it. What can't be merged with what the note
 * has now is kept as a version of it. @throws AppError `storage/…` when that fails.
 */
export async function takeLateWrite(notebook: OpenNotebook, write: LateWrite): Promise<TakenLateWrite> {
  return notebook.writes.run(write.path, async () => {
    let reason: unknown
    try {
      const taken = await mergeIntoNote(notebook, write)
      if (taken !== undefined) return taken
    } catch (error) {
      reason = error
    }
    await notebook.history.keep(write.path, write.after, 'late')
    return { kind: 'kept', reason }
  })
}

/** Undefined when it can't be merged. */
async function mergeIntoNote(notebook: OpenNotebook, write: LateWrite): Promise<TakenLateWrite | undefined> {
  const { path } = write
  const [base, late] = [decodeText(write.before), decodeText(write.after)]
  if (base === undefined || late === undefined) return undefined
  notebook.assertWritable()
  for (let attempt = 1; attempt <= mostAttempts; attempt += 1) {
    const file = await notebook.noteStore.read(path)
    if (file.text === undefined) return undefined
    const text = mergeLateWrite({ base, mine: file.text, late })
    if (text === file.text || (text === undefined && hasEveryLine(file.text, late))) return { kind: 'known' }
    if (text === undefined) return undefined
    notebook.history.saw(path, knownText(file))
    try {
      const { hash, modifiedAt } = await notebook.noteStore.write(path, text, file.hash)
      notebook.history.saw(path, { text, hash })
      notebook.remember({ path, text, hash, modifiedAt, problem: undefined })
      return { kind: 'merged', text }
    } catch (error) {
      // Something has written into the note itself meanwhile.
      if (!isAppError(error, 'notes/conflict')) throw error
    }
  }
  throw new AppError('notes/conflict', { path })
}
