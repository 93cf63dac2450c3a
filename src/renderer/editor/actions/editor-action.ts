import type { Editor } from '@tiptap/core'
import type { LucideIcon } from 'lucide-react'

/** Something that can be done to the text; toolbar, bubble menu, slash menu and block menu show the same objects. */
export interface EditorAction {
  /** Names its words under `editor.action`. */
  readonly id: EditorActionId
  readonly icon: LucideIcon
  /** In TipTap's notation, such as `Mod-b`. */
  readonly shortcut?: string
  /** The mark or node, with attributes if need be, that it switches on and off. */
  readonly toggles?: readonly [name: string, attributes?: Readonly<Record<string, unknown>>]
  /** What one types in Markdown for it. */
  readonly markdown?: string
  readonly isEnabled?: (editor: Editor) => boolean
  readonly run: (editor: Editor) => void
}

export type EditorActionId =
  | 'bold'
  | 'italic'
  | 'strike'
  | 'code'
  | 'highlight'
  | 'subscript'
  | 'superscript'
  | 'paragraph'
  | 'heading1'
  | 'heading2'
  | 'heading3'
  | 'heading4'
  | 'bulletList'
  | 'orderedList'
  | 'taskList'
  | 'quote'
  | 'callout'
  | 'tip'
  | 'warning'
  | 'danger'
  | 'questionCallout'
  | 'example'
  | 'codeBlock'
  | 'mathBlock'
  | 'inlineMath'
  | 'table'
  | 'rule'
  | 'image'
  | 'footnote'
  | 'wikiLink'
  | 'undo'
  | 'redo'

/** Whether the selection has what an action switches on; `undefined` for one that switches nothing. */
export function isActionOn(editor: Editor, { toggles }: EditorAction): boolean | undefined {
  if (toggles === undefined) return undefined
  const [name, attributes] = toggles
  return editor.isActive(name, attributes)
}
