import { Fragment, type MarkType, type Node as ProseMirrorNode, type Schema, Slice } from '@tiptap/pm/model'
import { type EditorState, Plugin, PluginKey, TextSelection, type Transaction } from '@tiptap/pm/state'
import { Decoration, DecorationSet, type EditorView } from '@tiptap/pm/view'
import { isImageName } from '../../../../shared/domain/image-type'
import { decodePath } from '../../../../shared/domain/link-keys'
import type { EditorContext } from '../../editor-context'
import { embeddedImages, isOnlyPicture, withAddresses } from './pasted-images'

type Step = { readonly add: Upload } | { readonly remove: object }
interface Upload {
  readonly id: object
  readonly position: number
  readonly label: string
}

/** After this a picture that has loaded moves nothing any more. */
const longestLoadMs = 3000

const uploads = new PluginKey<DecorationSet>('uploads')

/**
 * Takes files that are pasted or dropped, and shows where they will stand while they are being stored. The place is
 * a decoration: nothing of it is ever part of the document, and typing goes on around it.
 */
export function createUploads(context: EditorContext): Plugin<DecorationSet> {
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
    // With another note comes another view of the plugin.
    view: () => {
      if (waitingForNote.size > 0) queueMicrotask(noteMayBeShown)
      return {}
    },
    props: {
      decorations: state => uploads.getState(state),
      handlePaste: (view, event) => takePaste(view, event, context),
      handleDrop: (view, event) => takeDrop(view, event, context),
    },
  })
}

/** Whether it is the plugin whose state says what is on its way. */
export function isUploads(plugin: Plugin): boolean {
  return plugin.spec.key === uploads
}

/** Stores files and puts them at `position`, all in one step; those that can't be stored are told to the user. */
export async function insertFiles(
  view: EditorView,
  files: readonly File[],
  position: number,
  context: EditorContext,
): Promise<void> {
  await insertWhenStored(view, files, { position, context }, ({ state, at, addresses, isShown }) => {
    const stored = files.flatMap(({ name }, index): StoredFile[] => {
      const address = addresses[index]
      return address === undefined ? [] : [{ name, address }]
    })
    if (stored.length === 0) return state.tr
    const isAtCaret = state.selection.empty && state.selection.from === at
    const tr = withFiles(state, at, stored)
    if (!isAtCaret) return tr
    if (isShown) queueMicrotask(() => keepInView(view))
    // What is typed next is no part of the link.
    return tr.removeStoredMark(linkType(state.schema)).scrollIntoView()
  })
}

interface StoredFile {
  /** What the user calls it. */
  readonly name: string
  readonly address: string
}

/** A picture grows when it has loaded: then all of it is shown, unless the user went on. */
function keepInView(view: EditorView): void {
  const { state } = view
  const show = (event: Event): void => {
    const { doc, selection } = view.state
    if (!doc.eq(state.doc) || !selection.eq(state.selection)) return stop()
    // The caret beside it may stand at its middle.
    if (event.target instanceof HTMLImageElement) event.target.scrollIntoView({ block: 'nearest' })
  }
  const stop = (): void => view.dom.removeEventListener('load', show, { capture: true })
  // It doesn't bubble.
  view.dom.addEventListener('load', show, { capture: true })
  setTimeout(stop, longestLoadMs)
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
  if (isFile) void insertFiles(view, files, position, context)
  else {
    const stored = images.map(({ file }) => file)
    void insertWhenStored(view, stored, { position, context }, ({ at, addresses, isShown }) => {
      if (isShown) pasteAt(view, at, withAddresses(html, images, addresses))
      return undefined
    })
  }
  return true
}

function takeDrop(view: EditorView, event: DragEvent, context: EditorContext): boolean {
  const files = [...(event.dataTransfer?.files ?? [])]
  // Chromium also makes a file of an image that is dragged within the page.
  if (!view.editable || files.length === 0 || view.dragging !== null) return false
  event.preventDefault()
  const found = view.posAtCoords({ left: event.clientX, top: event.clientY })
  void insertFiles(view, files, found?.pos ?? view.state.doc.content.size, context)
  view.focus()
  return true
}

interface Place {
  readonly position: number
  readonly context: EditorContext
}

/** A note in which stored files have their place. */
interface StoredInto {
  readonly state: EditorState
  readonly at: number
  /** By file: where it is; undefined when it could not be stored. */
  readonly addresses: readonly (string | undefined)[]
  /** Whether the note is the one that the view shows. */
  readonly isShown: boolean
}

/** `insert` gives what puts the files in; undefined when it did so itself, or can't now: then it is asked once more when the note is shown. */
async function insertWhenStored(
  view: EditorView,
  files: readonly File[],
  { position, context }: Place,
  insert: (into: StoredInto) => Transaction | undefined,
): Promise<void> {
  const id = {}
  const label = context.translate('editor.file.adding', { count: files.length })
  const placeIn = (state: EditorState): number | undefined =>
    uploads.getState(state)?.find(undefined, undefined, spec => spec['id'] === id)[0]?.from
  const done = { remove: id } satisfies Step
  view.dispatch(view.state.tr.setMeta(uploads, { add: { id, position, label } } satisfies Step))
  const addresses = await Promise.all(files.map(file => context.services.addFile(file)))
  if (view.isDestroyed) return
  const insertShown = (): boolean => {
    const at = placeIn(view.state)
    if (at === undefined) return false
    view.dispatch(view.state.tr.setMeta(uploads, done))
    const tr = insert({ state: view.state, at, addresses, isShown: true })
    if (tr?.docChanged === true) view.dispatch(tr)
    return true
  }
  const insertKept = (state: EditorState): Transaction | undefined => {
    const at = placeIn(state)
    if (at === undefined) return undefined
    return insert({ state, at, addresses, isShown: false })?.setMeta(uploads, done)
  }
  if (!insertShown() && !context.changeKept(insertKept)) waitingForNote.add(insertShown)
}

/** What goes in when its note is shown again. */
const waitingForNote = new Set<() => boolean>()

function noteMayBeShown(): void {
  for (const insert of waitingForNote) if (insert()) waitingForNote.delete(insert)
}

function waiting({ id, position, label }: Upload): Decoration {
  const dom = document.createElement('span')
  dom.className = 'image-waiting'
  dom.dataset['decoration'] = ''
  dom.textContent = label
  return Decoration.widget(position, dom, { id, side: -1, ignoreSelection: true })
}

/** One stands in the line; several get a paragraph each; where no image or link can be, they come after the block. */
function withFiles(state: EditorState, position: number, files: readonly StoredFile[]) {
  const { schema, tr } = state
  const nodes = files.map(file => shownOrLinked(file, schema))
  const paragraphs = nodes.map(node => schema.node('paragraph', null, [node]))
  const $position = state.doc.resolve(position)
  const { parent } = $position
  const imageType = schema.nodes['image']
  if (imageType === undefined) throw new TypeError('a schema without images')
  if (!parent.isTextblock) return tr.insert(position, paragraphs)
  if (parent.type.contentMatch.matchType(imageType) === null) return tr.insert($position.after(), paragraphs)
  const [only] = nodes
  return nodes.length === 1 && only !== undefined
    ? tr.insert(position, only)
    : tr.replace(position, position, new Slice(Fragment.from(paragraphs), 1, 1))
}

function linkType({ marks }: Schema): MarkType {
  if (marks['link'] === undefined) throw new TypeError('a schema without links')
  return marks['link']
}

function shownOrLinked({ name, address }: StoredFile, schema: Schema): ProseMirrorNode {
  if (isImageName(address)) return schema.node('image', { src: address })
  const stored = decodePath(address)
  const text = name === '' ? stored.slice(stored.lastIndexOf('/') + 1) : name
  return schema.text(text, [linkType(schema).create({ href: address })])
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
