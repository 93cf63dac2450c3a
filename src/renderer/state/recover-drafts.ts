import { isAppError } from '../../shared/contract/app-error'
import type { AnswerbookClient } from '../../shared/contract/contract'
import type { Draft } from '../../shared/contract/journal-procedures'
import type { NoteContent } from '../../shared/contract/note-procedures'
import { splitFrontMatter } from '../../shared/domain/split-front-matter'
import type { NoteSessions } from './note-sessions'
import type { Place } from './place'

/** Text that a crash left unsaved and that is in its note's session again. */
export interface RecoveredDraft {
  readonly place: Place
  /** Whether the file is another one than the text was based on: the user has to choose. */
  readonly isConflict: boolean
}

/** Takes up every draft of the journal whose page lives no more. `isPageAlive` says of a page whether it does. */
export async function recoverDrafts(
  client: AnswerbookClient,
  sessions: NoteSessions,
  isPageAlive: (pageId: string) => boolean,
): Promise<RecoveredDraft[]> {
  const recovered: RecoveredDraft[] = []
  for (const kept of await client['journal.list']({})) {
    if (isPageAlive(kept.pageId)) continue
    const one = 'path' in kept.target ? await recoverNote(kept) : await recoverAnswer(kept)
    if (one !== undefined) recovered.push(one)
  }
  return recovered

  async function recoverNote(kept: Draft): Promise<RecoveredDraft | undefined> {
    const target = 'path' in kept.target ? kept.target : undefined
    if (target === undefined) return undefined
    const note = await client['notes.read']({ path: target.path }).catch((error: unknown) => {
      if (isAppError(error, 'notes/not-found')) return undefined
      throw error
    })
    if (note === undefined) return recoverAsNew(kept, target.path)
    if (splitFrontMatter(note.text).body === kept.body) return drop(kept)
    if (sessions.ofPath(note.path)?.isDirty === true) return undefined
    const isConflict = note.hash !== target.baseHash
    sessions.openNote(note).restore(kept, isConflict)
    return { place: placeOf(note), isConflict }
  }

  async function recoverAnswer(kept: Draft): Promise<RecoveredDraft | undefined> {
    const questionId = 'questionId' in kept.target ? kept.target.questionId : ''
    if (kept.body.trim() === '') return drop(kept)
    if (sessions.draftOf(questionId)?.isDirty === true) return undefined
    sessions.openDraft(questionId).restore(kept, false)
    return { place: { kind: 'question', id: questionId }, isConflict: false }
  }

  /** The note is gone: its text becomes another one. */
  async function recoverAsNew(kept: Draft, path: string): Promise<RecoveredDraft> {
    const title = path.replace(/^.*\//, '').replace(/\.md$/i, '')
    const note = await client['notes.create']({ title, text: kept.body })
    await drop(kept)
    return { place: placeOf(note), isConflict: false }
  }

  async function drop({ id }: Draft): Promise<undefined> {
    await client['journal.drop']({ id })
    return undefined
  }
}

function placeOf({ path, answers: [first] }: NoteContent): Place {
  return first === undefined ? { kind: 'note', path } : { kind: 'question', id: first, notePath: path }
}
