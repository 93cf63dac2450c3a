import { AppError, isAppError } from '../../shared/contract/app-error'
import type { AnswerbookClient } from '../../shared/contract/contract'
import type { NoteContent } from '../../shared/contract/note-procedures'
import { splitFrontMatter } from '../../shared/domain/split-front-matter'
import { mergeCleanly } from '../../shared/domain/merge/merge-texts'
import type { DraftTarget } from '../../shared/contract/journal-procedures'
import { fileTitle } from '../../shared/domain/file-title'
import { DraftKeeper } from './draft-keeper'
import { afterPaint } from './after-paint'
import { frontMatterCode } from './lazy-front-matter'
import type { NoteConflict, SaveState } from './save-state'
import { bestText } from './unwritten-text'

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
  /** What another program changed was merged into the text here. */
  onMerged(session: NoteSession): void
}

/** The note has no file any more. */
const goneCode = 'notes/not-found'

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
  /** What saves wrote whose replies never came: the file may hold any of it. */
  readonly #unconfirmed = new Set<string>()
  /** Bodies of notes that were asked for without an answer: there may be such a note by now. */
  readonly #perhapsMade = new Set<string>()
  /** The text is of a draft, and what that was based on is not known. */
  #hasLostBase = false
  #isLookedFor = false
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
    if (this.#getBody !== undefined) return bestText(this.#getBody)
    return splitFrontMatter(this.#base?.text ?? '').body
  }

  /** The YAML at the top of the file, as it was read. */
  getProperties = (): string => splitFrontMatter(this.#base?.text ?? '').yaml

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
    // There is nothing to save to; the text is in the journal, and can be put back.
    if (this.#state.kind === 'conflict' || this.#isGone) return
    if (this.#state.kind !== 'saving' && this.#state.kind !== 'unsaved') this.#setState({ kind: 'unsaved' })
    const waited = Date.now() - this.#dirtySince
    this.#schedule(Math.max(0, Math.min(saveAfterMs, saveAtLeastEveryMs - waited)))
  }

  /** Takes up a draft that a crash left; over another file than the one it was based on it is a conflict. */
  restore({ id, body }: { id: string; body: string }, isConflict: boolean): void {
    this.#drafts.adopt(id)
    this.#hasLostBase = isConflict
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
    // It was looked for at the path of before.
    if (this.#isGone) void this.refresh()
  }

  /** Whether the note, as it was read, answers a question, and its file is gone or being looked for. */
  isLostAnswerTo(questionId: string): boolean {
    if (!this.#isGone && !this.#isLookedFor) return false
    const { yaml } = splitFrontMatter(this.#base?.text ?? '')
    return frontMatterCode.now?.readFrontMatter(yaml).answers.includes(questionId) ?? false
  }

  /** The file may have changed: takes what is new, merged with text that isn't saved where that goes by itself. */
  async refresh(): Promise<void> {
    this.#isLookedFor = true
    try {
      await Promise.all([this.#look(), frontMatterCode.load().catch(() => undefined)])
    } finally {
      this.#isLookedFor = false
      this.#tell()
    }
  }

  async #look(): Promise<void> {
    while (this.#saving !== undefined) await this.#saving
    if (this.#path === undefined) return
    const note = await this.#client['notes.read']({ path: this.#path }).catch((error: unknown) => {
      // Also a note without unsaved text is not to go without a word.
      if (isAppError(error, goneCode) && !this.isDirty) this.#setState({ kind: 'failed', code: goneCode })
    })
    if (note === undefined || this.#saving !== undefined) return
    const isTaken = note.hash === this.#base?.hash ? !this.#hasLostBase : this.#take(note)
    if (!isTaken) this.#setState({ kind: 'conflict' })
    else if (this.#state.kind === 'conflict') this.#resume()
    else if (this.#isGone && this.isDirty) this.#resume()
    else if (this.#isGone) this.#setState({ kind: 'saved', at: undefined })
  }

  /** The note's file is gone: what is in the editor becomes a note again. @throws AppError as `notes.create`. */
  async putBack(): Promise<void> {
    while (this.#saving !== undefined) await this.#saving
    if (this.#path === undefined || (!this.isDirty && !this.#isGone)) return
    const getBody = this.#getBody
    const title = fileTitle(this.#path)
    const note = await this.#client['notes.create']({ title, text: this.#compose(this.body) })
    this.#path = note.path
    this.#base = { text: note.text, hash: note.hash }
    this.#events.onCreated(this, note)
    const state = { kind: 'saved', at: Date.now() } as const
    if (getBody === undefined && !this.isDirty) this.#setState(state)
    else this.#settle(getBody ?? (() => splitFrontMatter(note.text).body), state)
  }

  /** Both versions of a conflict, as they are now. @throws AppError as `notes.read`. */
  async readConflict(): Promise<NoteConflict | undefined> {
    if (this.#path === undefined || this.#state.kind !== 'conflict') return undefined
    const theirs = await this.#client['notes.read']({ path: this.#path })
    const base = this.#hasLostBase ? undefined : this.#base?.text
    return { base, mine: this.#compose(this.body), theirs }
  }

  /**
   * Ends a conflict with what the user made of both versions; what that leaves out is kept in the trash.
   *
   * @throws AppError `notes/conflict` when the file has changed once more; as `notes.resolveConflict`.
   */
  async resolveConflict(text: string, { mine, theirs }: NoteConflict): Promise<void> {
    const { path, hash: baseHash } = theirs
    const { draftId } = this.#drafts
    const { hash } = await this.#client['notes.resolveConflict']({ path, text, mine, baseHash, draftId })
    this.#replace({ text, hash })
  }

  /** Ends a conflict: the editor's text becomes a note of its own beside the file's. */
  async keepBoth(): Promise<void> {
    const conflict = await this.readConflict()
    if (conflict === undefined) return
    const { mine, theirs } = conflict
    await this.#client['notes.create']({ title: `${theirs.title} (my version)`, text: mine })
    this.#replace(theirs)
  }

  dispose(): void {
    clearTimeout(this.#timer)
    this.#drafts.dispose()
    this.#listeners.clear()
  }

  /** Goes on from another state of the file than the one that was read, if nothing is lost by that. */
  #take(note: NoteContent): boolean {
    const shown = splitFrontMatter(this.#base?.text ?? '').body
    const mine = this.#getBody === undefined ? undefined : this.#compose(this.#getBody())
    const isOurs = note.text === mine || this.#unconfirmed.has(note.text)
    const merged = mine === undefined || isOurs ? mine : this.#merge(mine, note.text)
    if (mine !== undefined && merged === undefined) return false
    this.#base = { text: note.text, hash: note.hash }
    this.#hasLostBase = false
    const before = mine === undefined ? shown : splitFrontMatter(mine).body
    const { body } = splitFrontMatter(merged ?? note.text)
    if (body === before) return true
    if (mine !== undefined) {
      this.#getBody = () => body
      this.#drafts.edited(this.#getBody)
      this.#events.onMerged(this)
    }
    this.#events.onReplaced(this, body)
    return true
  }

  get #isGone(): boolean {
    return this.#state.kind === 'failed' && this.#state.code === goneCode
  }

  #merge(mine: string, theirs: string): string | undefined {
    if (this.#base === undefined || this.#hasLostBase) return undefined
    return mergeCleanly({ base: this.#base.text, mine, theirs })
  }

  /** A conflict is over: what is in the editor is to be saved. */
  #resume(): void {
    this.#setState({ kind: 'unsaved' })
    this.#schedule(saveAfterMs)
  }

  /** The file's text takes the place of the editor's. */
  #replace({ text, hash }: { readonly text: string; readonly hash: string }): void {
    this.#getBody = undefined
    this.#dirtySince = undefined
    this.#hasLostBase = false
    this.#unconfirmed.clear()
    this.#drafts.settled()
    this.#base = { text, hash }
    this.#setState({ kind: 'saved', at: undefined })
    this.#events.onReplaced(this, splitFrontMatter(text).body)
  }

  async #save(getBody: () => string): Promise<void> {
    try {
      if (this.#path === undefined && getBody().trim() === '') return this.#settle(getBody, this.#state)
      this.#setState({ kind: 'saving' })
      const saved =
        this.#path === undefined ? await this.#create(getBody) : await this.#write(this.#path, getBody)
      this.#retryMs = firstRetryMs
      this.#settle(saved, { kind: 'saved', at: Date.now() })
    } catch (error) {
      const code = error instanceof AppError ? error.code : 'internal'
      this.#setState(code === 'notes/conflict' ? { kind: 'conflict' } : { kind: 'failed', code })
      if (code === 'notes/conflict') return
      this.#schedule(this.#retryMs)
      // Without a connection a try costs nothing, and its end is no reason to wait.
      if (code !== 'connection/lost') this.#retryMs = Math.min(longestRetryMs, this.#retryMs * 2)
    }
  }

  async #create(getBody: () => string): Promise<() => string> {
    if (this.questionId === undefined) throw new TypeError('a session without note and question')
    const made = await this.#findMade(this.questionId)
    if (made !== undefined) {
      this.#startFrom(made)
      return this.#write(made.path, getBody)
    }
    const text = getBody()
    this.#perhapsMade.add(splitFrontMatter(text).body)
    const { questionId } = this
    const note = await this.#client['notes.createAnswer']({ questionId, text, draftId: this.#drafts.draftId })
    this.#startFrom(note)
    return getBody
  }

  /** The note that an earlier try made though no answer came: the host went away in between. */
  async #findMade(questionId: string): Promise<NoteContent | undefined> {
    if (this.#perhapsMade.size === 0) return undefined
    for (const { path, answers } of await this.#client['notes.list']({})) {
      if (!answers.includes(questionId)) continue
      const note = await this.#client['notes.read']({ path })
      if (this.#perhapsMade.has(splitFrontMatter(note.text).body)) return note
    }
    return undefined
  }

  #startFrom(note: NoteContent): void {
    this.#path = note.path
    this.#base = { text: note.text, hash: note.hash }
    this.#perhapsMade.clear()
    this.#events.onCreated(this, note)
  }

  /** Saves over the file as it was read; one that has changed since is taken first. Resolves to what was saved. */
  async #write(path: string, getBody: () => string): Promise<() => string> {
    const text = this.#compose(getBody())
    if (text === this.#base?.text) return getBody
    const { draftId } = this.#drafts
    try {
      const { hash } = await this.#client['notes.save']({
        path,
        text,
        baseHash: this.#base?.hash ?? '',
        draftId,
      })
      this.#base = { text, hash }
      this.#unconfirmed.clear()
      return getBody
    } catch (error) {
      if (!isAppError(error, 'notes/conflict')) {
        this.#unconfirmed.add(text)
        throw error
      }
      if (!this.#take(await this.#client['notes.read']({ path }))) throw error
      return this.#write(this.#path ?? path, this.#getBody ?? getBody)
    }
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
