import type { Editor } from '@tiptap/core'
import { redo, undo } from '@tiptap/pm/history'
import type { Node as ProseMirrorNode, Schema } from '@tiptap/pm/model'
import { type EditorState, Selection, type Transaction } from '@tiptap/pm/state'
import { type LoadedMarkdown, loadMarkdown } from './markdown/load-markdown'
import { fromSourceOffset, toSourceOffset } from './source/caret-mapping'
import { bestText, UnwrittenText } from '../state/unwritten-text'
import { samePlace } from './source/same-place'

/** The Markdown behind an editor's document. */
export interface NoteBody {
  /** The document for an editor that is being created. To be called before anything else. */
  load(schema: Schema): ProseMirrorNode
  /** A function that gives the body of `doc`, written when first asked for. It throws `UnwrittenText` where that can't be. */
  bodyOf(doc: ProseMirrorNode): () => string
  /** Where a position of `doc` stands in its body. */
  toSourceOffset(doc: ProseMirrorNode, position: number): number
  /** The position of `doc` that an offset of its body stands for. */
  toPosition(doc: ProseMirrorNode, offset: number): number
  /** Shows another body: only blocks that differ are replaced. Only what the user wrote can be undone. */
  replace(editor: Editor, body: string, options: { readonly isWritten: boolean }): void
}

/** Keeps the source that documents are saved against, beginning with `body`. */
export function createNoteBody(body: string): NoteBody {
  let source: Source | undefined
  /** What the body of a document was read as that the editor got otherwise. */
  let reading: Source | undefined
  const seen = new SeenSources()

  const bodyOf = (doc: ProseMirrorNode) => {
    source = seen.sourceOf(doc, loadedSource())
    const { loaded, written } = source
    return () => {
      const text = written.get(doc) ?? write(doc, loaded)
      written.set(doc, text)
      return text
    }
  }

  return {
    bodyOf,
    load(schema) {
      source = load(body, schema)
      return source.loaded.doc
    },
    toSourceOffset: (doc, position) =>
      toSourceOffset(doc, position, other => bestText(() => write(other, loadedSource().loaded))),
    toPosition(doc, offset) {
      const text = bestText(bodyOf(doc))
      const known = [loadedSource(), reading].find(other => other?.body === text)
      reading = known ?? load(text, doc.type.schema)
      const { loaded } = reading
      const position = fromSourceOffset(loaded, text, offset)
      return withoutPlace(loaded.doc).eq(withoutPlace(doc)) ? position : samePlace(loaded.doc, position, doc)
    },
    replace(editor, next, { isWritten }) {
      seen.add(editor.state.doc, seen.sourceOf(editor.state.doc, loadedSource()))
      source = load(next, editor.schema)
      seen.add(source.loaded.doc, source)
      const doc = withPlaceBehind(source.loaded.doc, editor.state.doc)
      const travelled = isWritten ? stepOfHistory(editor.state, doc) : undefined
      const tr = travelled ?? replaceBlocks(editor.state, doc).setMeta('addToHistory', isWritten)
      if (tr.docChanged) editor.view.dispatch(tr.setMeta('preventUpdate', true))
    },
  }

  function loadedSource(): Source {
    if (source === undefined) throw new Error('note body asked for before it was loaded')
    return source
  }
}

function write(doc: ProseMirrorNode, { save, rescue }: LoadedMarkdown): string {
  try {
    return save(doc)
  } catch (error) {
    throw new UnwrittenText(rescue(doc), error)
  }
}

interface Source {
  readonly body: string
  readonly loaded: LoadedMarkdown
  /** The text of each document that was asked for. */
  readonly written: WeakMap<ProseMirrorNode, string>
}

const mostSeen = 200
/** Of all sources together, in characters; what is loaded of one takes some ten times as much. */
const mostSeenText = 2_000_000

/** The sources that documents were saved against: one that comes back by undoing is saved against its own again. */
class SeenSources {
  #seen: { readonly doc: ProseMirrorNode; readonly source: Source }[] = []

  add(doc: ProseMirrorNode, source: Source): void {
    this.#seen = [...this.#seen, { doc: withoutPlace(doc), source }].slice(-mostSeen)
    let text = this.#seen.reduce((sum, { source: { body } }) => sum + body.length, 0)
    while (text > mostSeenText && this.#seen.length > 2) text -= this.#seen.shift()?.source.body.length ?? 0
  }

  /** That of `doc`; `current` if it is one of them, or none is known. */
  sourceOf(doc: ProseMirrorNode, current: Source): Source {
    if (this.#seen.length === 0) return current
    const bare = withoutPlace(doc)
    const found = this.#seen.filter(entry => entry.doc.eq(bare)).map(({ source }) => source)
    return found.includes(current) ? current : (found.at(-1) ?? current)
  }
}

function withoutPlace(doc: ProseMirrorNode): ProseMirrorNode {
  const { lastChild, content } = doc
  const isPlace = doc.childCount > 1 && lastChild?.type.name === 'paragraph' && lastChild.childCount === 0
  return isPlace ? doc.copy(content.cut(0, content.size - lastChild.nodeSize)) : doc
}

function load(body: string, schema: Schema): Source {
  return { body, loaded: loadMarkdown(body, schema), written: new WeakMap() }
}

/** The editor keeps an empty paragraph behind a list and other blocks at the end, to write in: it stays. */
function withPlaceBehind(next: ProseMirrorNode, { lastChild }: ProseMirrorNode): ProseMirrorNode {
  const isPlace = lastChild?.type.name === 'paragraph' && lastChild.childCount === 0
  if (!isPlace || next.lastChild?.type === lastChild.type) return next
  return next.copy(next.content.addToEnd(lastChild))
}

/** What was undone or done again elsewhere is that here too, and no further step. */
function stepOfHistory(state: EditorState, next: ProseMirrorNode): Transaction | undefined {
  for (const command of [undo, redo]) {
    let step: Transaction | undefined
    command(state, tr => (step = tr))
    if (step?.doc.eq(next) === true) return step
  }
  return undefined
}

/** Replaces the blocks that differ. The caret's own block stays where it is also among others that don't. */
function replaceBlocks({ doc, selection, tr }: EditorState, next: ProseMirrorNode): Transaction {
  const [before, after] = equalEnds(doc, next)
  if (before === doc.childCount && before === next.childCount) return tr
  const ends = { from: before, to: doc.childCount - after, nextFrom: before, nextTo: next.childCount - after }
  const kept = keptBlock(doc, next, { ...ends, index: selection.$head.index(0) })
  const from = sizeOf(doc.children.slice(0, ends.from))
  const to = sizeOf(doc.children.slice(0, ends.to))
  if (kept === undefined) tr.replaceWith(from, to, next.children.slice(ends.nextFrom, ends.nextTo))
  else {
    const start = sizeOf(doc.children.slice(0, kept.index))
    const end = start + doc.child(kept.index).nodeSize
    tr.replaceWith(end, to, next.children.slice(kept.nextIndex + 1, ends.nextTo))
    tr.replaceWith(from, start, next.children.slice(ends.nextFrom, kept.nextIndex))
  }
  if (kept === undefined && selection.from >= from && selection.from < to) {
    tr.setSelection(Selection.near(tr.doc.resolve(Math.min(selection.from, tr.doc.content.size))))
  }
  return tr
}

/** How many blocks two documents have in common at the start, and how many at the end. */
function equalEnds(doc: ProseMirrorNode, next: ProseMirrorNode): [before: number, after: number] {
  const shared = Math.min(doc.childCount, next.childCount)
  let before = 0
  while (before < shared && doc.child(before).eq(next.child(before))) before += 1
  let after = 0
  while (
    after < shared - before &&
    doc.child(doc.childCount - 1 - after).eq(next.child(next.childCount - 1 - after))
  ) {
    after += 1
  }
  return [before, after]
}

/** Where the block with this index stands in the next document, if it is among those that are replaced. */
function keptBlock(
  doc: ProseMirrorNode,
  next: ProseMirrorNode,
  range: {
    readonly index: number
    readonly from: number
    readonly to: number
    readonly nextFrom: number
    readonly nextTo: number
  },
): { readonly index: number; readonly nextIndex: number } | undefined {
  const { index, from, to, nextFrom, nextTo } = range
  if (index < from || index >= to) return undefined
  const block = doc.child(index)
  const places = next.children.flatMap((child, at) =>
    at >= nextFrom && at < nextTo && child.eq(block) ? [at] : [],
  )
  const [nextIndex] = places.sort((a, b) => Math.abs(a - index) - Math.abs(b - index))
  return nextIndex === undefined ? undefined : { index, nextIndex }
}

function sizeOf(nodes: readonly ProseMirrorNode[]): number {
  return nodes.reduce((size, node) => size + node.nodeSize, 0)
}
