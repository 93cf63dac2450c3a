import { type Editor, Extension } from '@tiptap/core'
import { type Command, type EditorState, Plugin, PluginKey, Selection, TextSelection } from '@tiptap/pm/state'
import { Decoration, DecorationSet, type EditorView } from '@tiptap/pm/view'
import type { EditorContext } from '../../editor-context'
import { isApple } from '../../../state/is-apple'
import {
  keepOutOfMarkers,
  leaveCallout,
  liftFromCallout,
  removeMarker,
  selectCalloutPart,
  typeBehindMarker,
} from './callout-caret'
import { calloutHead, calloutName } from './callout-head'
import { type Callout, findCallouts } from './find-callouts'

/**
 * Shows quotes that begin with `[!type]` as callouts; to the document they are quotes, and the marker is text, which is
 * shown while the caret is in its line. Folding is a matter of the window: as in Obsidian it writes nothing.
 */
export function createCallouts(context: EditorContext) {
  return Extension.create({
    name: 'callouts',
    addKeyboardShortcuts() {
      const run = (command: Command) => () => command(this.editor.state, this.editor.view.dispatch)
      const word = isApple() ? 'Alt' : 'Ctrl'
      const [leave, extend] = [run(leaveCallout(false)), run(leaveCallout(true))]
      return {
        Backspace: () => this.editor.commands.undoInputRule() || run(removeMarker)(),
        Delete: run(liftFromCallout),
        ArrowLeft: leave,
        'Shift-ArrowLeft': extend,
        [`${word}-ArrowLeft`]: leave,
        [`Shift-${word}-ArrowLeft`]: extend,
      }
    },
    addProseMirrorPlugins() {
      return [calloutPlugin(this.editor, context)]
    },
  })
}

/** The positions of callouts that are not folded, or not open, as their marks say. */
type Toggled = readonly number[]

const key = new PluginKey<Toggled>('callouts')

function calloutPlugin(editor: Editor, context: EditorContext): Plugin<Toggled> {
  return new Plugin<Toggled>({
    key,
    state: {
      init: () => [],
      apply(tr, toggled) {
        const kept = tr.docChanged
          ? toggled
              .map(position => tr.mapping.mapResult(position))
              .filter(result => !result.deleted)
              .map(result => result.pos)
          : toggled
        const position = tr.getMeta(key) as number | undefined
        if (position === undefined) return kept
        return kept.includes(position) ? kept.filter(other => other !== position) : [...kept, position]
      },
    },
    appendTransaction: (...[, , state]) => keepOutOfMarkers(state),
    props: {
      decorations: state => decorate(state, editor, context),
      handleTextInput: typeBehindMarker,
      handleTripleClick: selectCalloutPart,
    },
  })
}

function decorate(state: EditorState, editor: Editor, context: EditorContext): DecorationSet | undefined {
  const decorations: Decoration[] = []
  state.doc.forEach((block, offset) => {
    for (const found of findCallouts(block)) {
      const callout = moved(found, offset)
      decorations.push(...decorateOne(callout, { state, editor, context }))
    }
  })
  return decorations.length === 0 ? undefined : DecorationSet.create(state.doc, decorations)
}

interface Decorating {
  readonly state: EditorState
  readonly editor: Editor
  readonly context: EditorContext
}

function decorateOne(callout: Callout, { state, editor, context }: Decorating): Decoration[] {
  const { from, to, marker, title, rest, type } = callout
  const isFolded = isFoldedIn(state, callout)
  const isEdited = state.selection.from >= marker[0] && state.selection.to <= title[1]
  const hasName = title[0] === title[1] || type === undefined
  const classes = ['callout', `is-${type ?? 'unknown'}`, ...(isFolded ? ['is-folded'] : [])]
  const about = `${callout.name} ${callout.fold} ${String(isFolded)} ${String(editor.isEditable)}`
  return [
    Decoration.node(from, to, { class: classes.join(' ') }),
    Decoration.widget(marker[0], calloutHead({ editor, context, callout, isFolded, onFold: fold }), {
      side: -1,
      key: `callout ${about}`,
      ignoreSelection: true,
      stopEvent: () => true,
    }),
    Decoration.inline(...marker, { class: isEdited ? 'callout-marker is-edited' : 'callout-marker' }),
    ...(hasName
      ? [
          Decoration.widget(marker[1], nameElement(callout, isEdited, context), {
            side: 1,
            key: `name ${callout.name} ${String(isEdited)} ${String(title[0] === title[1])}`,
            ignoreSelection: true,
            stopEvent: () => true,
          }),
        ]
      : []),
    ...(title[1] > title[0] ? [Decoration.inline(...title, { class: 'callout-title' })] : []),
    ...(rest[1] > rest[0] ? [Decoration.inline(...rest, { class: 'callout-rest' })] : []),
  ]
}

/** The name where there is no title; a press on it goes where the title is written. */
function nameElement(callout: Callout, isEdited: boolean, context: EditorContext) {
  return (view: EditorView, position: () => number | undefined): HTMLElement => {
    const element = document.createElement('span')
    element.className = isEdited ? 'callout-name is-edited' : 'callout-name'
    element.contentEditable = 'false'
    element.dataset['decoration'] = ''
    element.textContent = calloutName(callout, context)
    element.addEventListener('mousedown', event => {
      const { tr } = view.state
      const start = position()
      if (start === undefined || !view.editable) return
      event.preventDefault()
      view.dispatch(tr.setSelection(TextSelection.create(tr.doc, start)))
      view.focus()
    })
    return element
  }
}

/** What the caret is in is never folded away. */
function isFoldedIn(state: EditorState, { from, to, title, fold }: Callout): boolean {
  if (fold === 'none') return false
  const { selection } = state
  if (selection.from > title[1] && selection.to < to) return false
  return (fold === 'folded') !== (key.getState(state)?.includes(from) ?? false)
}

function fold(view: EditorView, callout: Callout): void {
  const { state } = view
  const { from, to, title } = callout
  const isCaretInside = state.selection.from > title[1] && state.selection.to < to
  const isMarkedFolded = (callout.fold === 'folded') !== (key.getState(state)?.includes(from) ?? false)
  const { tr } = state
  if (isCaretInside) tr.setSelection(Selection.near(tr.doc.resolve(title[1]), -1))
  if (!(isCaretInside && isMarkedFolded)) tr.setMeta(key, from)
  view.dispatch(tr)
}

function moved(callout: Callout, by: number): Callout {
  const range = ([from, to]: readonly [number, number]) => [from + by, to + by] as const
  return {
    ...callout,
    from: callout.from + by,
    to: callout.to + by,
    nameRange: range(callout.nameRange),
    foldRange: range(callout.foldRange),
    marker: range(callout.marker),
    title: range(callout.title),
    rest: range(callout.rest),
  }
}
