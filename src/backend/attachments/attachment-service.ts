import { AppError } from '../../shared/contract/app-error'
import { isShownWhenOpened, largestFileBytes } from '../../shared/domain/file-kind'
import { fileNameFor } from '../../shared/domain/file-names'
import { imageTypeOf, imageTypeOfName } from '../../shared/domain/image-type'
import { fileTitle } from '../../shared/domain/file-title'
import { pathInside } from '../files/path-inside'
import { withStorageErrors } from '../files/storage-error'
import type { NotebookService } from '../notebook/notebook-service'
import type { OpenNotebook } from '../notebook/open-notebook'
import type { BackendPorts } from '../ports'
import { AttachmentStore } from './attachment-store'
import { whileNamesAreTaken } from '../files/while-names-are-taken'

/** A file to be stored; see the contract's `attachments.add`. */
export interface NewFile {
  readonly name: string
  readonly base64: string
  readonly notePath: string | null
  readonly questionId: string | null
}

/** What programs call a file that has no name of its own. */
const namesNothing =
  /^(?:image|img|picture|photo|unnamed|untitled|unknown|blob|clipboard|pasted image|download|file|tmp|temp|-|)(?:[ _-]?\(?\d{0,3}\)?)?$/i

/** Takes files into the notebook, and opens them. */
export class AttachmentService {
  readonly #notebooks: NotebookService
  readonly #ports: BackendPorts

  constructor(notebooks: NotebookService, ports: BackendPorts) {
    this.#notebooks = notebooks
    this.#ports = ports
  }

  /** @throws AppError `attachments/not-an-image`, `attachments/too-large`, `notebook/read-only`, `storage/…`. */
  async add(file: NewFile): Promise<{ path: string; isNew: boolean }> {
    const { notebook } = this.#notebooks
    notebook.assertWritable()
    const bytes = Buffer.from(file.base64, 'base64')
    if (bytes.byteLength > largestFileBytes) {
      throw new AppError('attachments/too-large', { name: file.name, limit: largestFileBytes })
    }
    const extensions = extensionsFor(file, bytes)
    const store = new AttachmentStore(notebook.files, notebook.info.path)
    return notebook.writes.run('attachments/', async () => {
      const known = await store.find(bytes, extensions)
      if (known !== undefined) return { path: known, isNew: false }
      const { stem, extension } = this.#nameFor(file, extensions, notebook)
      const path = await whileNamesAreTaken(async () => {
        const taken = await store.takenNames()
        const name = fileNameFor(stem, extension, lower => taken.has(lower.normalize('NFC')))
        return store.create(name, bytes)
      })
      return { path, isNew: true }
    })
  }

  /** See the contract's `attachments.open`. @throws AppError `storage/not-found`, `storage/…`. */
  async open(path: string): Promise<{ isOpened: boolean }> {
    const { notebook } = this.#notebooks
    const { openFile, revealInFolder } = this.#ports
    const isInside = path.startsWith('attachments/')
    const { files, info } = notebook
    const absolute = isInside ? await pathInside(files, info.path, path) : undefined
    if (absolute === undefined) throw new AppError('storage/not-found', { path })
    const found = await withStorageErrors(path, () => files.info(absolute))
    if (found?.kind !== 'file') throw new AppError('storage/not-found', { path })
    if (openFile === undefined) return { isOpened: false }
    // A link in the folder may be called otherwise than the file that it leads to.
    const real = await withStorageErrors(path, () => files.realPath(absolute))
    if (isShownWhenOpened(real) && (await openFile(real))) return { isOpened: true }
    await revealInFolder?.(absolute)
    return { isOpened: true }
  }

  #nameFor(
    file: NewFile,
    extensions: readonly [string, ...string[]],
    notebook: OpenNotebook,
  ): { stem: string; extension: string } {
    const { stem, extension: own } = nameParts(file)
    const extension = extensions.includes(own) ? own : extensions[0]
    if (!namesNothing.test(stem)) return { stem, extension }
    const date = new Date(this.#ports.now()).toISOString().slice(0, 10)
    return { stem: `${placeName(file, notebook)} ${date}`, extension }
  }
}

/**
 * The extensions that a file may have: of an image those of its kind, else its own.
 *
 * @throws AppError `attachments/not-an-image` for what only says that it is one.
 */
function extensionsFor(file: NewFile, bytes: Uint8Array): readonly [string, ...string[]] {
  const image = imageTypeOf(bytes)
  if (image !== undefined) return image.extensions
  if (imageTypeOfName(file.name) !== undefined || file.name === '') {
    throw new AppError('attachments/not-an-image', { name: file.name })
  }
  return [nameParts(file).extension]
}

/** A name without folders; the extension is in lower case, with its full stop. */
function nameParts({ name }: NewFile): { readonly stem: string; readonly extension: string } {
  const own = /^(.*?)(\.[A-Za-z0-9]{1,12})?$/s.exec(name.slice(name.search(/[^\\/]*$/)))
  return { stem: (own?.[1] ?? '').trim(), extension: own?.[2]?.toLowerCase() ?? '' }
}

/** The question's id, else the note's title. */
function placeName({ notePath, questionId }: NewFile, notebook: OpenNotebook): string {
  const note = notePath === null ? undefined : notebook.notes.get(notePath)
  const question = questionId ?? note?.answers[0]
  if (question !== undefined) return question
  return note?.title ?? (notePath === null ? 'File' : fileTitle(notePath))
}
