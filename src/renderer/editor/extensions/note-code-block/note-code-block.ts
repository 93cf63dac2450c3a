import CodeBlockLowlight from '@tiptap/extension-code-block-lowlight'
import { createLowlight } from 'lowlight'
import type { EditorContext } from '../../editor-context'
import { createCodeRules, setCode, toggleCode } from './change-code'
import { CodeBlockView } from './code-block-view'
import { goAboveCode, indentCode, leaveCode, newLineInCode, selectCode } from './code-keys'
import { createCodeHighlighting } from './code-highlighting'
import { keptMeta } from './kept-meta'

/** A code block with its language, highlighted, and with the rest of its info string in `meta`. */
export function createNoteCodeBlock(context: EditorContext) {
  return CodeBlockLowlight.extend({
    addAttributes() {
      return {
        ...this.parent?.(),
        language: { default: null, rendered: false, parseHTML: languageOf },
        meta: keptMeta,
      }
    },
    parseHTML() {
      const inPage = {
        tag: 'div[data-code-block]',
        contentElement: 'code',
        preserveWhitespace: 'full',
      } as const
      return [inPage, ...(this.parent?.() ?? [])]
    },
    addCommands: () => ({ setCodeBlock: setCode, toggleCodeBlock: toggleCode }),
    addInputRules() {
      return createCodeRules(this.type)
    },
    addNodeView: () => props => new CodeBlockView(props, context),
    addKeyboardShortcuts() {
      return {
        ...this.parent?.(),
        Enter: () => newLineInCode(this.editor),
        ArrowUp: () => goAboveCode(this.editor, false),
        'Shift-ArrowUp': () => goAboveCode(this.editor, true),
        Escape: () => leaveCode(this.editor),
        'Mod-a': () => selectCode(this.editor),
        Tab: () => this.editor.commands.command(indentCode(false)),
        'Shift-Tab': () => this.editor.commands.command(indentCode(true)),
      }
    },
    addProseMirrorPlugins() {
      // TipTap's own highlighting goes over every block of the note whenever one of them changes.
      const inherited = (this.parent?.() ?? []).filter(plugin => !pluginKey(plugin).startsWith('lowlight'))
      return [...inherited, createCodeHighlighting()]
    },
  }).configure({ lowlight: createLowlight(), defaultLanguage: null })
}

/** As HTML says it: in the class of the `<code>`. */
function languageOf(block: HTMLElement): string | null {
  return /(?:^|\s)language-(\S+)/.exec(block.querySelector('code')?.className ?? '')?.[1] ?? null
}

/** ProseMirror keeps the name of a plugin's key to itself. */
function pluginKey(plugin: object): string {
  return 'key' in plugin && typeof plugin.key === 'string' ? plugin.key : ''
}
