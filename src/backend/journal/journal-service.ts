import { setTimeout as delay } from 'node:timers/promises'
import type { Draft } from '../../shared/contract/journal-procedures'
import type { NotebookService } from '../notebook/notebook-service'
import type { OpenNotebook } from '../notebook/open-notebook'
import type { BackendPorts } from '../ports'
import { JournalStore } from './journal-store'

/** How long text may be in memory only: what is saved meanwhile never reaches the journal's files. */
const gatherMs = 200

interface Journal {
  readonly store: JournalStore
  /** What the files hold is read once; from then on this is the truth, and the files follow. */
  readonly drafts: Promise<Map<string, Draft>>
  readonly stored: Set<string>
  /** Drafts whose files are about to follow. */
  readonly waiting: Set<string>
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
    notebook.assertWritable()
    const journal = this.#journal(notebook)
    const drafts = await journal.drafts
    drafts.set(kept.id, kept)
    this.#follow(notebook, journal, kept.id)
  }

  async drop(id: string): Promise<void> {
    const { notebook } = this.#notebooks
    const journal = this.#journal(notebook)
    const drafts = await journal.drafts
    if (drafts.delete(id)) this.#follow(notebook, journal, id)
  }

  /**
   * A draft's text, or an earlier state of it, was saved as a note: it goes, or is based on that note from now on. So a
   * crash between the save and its reply makes neither a conflict nor a second note.
   */
  async saved(id: string, note: { path: string; hash: string; body: string }): Promise<void> {
    const { notebook } = this.#notebooks
    const journal = this.#journal(notebook)
    const drafts = await journal.drafts
    const kept = drafts.get(id)
    if (kept === undefined) return
    if (kept.body === note.body) drafts.delete(id)
    else drafts.set(id, { ...kept, target: { path: note.path, baseHash: note.hash } })
    this.#follow(notebook, journal, id)
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
    const store = new JournalStore(this.#ports.files, notebook.info.path)
    const stored = new Set<string>()
    const drafts = store.read().then(
      found => {
        for (const { id } of found) stored.add(id)
        return new Map(found.map(kept => [kept.id, kept]))
      },
      (error: unknown) => {
        this.#ports.log('error', 'the journal could not be read', error)
        return new Map<string, Draft>()
      },
    )
    const journal = { store, drafts, stored, waiting: new Set<string>() }
    this.#journals.set(notebook, journal)
    return journal
  }

  /** Brings the file of a draft in line with what is known of it, soon and once for all that comes meanwhile. */
  #follow(notebook: OpenNotebook, journal: Journal, id: string): void {
    if (journal.waiting.has(id)) return
    journal.waiting.add(id)
    void notebook.writes
      .run(`journal ${id}`, async () => {
        await delay(gatherMs)
        journal.waiting.delete(id)
        const kept = (await journal.drafts).get(id)
        if (kept !== undefined) {
          journal.stored.add(id)
          await journal.store.write(kept)
        } else if (journal.stored.delete(id)) await journal.store.remove(id)
      })
      .catch((error: unknown) => this.#ports.log('error', 'the journal could not be written', error))
  }
}
