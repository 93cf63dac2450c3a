import type { Editor } from '@tiptap/core'
import type { Node as ProseMirrorNode, Schema } from '@tiptap/pm/model'
import { Selection } from '@tiptap/pm/state'
import { type LoadedMarkdown, loadMarkdown } from './markdown/load-markdown'

/** The Markdown behind an editor's document. */
export interface NoteBody {
  /** The document for a new editor. To be called once, before anything else. */
  load(schema: Schema): ProseMirrorNode
  /** A function that gives the body of `doc`, written when first asked for. */
  bodyOf(doc: ProseMirrorNode): () => string
  /** Shows another body: only blocks that differ are replaced, outside of the undo history. */
  replace(editor: Editor, body: string): void
}

/** Keeps the source that documents are saved against, beginning with `body`. */
export function createNoteBody(body: string): NoteBody {
  let loaded: LoadedMarkdown | undefined
  let bodies = new WeakMap<ProseMirrorNode, string>()

  return {
    load(schema) {
      loaded = loadMarkdown(body, schema)
      return loaded.doc
    },
    bodyOf(doc) {
      const source = loaded
      const known = bodies
      if (source === undefined) throw new Error('note body asked for before it was loaded')
      return () => {
        const written = known.get(doc) ?? source.save(doc)
        known.set(doc, written)
        return written
      }
    },
    replace(editor, next) {
      loaded = loadMarkdown(next, editor.schema)
      bodies = new WeakMap()
      replaceBlocks(editor, loaded.doc)
    },
  }
}

function replaceBlocks(editor: Editor, next: ProseMirrorNode): void {
  const { doc, selection, tr } = editor.state
  const shared = Math.min(doc.childCount, next.childCount)
  let before = 0
  while (before < shared && doc.child(before).eq(next.child(before))) before += 1
  let after = 0
  while (after < shared - before && doc.child(doc.childCount - 1 - after).eq(next.child(next.childCount - 1 - after))) {
    after += 1
  }
  if (before === doc.childCount && before === next.childCount) return
  const from = sizeOf(doc.children.slice(0, before))
  const to = doc.content.size - sizeOf(doc.children.slice(doc.childCount - after))
  tr.replaceWith(from, to, next.children.slice(before, next.childCount - after))
  if (selection.from >= from && selection.from < to) {
    tr.setSelection(Selection.near(tr.doc.resolve(Math.min(selection.from, tr.doc.content.size))))
  }
  editor.view.dispatch(tr.setMeta('addToHistory', false).setMeta('preventUpdate', true))
}

function sizeOf(nodes: readonly ProseMirrorNode[]): number {
  return nodes.reduce((size, node) => size + node.nodeSize, 0)
}
