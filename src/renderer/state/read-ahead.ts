import type { NoteContent } from '../../shared/contract/note-procedures'

/** More than the two neighbours of a question and what the mouse is pressed on are not kept. */
const mostKept = 4
/** What was read longer ago is read again: not every disk tells of its changes. */
const freshForMs = 10_000

interface Ahead {
  readonly readAt: number
  readonly reading: Promise<NoteContent | undefined>
  note: NoteContent | undefined
}

/** Notes that were read before anybody opened them, for a user who is about to. */
export class ReadAhead {
  readonly #read: (path: string) => Promise<NoteContent>
  readonly #kept = new Map<string, Ahead>()

  constructor(read: (path: string) => Promise<NoteContent>) {
    this.#read = read
  }

  /** Reads a note, unless that was done a moment ago. */
  expect(path: string): void {
    if (this.#fresh(path) !== undefined) return
    this.#kept.delete(path)
    const ahead: Ahead = {
      readAt: Date.now(),
      reading: this.#read(path).then(
        note => (ahead.note = note),
        () => undefined,
      ),
      note: undefined,
    }
    this.#kept.set(path, ahead)
    const [oldest] = this.#kept.keys()
    if (oldest !== undefined && this.#kept.size > mostKept) this.#kept.delete(oldest)
  }

  /**
   * The note, as it was read or is being read; undefined when that isn't so. A promise gives undefined when it could not be read. It is given
   * out once: whoever has it opens it.
   */
  take(path: string): NoteContent | Promise<NoteContent | undefined> | undefined {
    const ahead = this.#fresh(path)
    this.#kept.delete(path)
    return ahead?.note ?? ahead?.reading
  }

  /** The file may be another one than was read. */
  drop(path: string): void {
    this.#kept.delete(path)
  }

  clear(): void {
    this.#kept.clear()
  }

  #fresh(path: string): Ahead | undefined {
    const ahead = this.#kept.get(path)
    return ahead === undefined || Date.now() - ahead.readAt > freshForMs ? undefined : ahead
  }
}
