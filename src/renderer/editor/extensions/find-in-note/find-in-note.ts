import { type Editor, Extension } from '@tiptap/core'
import type { Node as ProseMirrorNode } from '@tiptap/pm/model'
import { type EditorState, Plugin, PluginKey, TextSelection, type Transaction } from '@tiptap/pm/state'
import { Decoration, DecorationSet } from '@tiptap/pm/view'
import {
  type Finder,
  type FindQuery,
  FindTooSlowError,
  type FoundText,
  replacementFor,
} from '../../../../shared/domain/find/compile-finder'
import { bringIntoView } from '../../bring-into-view'
import { type Place, SearchedText, withTextReplaced } from './searched-text'

/** A match with its place in the document. */
export interface FoundInNote extends FoundText, Place {}

/** What was found, and which match is meant; `current` is -1 while none is. */
export interface FindState {
  readonly find: Finder | undefined
  readonly matches: readonly FoundInNote[]
  readonly current: number
  /** Whether the expression takes too long on this note; it is not looked for again then. */
  readonly isTooSlow: boolean
}

const nothing: FindState = { find: undefined, matches: [], current: -1, isTooSlow: false }
const key = new PluginKey<FindState>('findInNote')
/** Beyond it only the matches around the current one are marked; all are counted and replaced. */
const mostMarked = 1000

/** Marks what is looked for in the note, and knows where it is. */
export const FindInNote = Extension.create({
  name: 'findInNote',
  addProseMirrorPlugins: () => [
    new Plugin<FindState>({
      key,
      state: { init: () => nothing, apply },
      props: { decorations: state => decorate(state) },
    }),
  ],
})

export function findStateOf(state: EditorState): FindState {
  return key.getState(state) ?? nothing
}

/** Looks for something else, or for nothing; the first match after the caret is meant. */
export function setFinder({ state, view }: Editor, find: Finder | undefined): void {
  view.dispatch(state.tr.setMeta(key, { find }).setMeta('addToHistory', false))
}

/** Goes to the next or previous match, around the ends, and selects it. */
export function goToMatch(editor: Editor, step: 1 | -1): void {
  const { matches, current } = findStateOf(editor.state)
  if (matches.length === 0) return
  const next = current < 0 ? (step === 1 ? 0 : matches.length - 1) : current + step
  select(editor, (next + matches.length) % matches.length)
}

/** Selects the match that is meant, without going on. */
export function showCurrentMatch(editor: Editor): void {
  const { current } = findStateOf(editor.state)
  if (current >= 0) select(editor, current)
}

/** Replaces the match that is meant and goes on to the next one. */
export function replaceMatch(editor: Editor, replacement: string, query: FindQuery): void {
  const { matches, current } = findStateOf(editor.state)
  const match = matches[current]
  if (match === undefined) return
  if (!match.isReplaceable) return goToMatch(editor, 1)
  const { tr } = editor.state
  replaceIn(tr, match, replacementFor(match, replacement, query))
  const caret = tr.mapping.map(match.end)
  editor.view.dispatch(tr.setSelection(TextSelection.create(tr.doc, caret)))
  showCurrentMatch(editor)
}

/** Replaces every match that can be in one step of the undo history. Returns how many were, and how many can't be. */
export function replaceAllMatches(
  editor: Editor,
  replacement: string,
  query: FindQuery,
): { readonly replaced: number; readonly left: number } {
  const { matches } = findStateOf(editor.state)
  const replaceable = matches.filter(({ isReplaceable }) => isReplaceable)
  const { tr } = editor.state
  for (const match of replaceable.toReversed()) {
    replaceIn(tr, match, replacementFor(match, replacement, query))
  }
  if (tr.docChanged) editor.view.dispatch(tr)
  return { replaced: replaceable.length, left: matches.length - replaceable.length }
}

function replaceIn(tr: Transaction, { position, end, within }: FoundInNote, text: string): void {
  const node = tr.doc.nodeAt(position)
  if (within !== undefined && node !== null) {
    tr.replaceWith(position, end, withTextReplaced(node, within, text) ?? [])
  } else if (text === '') {
    tr.delete(position, end)
  } else {
    const marks = tr.doc.resolve(position + 1).marks()
    tr.replaceWith(position, end, tr.doc.type.schema.text(text, marks))
  }
}

function select(editor: Editor, index: number): void {
  const { state, view } = editor
  const match = findStateOf(state).matches[index]
  if (match === undefined) return
  const selection = TextSelection.create(state.doc, match.position, match.end)
  view.dispatch(state.tr.setSelection(selection).setMeta(key, { current: index }).scrollIntoView())
  // In the source view the text is not shown.
  if (!view.hasFocus() && view.dom.offsetParent !== null) bringIntoView(view, match.position)
}

function apply(tr: Transaction, before: FindState): FindState {
  const meta = tr.getMeta(key) as { find?: Finder | undefined; current?: number } | undefined
  if (meta !== undefined && 'find' in meta) {
    return meta.find === undefined ? nothing : look(tr, meta.find)
  }
  if (meta?.current !== undefined) return { ...before, current: meta.current }
  if (!tr.docChanged || before.find === undefined || before.isTooSlow) return before
  return look(tr, before.find)
}

function look({ doc, selection }: Transaction, find: Finder): FindState {
  try {
    const matches = matchesIn(doc, find)
    return { find, matches, current: firstFrom(matches, selection.from), isTooSlow: false }
  } catch (error) {
    if (!(error instanceof FindTooSlowError)) throw error
    return { find, matches: [], current: -1, isTooSlow: true }
  }
}

/** The first match at or after a position, else the first of all. */
function firstFrom(matches: readonly FoundInNote[], position: number): number {
  const index = matches.findIndex(match => match.position >= position)
  return index < 0 && matches.length > 0 ? 0 : index
}

const known = new WeakMap<Finder, WeakMap<ProseMirrorNode, FoundInNote[]>>()

/** Every match; a block that didn't change isn't searched again. */
function matchesIn(doc: ProseMirrorNode, find: Finder): FoundInNote[] {
  const cache = known.get(find) ?? new WeakMap<ProseMirrorNode, FoundInNote[]>()
  known.set(find, cache)
  const matches: FoundInNote[] = []
  doc.forEach((block, offset) => {
    const inBlock = cache.get(block) ?? matchesInBlock(block, find)
    cache.set(block, inBlock)
    for (const match of inBlock) {
      matches.push({ ...match, position: match.position + offset, end: match.end + offset })
    }
  })
  return matches
}

/** Matches with positions relative to the block. */
function matchesInBlock(block: ProseMirrorNode, find: Finder): FoundInNote[] {
  const matches: FoundInNote[] = []
  const visit = (node: ProseMirrorNode, start: number): void => {
    if (node.isTextblock) {
      const searched = new SearchedText(node)
      for (const match of find(searched.text)) {
        const place = searched.placeOf(match.from, match.to)
        if (place === undefined) continue
        matches.push({ ...match, ...place, position: start + place.position, end: start + place.end })
      }
      return
    }
    node.forEach((child, offset) => visit(child, start + offset + 1))
  }
  visit(block, 1)
  return matches
}

function decorate(state: EditorState): DecorationSet | undefined {
  const { matches, current } = findStateOf(state)
  if (matches.length === 0) return undefined
  const first = Math.max(0, Math.max(0, current) - mostMarked / 2)
  const marked = matches.slice(first, first + mostMarked)
  return DecorationSet.create(
    state.doc,
    marked.map((match, index) =>
      Decoration.inline(match.position, match.end, {
        class: first + index === current ? 'found is-current' : 'found',
      }),
    ),
  )
}
