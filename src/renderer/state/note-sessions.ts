import type { AnswerbookClient } from '../../shared/contract/contract'
import type { NoteContent } from '../../shared/contract/note-procedures'
import { NoteSession, type SessionTarget } from './note-session'
import { ReadAhead } from './read-ahead'

/** An editor that shows a session and can be given another text. */
export interface SessionEditor {
  replaceBody(body: string): void
}

/** The lists name a new note as its question's this soon at the latest, on a slow disk too. */
const listsFollowMs = 10_000

/** The notes that are being written; one stays until its text is saved, also when the user has gone elsewhere. */
export class NoteSessions {
  readonly #client: AnswerbookClient
  readonly #byPath = new Map<string, NoteSession>()
  readonly #byQuestion = new Map<string, NoteSession>()
  readonly #editors = new Map<NoteSession, SessionEditor>()
  readonly #createdListeners = new Set<(session: NoteSession, note: NoteContent) => void>()
  readonly #movedListeners = new Set<(from: string, to: string) => void>()
  readonly #mergedListeners = new Set<(session: NoteSession) => void>()
  readonly #pageId: string
  readonly #ahead: ReadAhead
  /** The notes that questions got last, and when, in milliseconds. */
  readonly #made = new Map<string, { readonly path: string; readonly at: number }>()
  #count = 0
  /** The path of the note that was prepared last. */
  #prepared: string | undefined

  /** `pageId` names this page in the journal. */
  constructor(client: AnswerbookClient, pageId: string) {
    this.#client = client
    this.#pageId = pageId
    this.#ahead = new ReadAhead(path => client['notes.read']({ path }))
  }

  /** The session of a note that is open or has text that isn't saved. */
  ofPath(path: string): NoteSession | undefined {
    return this.#byPath.get(path)
  }

  /** The answer to a question that has no note yet, if one is being written. */
  draftOf(questionId: string): NoteSession | undefined {
    return this.#byQuestion.get(questionId)
  }

  /** The note that a question got a moment ago, while the lists don't say so yet. */
  newAnswerOf(questionId: string): string | undefined {
    const made = this.#made.get(questionId)
    return made === undefined || Date.now() - made.at > listsFollowMs ? undefined : made.path
  }

  /** The lists say which answers a question has: from now on they are asked. */
  answersAreListed(questionId: string): void {
    this.#made.delete(questionId)
  }

  /** The answer to a question that an editor shows though its file seems to be gone. */
  lostAnswerOf(questionId: string): NoteSession | undefined {
    return [...this.#editors.keys()].find(session => session.isLostAnswerTo(questionId))
  }

  /** Reads a note that the user may be about to open. */
  expect(path: string): void {
    if (!this.#byPath.has(path)) this.#ahead.expect(path)
  }

  /**
   * Opens a note ahead of the editor that is about to show it; undefined when there is nothing to wait for. Resolves, also when
   * it can't be read: whoever shows it is told why.
   */
  prepare(path: string | undefined): Promise<void> | undefined {
    const before = this.#prepared === undefined ? undefined : this.#byPath.get(this.#prepared)
    this.#prepared = path
    // One that was prepared and never shown.
    if (before !== undefined && !this.#editors.has(before)) void this.#release(before)
    if (path === undefined || this.#byPath.has(path)) return undefined
    const ahead = this.#ahead.take(path)
    if (ahead !== undefined && !(ahead instanceof Promise)) return void this.openNote(ahead)
    return (ahead ?? this.#client['notes.read']({ path })).then(
      note => {
        if (note !== undefined && this.#prepared === path) this.openNote(note)
      },
      () => undefined,
    )
  }

  /** Opens a note that was read. */
  openNote(note: NoteContent): NoteSession {
    const open = this.#byPath.get(note.path)
    if (open !== undefined) return open
    const session = this.#create({ note })
    this.#byPath.set(note.path, session)
    return session
  }

  /** Opens an empty answer to a question, whose note is made by the first text. */
  openDraft(questionId: string): NoteSession {
    const open = this.#byQuestion.get(questionId)
    if (open !== undefined) return open
    const session = this.#create({ questionId })
    this.#byQuestion.set(questionId, session)
    return session
  }

  /** An editor shows the session. Returns what ends it; then the session goes as soon as all is saved. */
  attach(session: NoteSession, editor: SessionEditor): () => void {
    this.#editors.set(session, editor)
    return () => {
      if (this.#editors.get(session) === editor) this.#editors.delete(session)
      void this.#release(session)
    }
  }

  /**
   * A note that was left is changed, by what took longer than the user stayed: it is opened once more, saved and let go, unless its
   * body isn't `before` any more.
   */
  async editedLate({ path, questionId }: NoteSession, before: string, getBody: () => string): Promise<void> {
    const session = path === undefined ? questionId && this.openDraft(questionId) : await this.#reopened(path)
    // It may be gone, or not to be read.
    if (!session) return
    if (session.body === before) session.edited(getBody)
    await this.#release(session)
  }

  async #reopened(path: string): Promise<NoteSession | undefined> {
    const note = this.#byPath.has(path)
      ? undefined
      : await this.#client['notes.read']({ path }).catch(() => undefined)
    return this.#byPath.get(path) ?? (note && this.openNote(note))
  }

  onCreated(listener: (session: NoteSession, note: NoteContent) => void): () => void {
    this.#createdListeners.add(listener)
    return () => this.#createdListeners.delete(listener)
  }

  /** A draft became a note, or a note got another path: what was known by the one is known by the other. */
  onMoved(listener: (from: string, to: string) => void): () => void {
    this.#movedListeners.add(listener)
    return () => this.#movedListeners.delete(listener)
  }

  /** Text here and a change of another program became one. */
  onMerged(listener: (session: NoteSession) => void): () => void {
    this.#mergedListeners.add(listener)
    return () => this.#mergedListeners.delete(listener)
  }

  /** Files changed: sessions on them look at what is new. */
  notesChanged(paths: readonly string[]): void {
    // What is being read may be the text of before.
    if (this.#prepared !== undefined && paths.includes(this.#prepared)) this.#prepared = undefined
    for (const path of paths) {
      this.#ahead.drop(path)
      void this.#byPath.get(path)?.refresh()
    }
  }

  /** A note has another path, and its session goes with it. */
  noteRenamed(from: string, to: string): void {
    for (const path of [from, to]) this.#ahead.drop(path)
    for (const listener of this.#movedListeners) listener(from, to)
    const session = this.#byPath.get(from)
    const there = this.#byPath.get(to)
    // Each has text of its own: that of before stays, and is told of.
    if (session === undefined || (session.isDirty && there?.isDirty === true)) return
    this.#byPath.delete(from)
    if (there !== undefined && !session.isDirty) return session.dispose()
    there?.dispose()
    this.#byPath.set(to, session)
    session.renamed(to)
  }

  get hasUnsaved(): boolean {
    return this.#all().some(session => session.isDirty)
  }

  async flushAll(): Promise<void> {
    await Promise.all(this.#all().map(session => session.flush()))
  }

  /** Lets go of a note that was moved to the trash. */
  forget(path: string): void {
    for (const [id, made] of this.#made) if (made.path === path) this.#made.delete(id)
    this.#ahead.drop(path)
    this.#byPath.get(path)?.dispose()
    this.#byPath.delete(path)
  }

  /** Lets go of every note: another notebook is open, whose notes may have the same paths. */
  leaveNotebook(): void {
    this.#prepared = undefined
    this.#ahead.clear()
    for (const session of this.#all()) session.dispose()
    this.#byPath.clear()
    this.#byQuestion.clear()
    this.#made.clear()
  }

  #all(): NoteSession[] {
    return [...new Set([...this.#byPath.values(), ...this.#byQuestion.values()])]
  }

  #create(target: SessionTarget): NoteSession {
    this.#count += 1
    const identity = { key: `session-${this.#count}`, pageId: this.#pageId }
    return new NoteSession(identity, this.#client, target, {
      onCreated: (session, note) => {
        this.#byPath.set(note.path, session)
        if (session.questionId !== undefined) {
          this.#byQuestion.delete(session.questionId)
          this.#made.set(session.questionId, { path: note.path, at: Date.now() })
        }
        for (const listener of this.#createdListeners) listener(session, note)
        for (const listener of this.#movedListeners) listener(session.questionId ?? '', note.path)
      },
      onReplaced: (session, body) => this.#editors.get(session)?.replaceBody(body),
      onMerged: session => this.#mergedListeners.forEach(listener => listener(session)),
    })
  }

  async #release(session: NoteSession): Promise<void> {
    // One of another notebook than the open one must not be saved.
    if (!this.#all().includes(session)) return
    await session.flush()
    // It may be about to be shown again.
    const isWanted = session.path !== undefined && session.path === this.#prepared
    if (isWanted || this.#editors.has(session) || session.isDirty) return
    session.dispose()
    if (session.path !== undefined && this.#byPath.get(session.path) === session)
      this.#byPath.delete(session.path)
    if (session.questionId !== undefined && this.#byQuestion.get(session.questionId) === session) {
      this.#byQuestion.delete(session.questionId)
    }
  }
}
