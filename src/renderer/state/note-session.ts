import { AppError } from '../../shared/contract/app-error'
import type { AnswerbookClient } from '../../shared/contract/contract'
import type { NoteContent } from '../../shared/contract/note-procedures'
import { splitFrontMatter } from '../../shared/domain/front-matter'
import type { DraftTarget } from '../../shared/contract/journal-procedures'
import { DraftKeeper } from './draft-keeper'
import { afterPaint } from './after-paint'

export type SaveState =
  | { readonly kind: 'saved'; readonly at: number | undefined }
  | { readonly kind: 'unsaved' }
  | { readonly kind: 'saving' }
  | { readonly kind: 'failed'; readonly code: AppError['code'] }
  | { readonly kind: 'conflict' }

/** What is open: a note that is there, or the answer to a question that gets its note with the first text. */
export type SessionTarget = { readonly note: NoteContent } | { readonly questionId: string }

/** What a session of this page is made with. `key` is unique in the page. */
export interface SessionIdentity {
  readonly key: string
  readonly pageId: string
}

export interface SessionEvents {
  /** The first text was saved as a note of its own. */
  onCreated(session: NoteSession, note: NoteContent): void
  /** The file has another body than the editor, which nobody has touched: show this one. */
  onReplaced(session: NoteSession, body: string): void
}

const saveAfterMs = 300
const saveAtLeastEveryMs = 800
const firstRetryMs = 1500
const longestRetryMs = 30_000

/**
 * One note as it is being written. It holds what the file was when it was read, saves what the editor has soon
 * after each change, never over a file that is no longer the one it read, and never forgets text that isn't saved.
 */
export class NoteSession {
  readonly key: string
  readonly questionId: string | undefined
  #path: string | undefined
  #base: { text: string; hash: string } | undefined
  /** What a save wrote whose reply never came: the file may hold it. */
  #unconfirmed: string | undefined
  #state: SaveState = { kind: 'saved', at: undefined }
  #getBody: (() => string) | undefined
  #saving: Promise<void> | undefined
  #timer: ReturnType<typeof setTimeout> | undefined
  #dirtySince: number | undefined
  #retryMs = firstRetryMs
  readonly #client: AnswerbookClient
  readonly #events: SessionEvents
  readonly #listeners = new Set<() => void>()
  readonly #drafts: DraftKeeper

  constructor(
    { key, pageId }: SessionIdentity,
    client: AnswerbookClient,
    target: SessionTarget,
    events: SessionEvents,
  ) {
    this.key = key
    this.#drafts = new DraftKeeper({ client, pageId, target: () => this.#draftTarget() })
    this.#client = client
    this.#events = events
    if ('note' in target) {
      this.questionId = undefined
      this.#path = target.note.path
      this.#base = { text: target.note.text, hash: target.note.hash }
    } else {
      this.questionId = target.questionId
    }
  }

  get path(): string | undefined {
    return this.#path
  }

  /** The Markdown that an editor which opens now has to show: what isn't saved, else what the file has. */
  get body(): string {
    return this.#getBody?.() ?? splitFrontMatter(this.#base?.text ?? '').body
  }

  get state(): SaveState {
    return this.#state
  }

  get isDirty(): boolean {
    return this.#getBody !== undefined
  }

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  getState = (): SaveState => this.#state

  /** The editor's document changed; `getBody` gives its Markdown, now or later. */
  edited(getBody: () => string): void {
    this.#getBody = getBody
    this.#drafts.edited(getBody)
    this.#dirtySince ??= Date.now()
    if (this.#state.kind === 'conflict') return
    if (this.#state.kind !== 'saving' && this.#state.kind !== 'unsaved') this.#setState({ kind: 'unsaved' })
    const waited = Date.now() - this.#dirtySince
    this.#schedule(Math.max(0, Math.min(saveAfterMs, saveAtLeastEveryMs - waited)))
  }

  /** Takes up a draft that a crash left; over another file than the one it was based on it is a conflict. */
  restore({ id, body }: { id: string; body: string }, isConflict: boolean): void {
    this.#drafts.adopt(id)
    if (isConflict) this.#setState({ kind: 'conflict' })
    this.edited(() => body)
    this.#events.onReplaced(this, body)
  }

  /** Saves what isn't saved. Resolves when it is, or when it failed; the state says which. */
  async flush(): Promise<void> {
    clearTimeout(this.#timer)
    while (this.#saving !== undefined) await this.#saving
    if (this.#getBody === undefined || this.#state.kind === 'conflict') return
    this.#saving = this.#save(this.#getBody).finally(() => {
      this.#saving = undefined
    })
    await this.#saving
    if (this.#getBody !== undefined && this.#state.kind === 'unsaved') this.#schedule(saveAfterMs)
  }

  /** The note has another path. */
  renamed(path: string): void {
    this.#path = path
  }

  /** The file may have changed: takes what is new, unless there is text that isn't saved. */
  async refresh(): Promise<void> {
    while (this.#saving !== undefined) await this.#saving
    if (this.#path === undefined || this.#state.kind === 'conflict') return
    const note = await this.#client['notes.read']({ path: this.#path }).catch(() => undefined)
    if (note === undefined || note.hash === this.#base?.hash || this.#saving !== undefined) return
    this.#adopt(note)
  }

  /** Ends a conflict: the editor's text over the file's, the file's instead, or both, the editor's as a new note. */
  async resolveConflict(choice: 'mine' | 'theirs' | 'both'): Promise<void> {
    if (this.#path === undefined || this.#state.kind !== 'conflict') return
    const note = await this.#client['notes.read']({ path: this.#path })
    const getBody = this.#getBody
    if (choice === 'both' && getBody !== undefined) {
      await this.#client['notes.create']({
        title: `${note.title} (my version)`,
        text: this.#compose(getBody()),
      })
    }
    this.#setState({ kind: 'saved', at: undefined })
    if (choice === 'mine' && getBody !== undefined) {
      this.#base = { text: note.text, hash: note.hash }
      return this.flush()
    }
    this.#getBody = undefined
    this.#dirtySince = undefined
    this.#drafts.settled()
    this.#base = { text: note.text, hash: note.hash }
    this.#events.onReplaced(this, splitFrontMatter(note.text).body)
  }

  dispose(): void {
    clearTimeout(this.#timer)
    this.#drafts.dispose()
    this.#listeners.clear()
  }

  #adopt(note: NoteContent): void {
    const body = splitFrontMatter(note.text).body
    const isOurs = note.text === this.#unconfirmed
    const isSameBody = isOurs || (this.#base !== undefined && body === splitFrontMatter(this.#base.text).body)
    if (this.#getBody !== undefined && !isSameBody) return this.#setState({ kind: 'conflict' })
    this.#base = { text: note.text, hash: note.hash }
    if (!isSameBody) this.#events.onReplaced(this, body)
  }

  async #save(getBody: () => string): Promise<void> {
    const body = getBody()
    if (this.#path === undefined && body.trim() === '') return this.#settle(getBody, this.#state)
    this.#setState({ kind: 'saving' })
    try {
      if (this.#path === undefined) await this.#create(body)
      else await this.#write(this.#path, this.#compose(body))
      this.#retryMs = firstRetryMs
      this.#settle(getBody, { kind: 'saved', at: Date.now() })
    } catch (error) {
      const code = error instanceof AppError ? error.code : 'internal'
      this.#setState(code === 'notes/conflict' ? { kind: 'conflict' } : { kind: 'failed', code })
      if (code === 'notes/conflict') return
      this.#schedule(this.#retryMs)
      this.#retryMs = Math.min(longestRetryMs, this.#retryMs * 2)
    }
  }

  async #create(body: string): Promise<void> {
    if (this.questionId === undefined) throw new TypeError('a session without note and question')
    const note = await this.#client['notes.createAnswer']({
      questionId: this.questionId,
      text: body,
      draftId: this.#drafts.draftId,
    })
    this.#path = note.path
    this.#base = { text: note.text, hash: note.hash }
    this.#events.onCreated(this, note)
  }

  async #write(path: string, text: string): Promise<void> {
    if (text === this.#base?.text) return
    try {
      const { hash } = await this.#client['notes.save']({
        path,
        text,
        baseHash: this.#base?.hash ?? '',
        draftId: this.#drafts.draftId,
      })
      this.#base = { text, hash }
      this.#unconfirmed = undefined
    } catch (error) {
      if (!(error instanceof AppError) || error.code !== 'notes/conflict') {
        this.#unconfirmed = text
        throw error
      }
      await this.#afterConflict(path, text, error)
    }
  }

  /** A conflict is none when the file holds what this session wrote (the reply was lost), or other front matter only. */
  async #afterConflict(path: string, text: string, conflict: AppError): Promise<void> {
    const note = await this.#client['notes.read']({ path })
    const isOtherBody =
      this.#base === undefined || splitFrontMatter(note.text).body !== splitFrontMatter(this.#base.text).body
    const isOurs = note.text === text || note.text === this.#unconfirmed
    if (!isOurs && isOtherBody) throw conflict
    const body = splitFrontMatter(text).body
    this.#base = { text: note.text, hash: note.hash }
    const next = this.#compose(body)
    if (next === note.text) return
    const { hash } = await this.#client['notes.save']({ path, text: next, baseHash: note.hash })
    this.#base = { text: next, hash }
  }

  #compose(body: string): string {
    const { bom, block } = splitFrontMatter(this.#base?.text ?? '')
    return bom + block + body
  }

  #settle(saved: () => string, state: SaveState): void {
    if (this.#getBody === saved) {
      this.#getBody = undefined
      this.#dirtySince = undefined
      this.#drafts.settled()
      this.#setState(state)
    } else {
      this.#dirtySince = Date.now()
      this.#setState({ kind: 'unsaved' })
    }
  }

  #draftTarget(): DraftTarget | undefined {
    if (this.#path !== undefined) return { path: this.#path, baseHash: this.#base?.hash ?? '' }
    return this.questionId === undefined ? undefined : { questionId: this.questionId }
  }

  #schedule(delayMs: number): void {
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => void this.flush(), delayMs)
  }

  #setState(state: SaveState): void {
    this.#state = state
    // At a key, the paint of what was typed comes first.
    if (state.kind === 'unsaved') afterPaint(() => this.#tell())
    else this.#tell()
  }

  #tell(): void {
    for (const listener of this.#listeners) listener()
  }
}
