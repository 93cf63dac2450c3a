import { Extension } from '@tiptap/core'
import { type EditorState, Plugin } from '@tiptap/pm/state'
import { Decoration, DecorationSet } from '@tiptap/pm/view'
import { type Callout, findCallouts } from './find-callouts'

/** Shows quotes that begin with `[!type]` as callouts; to the document they are quotes, and the marker is text. */
export const Callouts = Extension.create({
  name: 'callouts',
  addProseMirrorPlugins: () => [new Plugin({ props: { decorations: decorate } })],
})

function decorate({ doc }: EditorState): DecorationSet | undefined {
  const decorations: Decoration[] = []
  doc.forEach((block, offset) => {
    for (const callout of findCallouts(block)) decorations.push(...decorateOne(callout, offset))
  })
  return decorations.length === 0 ? undefined : DecorationSet.create(doc, decorations)
}

function decorateOne(callout: Callout, offset: number): Decoration[] {
  const [markerFrom, markerTo] = callout.marker.map(position => position + offset) as [number, number]
  const [titleFrom, titleTo] = callout.title.map(position => position + offset) as [number, number]
  return [
    Decoration.node(offset + callout.from, offset + callout.to, { class: `callout is-${callout.kind}` }),
    Decoration.inline(markerFrom, markerTo, { class: 'callout-marker' }),
    ...(titleTo > titleFrom ? [Decoration.inline(titleFrom, titleTo, { class: 'callout-title' })] : []),
  ]
}
