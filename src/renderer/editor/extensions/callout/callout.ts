import { Extension } from '@tiptap/core'
import { type EditorState, Plugin } from '@tiptap/pm/state'
import { Decoration, DecorationSet } from '@tiptap/pm/view'
import { type Callout, findCallouts } from './find-callouts'

/** Shows quotes that begin with `[!type]` as callouts; to the document they are quotes, and the marker is text. */
export const Callouts = Extension.create({
  name: 'callouts',
  addProseMirrorPlugins: () => [new Plugin({ props: { decorations: decorate } })],
})

function decorate({ doc, selection }: EditorState): DecorationSet | undefined {
  const decorations: Decoration[] = []
  doc.forEach((block, offset) => {
    for (const callout of findCallouts(block))
      decorations.push(...decorateOne(callout, offset, selection.from))
  })
  return decorations.length === 0 ? undefined : DecorationSet.create(doc, decorations)
}

/** Away from the caret the marker shrinks to the word in it. */
function decorateOne(callout: Callout, offset: number, caret: number): Decoration[] {
  const [markerFrom, markerTo] = callout.marker.map(position => position + offset) as [number, number]
  const [titleFrom, titleTo] = callout.title.map(position => position + offset) as [number, number]
  const isAtCaret = caret >= markerFrom && caret <= titleTo
  const markerClass = isAtCaret ? 'callout-marker is-edited' : 'callout-marker'
  return [
    Decoration.node(offset + callout.from, offset + callout.to, { class: `callout is-${callout.kind}` }),
    Decoration.inline(markerFrom, markerTo, { class: markerClass }),
    ...(titleTo > titleFrom ? [Decoration.inline(titleFrom, titleTo, { class: 'callout-title' })] : []),
  ]
}
