import type { Note } from '../../shared/domain/note'
import { conflictCopyOf } from '../../shared/domain/sync/conflict-copy'
import { linkKey, linkKeysOf, linkKeysTo } from '../../shared/domain/link-keys'

export interface IndexedNote extends Note {
  readonly hash: string
  readonly modifiedAt: number
  /** Why the text can't be shown: `not-text`, `too-large`, `unreadable`. */
  readonly fileProblem: string | undefined
  /** Whether git or another program has written two versions into it. */
  readonly hasConflictMarkers: boolean
}

/** All notes of the notebook in memory, without their text: by path, by question, by what they link to. */
export class NoteIndex {
  readonly #notes = new Map<string, IndexedNote>()
  readonly #byQuestion = new SetMap()
  readonly #byName = new SetMap()
  readonly #byLinkKey = new SetMap()

  get size(): number {
    return this.#notes.size
  }

  all(): IterableIterator<IndexedNote> {
    return this.#notes.values()
  }

  get(path: string): IndexedNote | undefined {
    return this.#notes.get(path)
  }

  set(note: IndexedNote): void {
    this.delete(note.path)
    this.#notes.set(note.path, note)
    this.#eachKey(note, (map, key) => map.add(key, note.path))
  }

  delete(path: string): boolean {
    const note = this.#notes.get(path)
    if (note === undefined) return false
    this.#eachKey(note, (map, key) => map.remove(key, path))
    return this.#notes.delete(path)
  }

  /** Paths of the notes that answer a question, sorted; conflict copies of them are none. */
  answersOf(questionId: string): string[] {
    return this.#byQuestion.get(questionId).filter(path => !this.#isConflictCopy(path))
  }

  /** Notes that a name may mean: the path, its end, the file's name or the title, without regard to case. */
  named(key: string): string[] {
    return this.#byName.get(key)
  }

  /** Notes with a link that may lead to one of these keys. */
  linkingTo(keys: readonly string[]): string[] {
    return [...new Set(keys.flatMap(key => this.#byLinkKey.get(key)))].sort()
  }

  #isConflictCopy(path: string): boolean {
    const copy = conflictCopyOf(path)
    return copy?.isCertain === true && this.#notes.has(copy.original)
  }

  #eachKey(note: IndexedNote, visit: (map: SetMap, key: string) => void): void {
    for (const question of note.answers) visit(this.#byQuestion, question)
    for (const name of linkKeysTo(note)) visit(this.#byName, name)
    visit(this.#byName, linkKey(note.path))
    for (const key of linkKeysOf(note)) visit(this.#byLinkKey, key)
  }
}

/** A map of keys to sets of paths. */
class SetMap {
  readonly #sets = new Map<string, Set<string>>()

  get(key: string): string[] {
    return [...(this.#sets.get(key) ?? [])].sort()
  }

  add(key: string, path: string): void {
    const set = this.#sets.get(key)
    if (set === undefined) this.#sets.set(key, new Set([path]))
    else set.add(path)
  }

  remove(key: string, path: string): void {
    const set = this.#sets.get(key)
    set?.delete(path)
    if (set?.size === 0) this.#sets.delete(key)
  }
}
