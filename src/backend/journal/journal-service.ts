import { setTimeout as delay } from 'node:timers/promises'
import type { Draft } from '../../shared/contract/journal-procedures'
import type { NotebookService } from '../notebook/notebook-service'
import type { OpenNotebook } from '../notebook/open-notebook'
import type { BackendPorts } from '../ports'
import { JournalStore, type StoredDraft } from './journal-store'

/** How long text may be in memory only: what is saved meanwhile never reaches the journal's files. */
const gatherMs = 200

interface Journal {
  readonly store: JournalStore
  /** What the files hold is read once; from then on this is the truth, and the files follow. */
  readonly drafts: Promise<Map<string, StoredDraft>>
  readonly stored: Set<string>
  /** Drafts whose files are about to follow. */
  readonly waiting: Set<string>
}

/** A save of text that the journal has. Hashes are those of a note's bytes. */
export interface SaveOfDraft {
  /**
   * To be awaited before the note is written. A draft that is on disk says there which note it becomes: after a crash
   * between the write and `saved` it is not taken for another version of that note.
   */
  readonly beforeWrite: (note: { readonly path: string; readonly hash: string }) => Promise<void>
  /** The draft goes, or, where it is of later than the save, is based on the note from now on. */
  readonly saved: (note: { readonly path: string; readonly hash: string; readonly body: string }) => void
}

/**
 * Text that isn't saved yet, kept outside of its note so that neither a crash of the page nor one of the program loses
 * it. It is in this process as soon as the page has sent it, and on disk a moment later.
 */
export class JournalService {
  readonly #notebooks: NotebookService
  readonly #ports: BackendPorts
  readonly #journals = new WeakMap<OpenNotebook, Journal>()

  constructor(notebooks: NotebookService, ports: BackendPorts) {
    this.#notebooks = notebooks
    this.#ports = ports
  }

  async list(): Promise<Draft[]> {
    return [...(await this.#journal(this.#notebooks.notebook).drafts).values()]
  }

  /** @throws AppError `notebook/read-only`. */
  async keep(kept: Draft): Promise<void> {
    const { notebook } = this.#notebooks
    notebook.assertJournalable()
    const journal = this.#journal(notebook)
    const drafts = await journal.drafts
    const saving = drafts.get(kept.id)?.saving
    drafts.set(kept.id, saving === undefined ? kept : { ...kept, saving: { ...saving, isNewer: false } })
    this.#follow(notebook, journal, kept.id)
  }

  /** A draft's text, or a later state of it than is known now, is about to be saved as a note. */
  async startSave(id: string): Promise<SaveOfDraft> {
    const { notebook } = this.#notebooks
    const journal = this.#journal(notebook)
    const drafts = await journal.drafts
    const known = drafts.get(id)
    return {
      beforeWrite: async note => {
        const kept = drafts.get(id)
        const isNewer = kept?.body === known?.body
        if (kept !== undefined) drafts.set(id, { ...kept, saving: { ...note, isNewer } })
        if (journal.stored.has(id)) await this.#write(notebook, journal, id)
      },
      saved: note => {
        const kept = drafts.get(id)
        if (kept === undefined) return
        const target = { path: note.path, baseHash: note.hash }
        if (kept.body === note.body || kept.body === known?.body) drafts.delete(id)
        else drafts.set(id, { ...kept, target, saving: undefined })
        this.#follow(notebook, journal, id)
      },
    }
  }

  async drop(id: string): Promise<void> {
    const { notebook } = this.#notebooks
    const journal = this.#journal(notebook)
    const drafts = await journal.drafts
    if (drafts.delete(id)) this.#follow(notebook, journal, id)
  }

  /** A note has another path: text that isn't saved belongs to it there. */
  async noteRenamed(from: string, to: string): Promise<void> {
    const { notebook } = this.#notebooks
    const journal = this.#journal(notebook)
    const drafts = await journal.drafts
    for (const [id, kept] of drafts) {
      if (!('path' in kept.target) || kept.target.path !== from) continue
      drafts.set(id, { ...kept, target: { ...kept.target, path: to } })
      this.#follow(notebook, journal, id)
    }
  }

  #journal(notebook: OpenNotebook): Journal {
    const known = this.#journals.get(notebook)
    if (known !== undefined) return known
    const store = new JournalStore(notebook.files, notebook.info.path)
    const stored = new Set<string>()
    const drafts = this.#read(notebook, store, stored).catch((error: unknown) => {
      this.#ports.log('error', 'the journal could not be read', error)
      return new Map<string, StoredDraft>()
    })
    const journal = { store, drafts, stored, waiting: new Set<string>() }
    this.#journals.set(notebook, journal)
    return journal
  }

  /** What a crash left; a text that was saved, or a later state of it, is no draft any more. */
  async #read(
    notebook: OpenNotebook,
    store: JournalStore,
    stored: Set<string>,
  ): Promise<Map<string, StoredDraft>> {
    const drafts = new Map<string, StoredDraft>()
    for (const { saving, ...kept } of await store.read()) {
      const isSaved = saving !== undefined && (await hashOfNote(notebook, saving.path)) === saving.hash
      if (isSaved && saving.isNewer) {
        await store
          .remove(kept.id)
          .catch((error: unknown) => this.#ports.log('error', 'a draft that was saved stays', error))
        continue
      }
      const target = isSaved ? { path: saving.path, baseHash: saving.hash } : kept.target
      drafts.set(kept.id, { ...kept, target })
      stored.add(kept.id)
    }
    return drafts
  }

  /** Brings the file of a draft in line with what is known of it, soon and once for all that comes meanwhile. */
  #follow(notebook: OpenNotebook, journal: Journal, id: string): void {
    if (journal.waiting.has(id)) return
    journal.waiting.add(id)
    void notebook.writes.run(`journal ${id}`, async () => {
      await delay(gatherMs)
      journal.waiting.delete(id)
      await this.#write(notebook, journal, id)
    })
  }

  /** A file that another program holds for a moment is tried once more. */
  async #write(notebook: OpenNotebook, journal: Journal, id: string): Promise<void> {
    const write = async (): Promise<void> => {
      const kept = (await journal.drafts).get(id)
      if (kept !== undefined) {
        journal.stored.add(id)
        await journal.store.write(kept)
      } else if (journal.stored.has(id)) {
        await journal.store.remove(id)
        journal.stored.delete(id)
      }
    }
    await notebook.writes
      .run(`journal file ${id}`, () => write().catch(() => delay(gatherMs).then(write)))
      .catch((error: unknown) => this.#ports.log('error', 'the journal could not be written', error))
  }
}

async function hashOfNote({ noteStore }: OpenNotebook, path: string): Promise<string | undefined> {
  return (await noteStore.read(path).catch(() => undefined))?.hash
}
