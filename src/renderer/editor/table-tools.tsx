import type { TFunction } from 'i18next'
import type { Editor } from '@tiptap/core'
import type { Command } from '@tiptap/pm/state'
import { autoUpdate, computePosition, flip, limitShift, offset, shift } from '@floating-ui/dom'
import { AlignCenter, AlignLeft, AlignRight, ChevronDown, Trash2 } from 'lucide-react'
import { useEffect, useRef } from 'react'
import { Menu, type MenuItem } from '../ui/menu'
import {
  alignColumns,
  type ColumnAlignment,
  moveColumns,
  type TablePlace,
  tablePlace,
} from './extensions/note-table/table-commands'
import { moveBlock } from './move-block'
import { readableShortcut } from './readable-shortcut'
import { ToolbarButton } from './toolbar-button'
import { handleToolbarKey } from './toolbar-keys'
import { useSettledEditorState } from './use-settled-editor-state'
import { useTranslation } from '../ui/use-translation'

const alignments = [
  ['left', AlignLeft],
  ['center', AlignCenter],
  ['right', AlignRight],
] as const

/** What can be done to the table that the selection is in, above it. Alt+F10 goes into it, Escape back to the text. */
export function TableTools({ editor }: { readonly editor: Editor }) {
  const place = useSettledEditorState(editor, ({ state }) => tablePlace(state))
  return place === undefined ? null : <ToolsOfTable editor={editor} place={place} />
}

interface ToolsOfTableProps {
  readonly editor: Editor
  readonly place: TablePlace
}

function ToolsOfTable({ editor, place }: ToolsOfTableProps) {
  const { t } = useTranslation()
  const tools = useRef<HTMLDivElement>(null)
  const { position, alignment } = place
  useEffect(() => {
    return tools.current === null
      ? undefined
      : floatAbove(() => tableElement(editor, position), tools.current)
  }, [editor, position])
  const align = (wanted: ColumnAlignment) => () => {
    alignColumns(alignment === wanted ? null : wanted)(editor.state, editor.view.dispatch)
    editor.view.focus()
  }
  return (
    <div
      aria-label={t('editor.table.label')}
      className="table-tools"
      onKeyDown={event => handleToolbarKey(event, editor)}
      ref={tools}
      role="toolbar"
    >
      <PartMenu editor={editor} groups={rowMenu(editor, place, t)} label={t('editor.table.row')} />
      <PartMenu editor={editor} groups={columnMenu(editor, place, t)} label={t('editor.table.column')} />
      {alignments.map(([wanted, icon]) => (
        <ToolbarButton
          icon={icon}
          isPressed={alignment === wanted}
          key={wanted}
          label={t(`editor.table.${wanted}`)}
          onPress={align(wanted)}
        />
      ))}
      <ToolbarButton
        icon={Trash2}
        label={t('editor.table.deleteTable')}
        onPress={() => editor.chain().focus().deleteTable().run()}
      />
    </div>
  )
}

interface PartMenuProps {
  readonly editor: Editor
  readonly label: string
  readonly groups: readonly (readonly MenuItem[])[]
}

function PartMenu({ editor, label, groups }: PartMenuProps) {
  const trigger = (
    <button className="table-menu-button" onMouseDown={event => event.preventDefault()} type="button">
      {label}
      <ChevronDown aria-hidden size={14} strokeWidth={1.75} />
    </button>
  )
  return <Menu groups={groups} onClosed={() => editor.view.focus()} trigger={trigger} />
}

type Translate = TFunction

function rowMenu(editor: Editor, { top, bottom, rows }: TablePlace, t: Translate): MenuItem[][] {
  const item = itemsFor(editor, t)
  const dispatch = (command: Command) => command(editor.state, editor.view.dispatch)
  return [
    [
      item('rowAbove', () => editor.commands.addRowBefore()),
      item('rowBelow', () => editor.commands.addRowAfter()),
    ],
    [
      item('moveRowUp', () => dispatch(moveBlock('up')), { isDisabled: top === 0, shortcut: 'Alt-Shift-↑' }),
      item('moveRowDown', () => dispatch(moveBlock('down')), {
        isDisabled: bottom === rows,
        shortcut: 'Alt-Shift-↓',
      }),
    ],
    [item('deleteRow', () => editor.commands.deleteRow(), { isDisabled: bottom - top === rows })],
  ]
}

function columnMenu(editor: Editor, { left, right, columns }: TablePlace, t: Translate): MenuItem[][] {
  const item = itemsFor(editor, t)
  const dispatch = (command: Command) => command(editor.state, editor.view.dispatch)
  return [
    [
      item('columnBefore', () => editor.commands.addColumnBefore()),
      item('columnAfter', () => editor.commands.addColumnAfter()),
    ],
    [
      item('moveColumnLeft', () => dispatch(moveColumns('left')), { isDisabled: left === 0 }),
      item('moveColumnRight', () => dispatch(moveColumns('right')), { isDisabled: right === columns }),
    ],
    [item('deleteColumn', () => editor.commands.deleteColumn(), { isDisabled: right - left === columns })],
  ]
}

type ToolId =
  | 'rowAbove'
  | 'rowBelow'
  | 'moveRowUp'
  | 'moveRowDown'
  | 'deleteRow'
  | 'columnBefore'
  | 'columnAfter'
  | 'moveColumnLeft'
  | 'moveColumnRight'
  | 'deleteColumn'

function itemsFor(editor: Editor, t: Translate) {
  return (
    id: ToolId,
    run: () => void,
    { isDisabled = false, shortcut }: { isDisabled?: boolean; shortcut?: string } = {},
  ): MenuItem => ({
    id,
    label: t(`editor.table.${id}`),
    isDisabled,
    movesFocus: true,
    shortcut: shortcut === undefined ? undefined : readableShortcut(shortcut),
    onSelect: () => {
      run()
      editor.view.focus()
    },
  })
}

/** Where the row of tools ends that stays above the text, in the window. */
function bottomOfToolbar(tools: HTMLElement): number {
  const toolbar = tools.closest('.note-editor')?.querySelector('.toolbar-area')
  return toolbar?.getBoundingClientRect().bottom ?? 0
}

function tableElement(editor: Editor, position: number): HTMLElement | undefined {
  const element = editor.isDestroyed ? null : editor.view.nodeDOM(position)
  return element instanceof HTMLElement ? element : undefined
}

/**
 * Keeps the tools above the end of a table, else below it where there is no room for them under the toolbar; of a table that
 * is longer than what is in sight, at the top of that. The table's element is asked for each time: ProseMirror may draw it anew.
 */
function floatAbove(table: () => HTMLElement | undefined, tools: HTMLElement): () => void {
  const anchor = {
    ...(tools.parentElement === null ? {} : { contextElement: tools.parentElement }),
    getBoundingClientRect: () => innerBox(table() ?? tools),
  }
  Object.assign(tools.style, { position: 'fixed', insetInlineStart: '0', insetBlockStart: '0' })
  return autoUpdate(anchor, tools, () => {
    const padding = { top: bottomOfToolbar(tools) + 4, bottom: 8, left: 8, right: 8 }
    const middleware = [
      offset(4),
      flip({ padding, crossAxis: false, fallbackStrategy: 'initialPlacement' }),
      shift({ padding: { ...padding, bottom: 0 }, crossAxis: true, limiter: limitShift() }),
    ]
    void computePosition(anchor, tools, { strategy: 'fixed', placement: 'top-end', middleware }).then(
      ({ x, y }) => {
        tools.style.translate = `${Math.round(x)}px ${Math.round(y)}px`
      },
    )
  })
}

/** A block's box without the padding at its sides. */
function innerBox(element: HTMLElement): DOMRect {
  const { x, y, width, height } = element.getBoundingClientRect()
  const { paddingInlineStart, paddingInlineEnd } = getComputedStyle(element)
  const start = Number.parseFloat(paddingInlineStart)
  return DOMRect.fromRect({
    x: x + start,
    y,
    width: width - start - Number.parseFloat(paddingInlineEnd),
    height,
  })
}
