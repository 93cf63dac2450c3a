import { type Command, InputRule } from '@tiptap/core'
import { backtickInputRegex, tildeInputRegex } from '@tiptap/extension-code-block'
import type { NodeType } from '@tiptap/pm/model'
import { besideTitle } from '../callout/callout-title'
import { readParagraph, writeOut } from '../../inline-source'

/** Makes code of the blocks of the selection: what code can't hold, as a link, becomes its Markdown. */
export function setCode(attributes?: { language: string }): Command {
  return besideTitle(({ commands, tr, dispatch }) => {
    if (dispatch !== undefined) writeOut(tr, tr.selection.from, tr.selection.to)
    return commands.setNode('codeBlock', attributes)
  })
}

/** As `setCode`; code that is Markdown without a language is read as that when it is made a paragraph again. */
export function toggleCode(attributes?: { language: string }): Command {
  return props => {
    const { commands, tr, dispatch, state } = props
    const { $from, $to } = state.selection
    if ($from.parent.type.name !== 'codeBlock' || !$from.sameParent($to)) {
      const isCode = props.editor.isActive('codeBlock')
      return isCode ? commands.toggleNode('codeBlock', 'paragraph') : setCode(attributes)(props)
    }
    const { language, meta } = $from.parent.attrs
    const paragraph = language === null && meta === null ? readParagraph($from.parent) : undefined
    if (paragraph === undefined) return commands.toggleNode('codeBlock', 'paragraph')
    if (dispatch !== undefined) tr.replaceWith($from.before(), $from.after(), paragraph)
    return true
  }
}

/** Code as it is typed, before words too. */
export function createCodeRules(type: NodeType): InputRule[] {
  return [backtickInputRegex, tildeInputRegex].map(
    find =>
      new InputRule({
        find,
        handler: ({ state: { tr }, range, match }) => {
          const $start = tr.doc.resolve(range.from)
          if (!$start.node(-1).canReplaceWith($start.index(-1), $start.indexAfter(-1), type)) return null
          tr.delete(range.from, range.to)
          writeOut(tr, range.from, range.from)
          tr.setBlockType(range.from, range.from, type, { language: match[1] })
        },
      }),
  )
}
