import { AppError } from '../../shared/contract/app-error'
import { largestImageBytes } from '../../shared/domain/image-type'
import { fileNameFor } from '../../shared/domain/file-names'
import { imageTypeOf, type ImageType } from '../../shared/domain/image-type'
import { fileTitle } from '../../shared/domain/note'
import type { NotebookService } from '../notebook/notebook-service'
import type { OpenNotebook } from '../notebook/open-notebook'
import type { BackendPorts } from '../ports'
import { AttachmentStore } from './attachment-store'

/** An image to be stored; see the contract's `attachments.add`. */
export interface NewImage {
  readonly name: string
  readonly base64: string
  readonly notePath: string | null
  readonly questionId: string | null
}

/** What programs call an image that has no name of its own. */
const namesNothing =
  /^(?:image|img|picture|photo|unnamed|untitled|unknown|blob|clipboard|pasted image|download|file|tmp|temp|-|)(?:[ _-]?\(?\d{0,3}\)?)?$/i

/** Takes images into the notebook. */
export class AttachmentService {
  readonly #notebooks: NotebookService
  readonly #ports: BackendPorts

  constructor(notebooks: NotebookService, ports: BackendPorts) {
    this.#notebooks = notebooks
    this.#ports = ports
  }

  /** @throws AppError `attachments/not-an-image`, `attachments/too-large`, `notebook/read-only`, `storage/…`. */
  async add(image: NewImage): Promise<{ path: string; isNew: boolean }> {
    const { notebook } = this.#notebooks
    notebook.assertWritable()
    const bytes = Buffer.from(image.base64, 'base64')
    if (bytes.byteLength > largestImageBytes) {
      throw new AppError('attachments/too-large', { name: image.name, limit: largestImageBytes })
    }
    const type = imageTypeOf(bytes)
    if (type === undefined) throw new AppError('attachments/not-an-image', { name: image.name })
    const store = new AttachmentStore(notebook.files, notebook.info.path)
    return notebook.writes.run('attachments/', async () => {
      const known = await store.find(bytes, type.extensions)
      if (known !== undefined) return { path: known, isNew: false }
      const taken = await store.takenNames()
      const { stem, extension } = this.#nameFor(image, type, notebook)
      const name = fileNameFor(stem, extension, lower => taken.has(lower.normalize('NFC')))
      return { path: await store.create(name, bytes), isNew: true }
    })
  }

  #nameFor(image: NewImage, type: ImageType, notebook: OpenNotebook): { stem: string; extension: string } {
    const own = /^(.*?)(\.[A-Za-z0-9]{1,5})?$/s.exec(image.name.slice(image.name.search(/[^\\/]*$/)))
    const ownExtension = own?.[2]?.toLowerCase() ?? ''
    const isKnown = type.extensions.includes(ownExtension)
    const extension = isKnown ? ownExtension : type.extensions[0]
    const stem = (own?.[1] ?? '').trim()
    if (!namesNothing.test(stem)) return { stem, extension }
    const date = new Date(this.#ports.now()).toISOString().slice(0, 10)
    return { stem: `${placeName(image, notebook)} ${date}`, extension }
  }
}

/** The question's id, else the note's title. */
function placeName({ notePath, questionId }: NewImage, notebook: OpenNotebook): string {
  const note = notePath === null ? undefined : notebook.notes.get(notePath)
  const question = questionId ?? note?.answers[0]
  if (question !== undefined) return question
  return note?.title ?? (notePath === null ? 'Image' : fileTitle(notePath))
}
