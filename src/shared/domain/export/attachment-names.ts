import { encodePath } from './encode-path'

/** Names for files that are copied into one folder: their own name, with a number where two would be the same. */
export class AttachmentNames {
  readonly #folder: string
  readonly #names = new Map<string, string>()
  readonly #taken = new Set<string>()

  constructor(folder: string) {
    this.#folder = folder
  }

  /** From the path in the notebook to the path beside the exported file. */
  get all(): ReadonlyMap<string, string> {
    return this.#names
  }

  /** The destination of a link to the copy, percent-encoded where Markdown needs it. */
  nameFor(path: string): string {
    return encodePath(this.pathFor(path))
  }

  /** The path of the copy beside the exported file. */
  pathFor(path: string): string {
    return this.#names.get(path) ?? this.#add(path)
  }

  #add(path: string): string {
    const file = path.slice(path.lastIndexOf('/') + 1)
    const dot = file.lastIndexOf('.')
    const [stem, extension] = dot > 0 ? [file.slice(0, dot), file.slice(dot)] : [file, '']
    for (let count = 1; ; count += 1) {
      const name = `${this.#folder}/${stem}${count === 1 ? '' : `-${count}`}${extension}`
      const key = name.normalize('NFC').toLowerCase()
      if (this.#taken.has(key)) continue
      this.#taken.add(key)
      this.#names.set(path, name)
      return name
    }
  }
}
