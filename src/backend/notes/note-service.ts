import { AppError } from '../../shared/contract/app-error'
import type { NoteContent, NoteSummary } from '../../shared/contract/note-procedures'
import { compareNotes } from '../../shared/domain/compare-notes'
import { fileNameFor } from '../../shared/domain/file-names'
import { addToFrontMatterList, removeFromFrontMatterList } from '../../shared/domain/front-matter-list'
import { hasEveryLine } from '../../shared/domain/merge/merge-texts'
import { plainInline } from '../../shared/domain/markdown/parse-markdown'
import { setTag } from '../../shared/domain/set-tag'
import { trashFolderAt } from '../../shared/domain/trash-path'
import { withStorageErrors } from '../files/storage-error'
import { encodeText, hashOf } from '../files/text-file'
import { knownText } from '../history/known-texts'
import type { NotebookService } from '../notebook/notebook-service'
import type { BackendPorts } from '../ports'
import { storeQuestionId } from '../questions/store-question-id'
import { folderOfNotes } from './folder-of-notes'
import type { IndexedNote } from './note-index'
import type { NoteFile } from './note-store'
import { whileNamesAreTaken } from '../files/while-names-are-taken'

/** Hears what a note is about to hold; the write waits for it. */
export type BeforeWrite = (note: { readonly path: string; readonly hash: string }) => Promise<void>

/** Reads and writes notes. Every write names what it was based on; a different file on disk is never overwritten. */
export class NoteService {
  readonly #notebooks: NotebookService
  readonly #ports: BackendPorts

  constructor(notebooks: NotebookService, ports: BackendPorts) {
    this.#notebooks = notebooks
    this.#ports = ports
  }

  /** All notes by title, or those of `paths` that there are. */
  list(paths?: readonly string[]): NoteSummary[] {
    const { notes } = this.#notebooks.notebook
    const wanted = paths?.map(path => notes.get(path)).filter(note => note !== undefined)
    return [...(wanted ?? notes.all())].map(summaryOf).sort(compareNotes)
  }

  /** @throws AppError `notes/not-found`, `notes/not-text`. */
  async read(path: string): Promise<NoteContent> {
    const { notebook } = this.#notebooks
    const file = await notebook.noteStore.read(path)
    notebook.history.saw(path, knownText(file))
    return contentOf(notebook.remember(file), file)
  }

  /** @throws AppError `notes/conflict` when the file is neither the one with `baseHash` nor holds `text` already. */
  async save(
    { path, text, baseHash }: { path: string; text: string; baseHash: string },
    clientId: string,
    beforeWrite?: BeforeWrite,
  ): Promise<{ path: string; hash: string; savedAt: number }> {
    const { hash } = await this.#change(path, { clientId, beforeWrite }, file => {
      if (file.text === undefined) throw unreadable(file)
      if (file.hash !== baseHash && file.text !== text) throw new AppError('notes/conflict', { path })
      return text
    })
    return { path, hash, savedAt: this.#ports.now() }
  }

  /** Saves what was made of the file and of `mine`. @throws AppError `notes/conflict` when the file has no longer `baseHash`. */
  async resolveConflict(
    { path, text, mine, baseHash }: { path: string; text: string; mine: string; baseHash: string },
    clientId: string,
  ): Promise<{ path: string; hash: string; savedAt: number }> {
    const { notebook } = this.#notebooks
    notebook.assertWritable()
    const file = await notebook.noteStore.read(path)
    if (file.text === undefined) throw unreadable(file)
    if (file.hash !== baseHash) throw new AppError('notes/conflict', { path })
    for (const version of new Set([file.text, mine])) {
      if (!hasEveryLine(text, version)) await this.#keepVersion(path, version)
    }
    return this.save({ path, text, baseHash }, clientId)
  }

  /** Makes a note that answers nothing; in a folder of `notes/`, such as `a/b`, which need not be there. */
  async create({ title, text, folder }: NewNote, clientId: string): Promise<NoteContent> {
    const name = title.replace(/\s+/g, ' ').trim()
    const content = text ?? (name === '' ? '' : `# ${name}\n\n`)
    return this.#create(name || 'Untitled', content, { clientId, folder })
  }

  /** Makes a note that answers a question; a question without a stored id gets it first. */
  async createAnswer(
    { questionId, text }: { questionId: string; text: string },
    clientId: string,
    beforeWrite?: BeforeWrite,
  ): Promise<NoteContent> {
    await storeQuestionId(this.#notebooks, questionId)
    const { question } = this.#notebooks.notebook.question(questionId)
    const name = `${questionId} ${plainInline(question.text)}`
    return this.#create(name, answerText(text, questionId), { clientId, beforeWrite })
  }

  async link(
    { path, questionId }: { path: string; questionId: string },
    clientId: string,
  ): Promise<NoteContent> {
    await storeQuestionId(this.#notebooks, questionId)
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

  async setTag(
    { path, tag, isOn }: { path: string; tag: string; isOn: boolean },
    clientId: string,
  ): Promise<NoteContent> {
    return this.#changeFrontMatter(path, clientId, text => setTag(text, tag, isOn))
  }

  async trash(path: string, clientId: string): Promise<{ trashPath: string }> {
    const { notebook } = this.#notebooks
    notebook.assertWritable()
    const folder = trashFolderAt(this.#ports.now())
    const trashPath = await notebook.writes.run(path, () => notebook.noteStore.moveToTrash(path, folder))
    notebook.notes.delete(path)
    notebook.noteMoved(path, trashPath)
    this.#notebooks.notesChanged(notebook, [{ path }], clientId)
    await this.#leaveNoFolder(path)
    return { trashPath }
  }

  async restore(
    { path, trashPath }: { path: string; trashPath: string },
    clientId: string,
  ): Promise<NoteContent> {
    const { notebook } = this.#notebooks
    notebook.assertWritable()
    const content = await notebook.writes.run(path, async () => {
      const file = await notebook.noteStore.restore(trashPath, path)
      notebook.noteMoved(trashPath, path)
      return contentOf(notebook.remember(file), file)
    })
    this.#notebooks.notesChanged(notebook, [content], clientId)
    return content
  }

  /** Takes back a note that was made a moment ago: nothing of it stays. */
  async discard(path: string, clientId: string): Promise<void> {
    const { notebook } = this.#notebooks
    await notebook.writes.run(path, () => notebook.noteStore.remove(path))
    notebook.notes.delete(path)
    await this.#leaveNoFolder(path)
    this.#notebooks.notesChanged(notebook, [{ path }], clientId)
  }

  /** Not while a note is made in a folder. */
  async #leaveNoFolder(path: string): Promise<void> {
    const { writes, madeFolders } = this.#notebooks.notebook
    await writes.run('notes/', () => madeFolders.noteLeft(path))
  }

  /** A version of a note that is about to be nowhere else any more. */
  async #keepVersion(path: string, text: string): Promise<void> {
    const { notebook } = this.#notebooks
    await notebook.history.keep(path, encodeText(text), 'merge')
  }

  async #create(
    name: string,
    text: string,
    { clientId, beforeWrite, folder = '' }: Writer & { readonly folder?: string | undefined },
  ): Promise<NoteContent> {
    const { notebook } = this.#notebooks
    notebook.assertWritable()
    const content = await notebook.writes.run('notes/', async () => {
      const parent = await folderOfNotes(notebook.noteStore, folder)
      const { path, hash, modifiedAt } = await whileNamesAreTaken(async () => {
        const taken = await notebook.noteStore.takenNames(parent)
        const free = `${parent}/${fileNameFor(name, '.md', lower => taken.has(lower))}`
        await beforeWrite?.({ path: free, hash: hashOf(encodeText(text)) })
        await withStorageErrors(free, () => notebook.madeFolders.noteComes(free))
        return { path: free, ...(await notebook.noteStore.create(free, text)) }
      })
      const file = { path, text, hash, modifiedAt, problem: undefined }
      notebook.history.wrote(path, { text, hash })
      return contentOf(notebook.remember(file), file)
    })
    this.#notebooks.notesChanged(notebook, [content], clientId)
    return content
  }

  async #changeFrontMatter(
    path: string,
    clientId: string,
    change: (text: string) => string,
  ): Promise<NoteContent> {
    return this.#change(path, { clientId }, file => {
      if (file.text === undefined) throw unreadable(file)
      try {
        return change(file.text)
      } catch (error) {
        throw error instanceof RangeError
          ? new AppError('notes/bad-front-matter', { path, detail: error.message }, error)
          : error
      }
    })
  }

  async #change(
    path: string,
    { clientId, beforeWrite }: Writer,
    change: (file: NoteFile) => string,
  ): Promise<NoteContent> {
    const { notebook } = this.#notebooks
    notebook.assertWritable()
    const content = await notebook.writes.run(path, async () => {
      const file = await notebook.noteStore.read(path)
      const text = change(file)
      if (text !== file.text) await beforeWrite?.({ path, hash: hashOf(encodeText(text)) })
      if (text !== file.text && file.text !== undefined) notebook.history.beforeChange(path, file.text)
      const written = text === file.text ? file : await notebook.noteStore.write(path, text, file.hash)
      const next = { path, text, hash: written.hash, modifiedAt: written.modifiedAt, problem: undefined }
      notebook.history.wrote(path, { text, hash: next.hash })
      return contentOf(notebook.remember(next), next)
    })
    this.#notebooks.notesChanged(notebook, [content], clientId)
    return content
  }
}

interface NewNote {
  readonly title: string
  readonly text?: string | undefined
  readonly folder?: string | undefined
}

interface Writer {
  readonly clientId: string
  readonly beforeWrite?: BeforeWrite | undefined
}

/** What an answer says, under front matter that links it; a text whose own can't be changed gets another above it. */
function answerText(text: string, questionId: string): string {
  try {
    return addToFrontMatterList(text, 'answers', questionId)
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
    return `${addToFrontMatterList('', 'answers', questionId)}${text}`
  }
}

function summaryOf(note: IndexedNote): NoteSummary {
  const { path, title, modifiedAt } = note
  const problem = note.fileProblem ?? (note.problem === undefined ? null : 'front-matter')
  return { path, title, answers: [...note.answers], tags: [...note.tags], modifiedAt, problem }
}

function contentOf(note: IndexedNote, file: NoteFile): NoteContent {
  if (file.text === undefined) throw unreadable(file)
  return { ...summaryOf(note), text: file.text, hash: file.hash }
}

function unreadable({ path, problem }: NoteFile): AppError {
  return new AppError(problem === 'too-large' ? 'storage/too-large' : 'notes/not-text', { path })
}
