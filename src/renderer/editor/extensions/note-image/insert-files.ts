import { Fragment, Slice } from '@tiptap/pm/model'
import { type EditorState, Plugin, PluginKey, TextSelection } from '@tiptap/pm/state'
import { Decoration, DecorationSet, type EditorView } from '@tiptap/pm/view'
import type { EditorContext } from '../../editor-context'
import { embeddedImages, isOnlyPicture, withAddresses } from './pasted-images'

type Step = { readonly add: Upload } | { readonly remove: object }
interface Upload {
  readonly id: object
  readonly position: number
  readonly label: string
}

const uploads = new PluginKey<DecorationSet>('imageUploads')

/**
 * Takes images that are pasted or dropped, and shows where images will stand while they are being stored. The place is
 * a decoration: nothing of it is ever part of the document, and typing goes on around it.
 */
export function createImageUploads(context: EditorContext): Plugin<DecorationSet> {
  return new Plugin<DecorationSet>({
    key: uploads,
    state: {
      init: () => DecorationSet.empty,
      apply(tr, before) {
        const decorations = before.map(tr.mapping, tr.doc)
        const step = tr.getMeta(uploads) as Step | undefined
        if (step === undefined) return decorations
        if ('add' in step) return decorations.add(tr.doc, [waiting(step.add)])
        return decorations.remove(decorations.find(undefined, undefined, spec => spec['id'] === step.remove))
      },
    },
    props: {
      decorations: state => uploads.getState(state),
      handlePaste: (view, event) => takePaste(view, event, context),
      handleDrop: (view, event) => takeDrop(view, event, context),
    },
  })
}

/** Stores files and puts those that are images at `position`, all in one step; the others are told to the user. */
export async function insertImages(
  view: EditorView,
  files: readonly File[],
  position: number,
  context: EditorContext,
): Promise<void> {
  await insertWhenStored(view, files, { position, context }, (at, sources) => {
    const stored = sources.filter(src => src !== undefined)
    if (stored.length > 0) view.dispatch(withImages(view.state, at, stored))
  })
}

function takePaste(view: EditorView, event: ClipboardEvent, context: EditorContext): boolean {
  if (!view.editable || event.clipboardData === null) return false
  const files = [...event.clipboardData.files]
  const html = event.clipboardData.getData('text/html')
  const isFile = files.length > 0 && (html === '' || isOnlyPicture(html))
  const images = isFile ? [] : embeddedImages(html)
  if (!isFile && images.length === 0) return false
  if (!view.state.selection.empty) view.dispatch(view.state.tr.deleteSelection())
  const position = view.state.selection.from
  if (isFile) void insertImages(view, files, position, context)
  else {
    const stored = images.map(({ file }) => file)
    void insertWhenStored(view, stored, { position, context }, (at, sources) =>
      pasteAt(view, at, withAddresses(html, images, sources)),
    )
  }
  return true
}

function takeDrop(view: EditorView, event: DragEvent, context: EditorContext): boolean {
  const files = [...(event.dataTransfer?.files ?? [])]
  // Chromium also makes a file of an image that is dragged within the page.
  if (!view.editable || files.length === 0 || view.dragging !== null) return false
  event.preventDefault()
  const found = view.posAtCoords({ left: event.clientX, top: event.clientY })
  void insertImages(view, files, found?.pos ?? view.state.doc.content.size, context)
  view.focus()
  return true
}

interface Place {
  readonly position: number
  readonly context: EditorContext
}

async function insertWhenStored(
  view: EditorView,
  files: readonly File[],
  { position, context }: Place,
  insert: (position: number, sources: readonly (string | undefined)[]) => void,
): Promise<void> {
  const id = {}
  const label = context.translate('editor.image.adding', { count: files.length })
  view.dispatch(view.state.tr.setMeta(uploads, { add: { id, position, label } } satisfies Step))
  const sources = await Promise.all(files.map(file => context.services.addImage(file)))
  if (view.isDestroyed) return
  const [place] = uploads.getState(view.state)?.find(undefined, undefined, spec => spec['id'] === id) ?? []
  view.dispatch(view.state.tr.setMeta(uploads, { remove: id } satisfies Step))
  if (place !== undefined) insert(place.from, sources)
}

function waiting({ id, position, label }: Upload): Decoration {
  const dom = document.createElement('span')
  dom.className = 'image-waiting'
  dom.dataset['decoration'] = ''
  dom.textContent = label
  return Decoration.widget(position, dom, { id, side: -1, ignoreSelection: true })
}

/** One image stands in the line; several get a paragraph each; where no image can be, they come after the block. */
function withImages(state: EditorState, position: number, sources: readonly string[]) {
  const { schema, tr } = state
  const images = sources.map(src => schema.node('image', { src }))
  const paragraphs = images.map(image => schema.node('paragraph', null, [image]))
  const $position = state.doc.resolve(position)
  const { parent } = $position
  const imageType = schema.nodes['image']
  if (imageType === undefined) throw new TypeError('a schema without images')
  if (!parent.isTextblock) return tr.insert(position, paragraphs)
  if (parent.type.contentMatch.matchType(imageType) === null) return tr.insert($position.after(), paragraphs)
  const [only] = images
  return images.length === 1 && only !== undefined
    ? tr.insert(position, only)
    : tr.replace(position, position, new Slice(Fragment.from(paragraphs), 1, 1))
}

/** Pastes HTML elsewhere than at the caret, which stays in what the user is writing. */
function pasteAt(view: EditorView, position: number, html: string): void {
  const caret = view.state.selection
  const before = view.state
  view.dispatch(before.tr.setSelection(TextSelection.near(before.doc.resolve(position))))
  const size = view.state.doc.content.size
  view.pasteHTML(html)
  const grown = view.state.doc.content.size - size
  if (caret.from <= position) return
  const at = Math.min(caret.from + grown, view.state.doc.content.size)
  view.dispatch(view.state.tr.setSelection(TextSelection.near(view.state.doc.resolve(at))))
}
