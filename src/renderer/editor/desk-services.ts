import type { EditorServices } from './editor-services'

/** The services of the note that is on a desk, whichever that is. */
export class DeskServices implements EditorServices {
  #current: EditorServices | undefined

  /** From now on it is the note of these. */
  show(services: EditorServices): void {
    this.#current = services
  }

  suggestLinks: EditorServices['suggestLinks'] = text => this.#shown.suggestLinks(text)
  headingsOf: EditorServices['headingsOf'] = target => this.#shown.headingsOf(target)
  canCreateNotes: EditorServices['canCreateNotes'] = () => this.#shown.canCreateNotes()
  createNote: EditorServices['createNote'] = title => this.#shown.createNote(title)
  resolveLink: EditorServices['resolveLink'] = target => this.#shown.resolveLink(target)
  previewLink: EditorServices['previewLink'] = (link, limit) => this.#shown.previewLink(link, limit)
  followLink: EditorServices['followLink'] = link => this.#shown.followLink(link)
  notePath: EditorServices['notePath'] = () => this.#shown.notePath()
  inNote: EditorServices['inNote'] = path => this.#shown.inNote(path)
  onNotesChanged: EditorServices['onNotesChanged'] = listener => this.#shown.onNotesChanged(listener)
  onFilesChanged: EditorServices['onFilesChanged'] = listener => this.#shown.onFilesChanged(listener)
  addFile: EditorServices['addFile'] = file => this.#shown.addFile(file)
  imageUrl: EditorServices['imageUrl'] = src => this.#shown.imageUrl(src)

  get #shown(): EditorServices {
    if (this.#current === undefined) throw new Error('services asked for before a note was shown')
    return this.#current
  }
}
