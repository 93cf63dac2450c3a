import { AppError } from '../../shared/contract/app-error'
import type { NoteContent, NoteSummary } from '../../shared/contract/note-procedures'
import { fileNameFor } from '../../shared/domain/file-names'
import { addToFrontMatterList, removeFromFrontMatterList } from '../../shared/domain/front-matter'
import { plainInline } from '../../shared/domain/markdown/parse-markdown'
import { fileTitle } from '../../shared/domain/note'
import type { NotebookService } from '../notebook/notebook-service'
import type { OpenNotebook } from '../notebook/open-notebook'
import type { BackendPorts } from '../ports'
import type { IndexedNote } from './note-index'
import type { NoteFile } from './note-store'

/** Reads and writes notes. Every write names what it was based on; a different file on disk is never overwritten. */
export class NoteService {
  readonly #notebooks: NotebookService
  readonly #ports: BackendPorts

  constructor(notebooks: NotebookService, ports: BackendPorts) {
    this.#notebooks = notebooks
    this.#ports = ports
  }

  list(): NoteSummary[] {
    return [...this.#notebooks.notebook.notes.all()]
      .map(summaryOf)
      .sort((a, b) => a.title.localeCompare(b.title) || (a.path < b.path ? -1 : 1))
  }

  /** @throws AppError `notes/not-found`, `notes/not-text`. */
  async read(path: string): Promise<NoteContent> {
    const { notebook } = this.#notebooks
    const file = await notebook.noteStore.read(path)
    return contentOf(notebook.remember(file), file)
  }

  /** @throws AppError `notes/conflict` when the file is no longer the one with `baseHash`. */
  async save(
    { path, text, baseHash }: { path: string; text: string; baseHash: string },
    clientId: string,
  ): Promise<{ path: string; hash: string; savedAt: number }> {
    const { hash } = await this.#change(path, clientId, file => {
      if (file.hash !== baseHash) throw new AppError('notes/conflict', { path })
      return text
    })
    return { path, hash, savedAt: this.#ports.now() }
  }

  /** Makes a note that answers nothing. */
  async create(
    { title, text }: { title: string; text: string | undefined },
    clientId: string,
  ): Promise<NoteContent> {
    const heading = title.trim() === '' ? '' : `# ${title.trim()}\n\n`
    return this.#create(title.trim() || 'Untitled', text ?? heading, clientId)
  }

  /** Makes a note that answers a question; a question without a stored id gets it first. */
  async createAnswer(
    { questionId, text }: { questionId: string; text: string },
    clientId: string,
  ): Promise<NoteContent> {
    const { notebook } = this.#notebooks
    await this.#storeQuestionId(notebook, questionId)
    const { question } = notebook.question(questionId)
    const name = `${questionId} ${plainInline(question.text)}`
    return this.#create(name, addToFrontMatterList(text, 'answers', questionId), clientId)
  }

  async link(
    { path, questionId }: { path: string; questionId: string },
    clientId: string,
  ): Promise<NoteContent> {
    const { notebook } = this.#notebooks
    await this.#storeQuestionId(notebook, questionId)
    return this.#changeFrontMatter(path, clientId, text => addToFrontMatterList(text, 'answers', questionId))
  }

  async unlink(
    { path, questionId }: { path: string; questionId: string },
    clientId: string,
  ): Promise<NoteContent> {
    return this.#changeFrontMatter(path, clientId, text =>
      removeFromFrontMatterList(text, 'answers', questionId),
    )
  }

  async trash(path: string, clientId: string): Promise<{ trashPath: string }> {
    const { notebook } = this.#notebooks
    notebook.assertWritable()
    const stamp = new Date(this.#ports.now()).toISOString().replace(/[:.]/g, '-')
    const trashPath = await notebook.writes.run(path, () =>
      notebook.noteStore.moveToTrash(path, `${stamp} ${fileTitle(path)}.md`),
    )
    notebook.notes.delete(path)
    await this.#notebooks.notesChanged([path], clientId)
    return { trashPath }
  }

  async restore(
    { path, trashPath }: { path: string; trashPath: string },
    clientId: string,
  ): Promise<NoteContent> {
    const { notebook } = this.#notebooks
    notebook.assertWritable()
    await notebook.writes.run(path, () => notebook.noteStore.restore(trashPath, path))
    const content = await this.read(path)
    await this.#notebooks.notesChanged([path], clientId)
    return content
  }

  async #create(name: string, text: string, clientId: string): Promise<NoteContent> {
    const { notebook } = this.#notebooks
    notebook.assertWritable()
    const content = await notebook.writes.run('notes/', async () => {
      const fileName = fileNameFor(name, '.md', lower => notebook.notes.hasPath(`notes/${lower}`))
      const path = `notes/${fileName}`
      const { hash, modifiedAt } = await notebook.noteStore.create(path, text)
      const file = { path, text, hash, modifiedAt, problem: undefined }
      return contentOf(notebook.remember(file), file)
    })
    await this.#notebooks.notesChanged([content.path], clientId)
    return content
  }

  async #changeFrontMatter(
    path: string,
    clientId: string,
    change: (text: string) => string,
  ): Promise<NoteContent> {
    return this.#change(path, clientId, file => {
      if (file.text === undefined) throw new AppError('notes/not-text', { path })
      try {
        return change(file.text)
      } catch (error) {
        throw error instanceof RangeError
          ? new AppError('notes/not-text', { path, detail: error.message }, error)
          : error
      }
    })
  }

  async #change(path: string, clientId: string, change: (file: NoteFile) => string): Promise<NoteContent> {
    const { notebook } = this.#notebooks
    notebook.assertWritable()
    const content = await notebook.writes.run(path, async () => {
      const file = await notebook.noteStore.read(path)
      const text = change(file)
      const written = text === file.text ? file : await notebook.noteStore.write(path, text)
      const next = { path, text, hash: written.hash, modifiedAt: written.modifiedAt, problem: undefined }
      return contentOf(notebook.remember(next), next)
    })
    await this.#notebooks.notesChanged([path], clientId)
    return content
  }

  async #storeQuestionId(notebook: OpenNotebook, questionId: string): Promise<void> {
    notebook.assertWritable()
    const { question, list } = notebook.question(questionId)
    if (question.hasStoredId) return
    await notebook.writes.run(list.path, async () => {
      await notebook.listStore.storeIds(list)
      await notebook.loadLists()
    })
    this.#notebooks.questionsChanged(null)
  }
}

function summaryOf(note: IndexedNote): NoteSummary {
  const { path, title, modifiedAt } = note
  const problem = note.fileProblem ?? (note.problem === undefined ? null : 'front-matter')
  return { path, title, answers: [...note.answers], tags: [...note.tags], modifiedAt, problem }
}

function contentOf(note: IndexedNote, file: NoteFile): NoteContent {
  if (file.text === undefined) {
    throw new AppError(file.problem === 'too-large' ? 'storage/too-large' : 'notes/not-text', {
      path: file.path,
    })
  }
  return { ...summaryOf(note), text: file.text, hash: file.hash }
}
