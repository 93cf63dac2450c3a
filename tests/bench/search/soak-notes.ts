import type { DocumentSource } from '../../../src/backend/search/search-documents.ts'
import type { SearchDocument } from '../../../src/backend/search/search-protocol.ts'
import { makeCorpus, makeNote } from './corpus.ts'
import { Random } from './random.ts'
import { toSearchDocument } from './to-search-document.ts'

/** What the search has to learn of one edit. */
export interface SoakEdit {
  readonly changed: readonly SearchDocument[]
  readonly gone: readonly string[]
}

const documentsPerBatch = 250

/** The notes of a notebook that is edited at random, the same way for the same seed. */
export class SoakNotes {
  readonly #documents: Map<string, SearchDocument>
  readonly #random: Random
  #editCount = 0

  constructor(count: number, seed: number) {
    this.#documents = new Map(makeCorpus(count).map(note => [note.id, toSearchDocument(note)]))
    this.#random = new Random(seed)
  }

  get documents(): readonly SearchDocument[] {
    return [...this.#documents.values()]
  }

  get source(): DocumentSource {
    return {
      stamps: () => this.documents.map(({ id, stamp }) => [id, stamp] as const),
      documents: ids => this.#batches(ids),
    }
  }

  /** Of ten edits about seven are saves; the others make, rename or delete a note. */
  edit(): SoakEdit {
    this.#editCount += 1
    const kind = this.#random.next()
    const old = this.#random.from(this.documents)
    if (kind < 0.7)
      return this.#change({ changed: [{ ...this.#made(), id: old.id, path: old.path }], gone: [] })
    if (kind < 0.8) return this.#change({ changed: [this.#made()], gone: [] })
    const id = `notes/renamed-${this.#editCount}.md`
    const renamed = kind < 0.9 ? [{ ...old, id, path: id, stamp: this.#stamp() }] : []
    return this.#change({ changed: renamed, gone: [old.id] })
  }

  async *#batches(ids: ReadonlySet<string>): AsyncIterable<readonly SearchDocument[]> {
    const wanted = this.documents.filter(({ id }) => ids.has(id))
    for (let start = 0; start < wanted.length; start += documentsPerBatch) {
      yield wanted.slice(start, start + documentsPerBatch)
      await new Promise(resolve => setImmediate(resolve))
    }
  }

  #change(edit: SoakEdit): SoakEdit {
    for (const id of edit.gone) this.#documents.delete(id)
    for (const document of edit.changed) this.#documents.set(document.id, document)
    return edit
  }

  #made(): SearchDocument {
    const note = makeNote(this.#editCount, 99)
    const id = `notes/made-${this.#editCount}.md`
    return { ...toSearchDocument(note), id, path: id, stamp: this.#stamp() }
  }

  #stamp(): string {
    return `edit ${this.#editCount}`
  }
}
