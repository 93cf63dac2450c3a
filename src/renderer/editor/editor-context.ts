import type { EditorState, Transaction } from '@tiptap/pm/state'
import type { CalloutType } from '../../shared/domain/markdown/callout-types'
import type { EditorActionId } from './actions/editor-action'
import type { EditorServices } from './editor-services'

/** Keys of the words in node views. */
export type NodeViewWord =
  | `editor.action.${EditorActionId}`
  | `editor.slash.words.${EditorActionId}`
  | 'editor.callout.change'
  | 'editor.callout.fold'
  | `editor.callout.type.${CalloutType}`
  | 'editor.codeBlock.copied'
  | 'editor.codeBlock.copy'
  | 'editor.codeBlock.language'
  | 'editor.codeBlock.languages'
  | 'editor.embed.create'
  | 'editor.embed.cycle'
  | 'editor.embed.empty'
  | 'editor.embed.missing'
  | 'editor.embed.noHeading'
  | 'editor.embed.open'
  | 'editor.embed.unanswered'
  | 'editor.footnote.follow'
  | 'editor.file.adding'
  | 'editor.file.missing'
  | 'editor.image.missing'
  | 'editor.image.outside'
  | 'editor.image.remote'
  | 'editor.image.resize'
  | 'editor.link.follow'
  | 'editor.math.edit'
  | 'editor.math.label'
  | 'editor.math.problem'
  | 'editor.rawBlock.label'
  | 'editor.rawInline.edit'
  | 'editor.task.check'
  | 'editor.wikiLink.follow'
  | 'editor.wikiLink.missing'

/** What is filled into those words. */
export interface NodeViewValues {
  readonly address?: string
  readonly count?: number
  readonly path?: string
  readonly shortcut?: string
  readonly target?: string
  readonly text?: string
  readonly title?: string
}

/** The words of a key, with values filled in. */
export type Translate = (key: NodeViewWord, values?: NodeViewValues) => string

/** A note to be shown for reading. */
export interface ShownNote {
  readonly path: string
  /** Markdown without front matter. */
  readonly body: string
}

/** What the extensions are made with. */
export interface EditorContext {
  /** Paths of the notes that this one is embedded in, the outermost first. */
  readonly around: readonly string[]
  /** Whether the note is shown within something else, for reading only. */
  readonly isExcerpt: boolean
  /** Shows a note's text within this one, for reading only. Returns what takes it away. */
  readonly showNote: (mount: HTMLElement, note: ShownNote) => () => void
  readonly services: EditorServices
  readonly translate: Translate
  /**
   * Changes a note that was shown before and isn't now: the first of them that `change` has a transaction for. Returns whether there
   * was one.
   */
  readonly changeKept: (change: ChangeOfState) => boolean
}

/** A transaction for a note's state; undefined when it is another note's. */
export type ChangeOfState = (state: EditorState) => Transaction | undefined
