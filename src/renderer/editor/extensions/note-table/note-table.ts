import { type Attributes, Extension } from '@tiptap/core'
import { Table, TableCell, TableHeader, TableRow } from '@tiptap/extension-table'
import { Plugin } from '@tiptap/pm/state'
import { CellSelection, isInTable } from '@tiptap/pm/tables'
import { asLinesOfCell } from './pasted-cells'
import { CellKeys } from './cell-keys'
import { TableBorder } from './table-border'
import { TidyTables } from './tidy-tables'

/** GFM tables: cells hold lines of text, never span, and are aligned by their column's header. */
export const noteTables = [
  Table.configure({ resizable: false, renderWrapper: true }),
  TableRow,
  TableHeader.extend({ content: 'paragraph+', addAttributes: () => cellAttributes }),
  TableCell.extend({ content: 'paragraph+', addAttributes: () => cellAttributes }),
  TidyTables,
  TableBorder,
  CellKeys,
  Extension.create({
    name: 'linesInCells',
    addKeyboardShortcuts() {
      return {
        Enter: () => this.editor.isActive('table') && this.editor.commands.setHardBreak(),
      }
    },
    addProseMirrorPlugins: () => [
      new Plugin({
        props: {
          handleDOMEvents: {
            // Cells are cleared as by a letter, while no composition has begun that a change of the text would break off.
            keydown({ state, dispatch }, event) {
              if (state.selection instanceof CellSelection && beginsComposition(event))
                dispatch(state.tr.deleteSelection())
              return false
            },
          },
          handlePaste({ state, dispatch }, _event, slice) {
            if (!isInTable(state) || state.selection instanceof CellSelection) return false
            const lines = asLinesOfCell(slice, state.schema)
            if (lines !== undefined) dispatch(state.tr.replaceSelection(lines).scrollIntoView())
            return lines !== undefined
          },
        },
      }),
    ],
  }),
]

const cellAttributes: Attributes = {
  colspan: { default: 1, rendered: false, parseHTML: () => 1 },
  rowspan: { default: 1, rendered: false, parseHTML: () => 1 },
  colwidth: { default: null, rendered: false, parseHTML: () => null },
  align: {
    default: null,
    parseHTML: element =>
      alignment(element.dataset['align'] ?? (element.style.textAlign || element.getAttribute('align'))),
    renderHTML: attributes =>
      attributes['align'] === null ? {} : { 'data-align': attributes['align'] as string },
  },
}

/** Whether it is a letter or a sign that goes to an input method, and not a key that switches that. */
function beginsComposition({ keyCode, code, ctrlKey, metaKey }: KeyboardEvent): boolean {
  const inputMethodKey = 229
  return keyCode === inputMethodKey && !ctrlKey && !metaKey && signKey.test(code)
}

const signKey =
  /^(?:Key|Digit|Numpad|Bracket|Semicolon|Quote|Comma|Period|Slash|Backslash|Minus|Equal|Backquote|Intl)/

function alignment(value: string | null): string | null {
  return value === 'left' || value === 'right' || value === 'center' ? value : null
}
