import type { EditorActionId } from './actions/editor-action'
import type { EditorServices } from './editor-services'

/** Keys of the words in node views. */
export type NodeViewWord =
  | `editor.action.${EditorActionId}`
  | `editor.slash.words.${EditorActionId}`
  | 'editor.codeBlock.language'
  | 'editor.footnote.follow'
  | 'editor.image.adding'
  | 'editor.image.resize'
  | 'editor.image.unavailable'
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
  readonly shortcut?: string
  readonly target?: string
  readonly text?: string
  readonly title?: string
}

/** The words of a key, with values filled in. */
export type Translate = (key: NodeViewWord, values?: NodeViewValues) => string

/** What the extensions are made with. */
export interface EditorContext {
  readonly services: EditorServices
  readonly translate: Translate
}
