import type { TFunction } from 'i18next'
import type { Editor } from '@tiptap/core'
import { NodeSelection } from '@tiptap/pm/state'
import { GripVertical } from 'lucide-react'
import { type DragEvent, useEffect, useRef, useState } from 'react'
import { Menu, type MenuItem } from '../ui/menu'
import { blockIndexAt } from './block-at'
import { copyNote } from './copy-note'
import { moveBlock } from './move-block'
import { readableShortcut } from './readable-shortcut'
import { turnBlock, turnsOf } from './turn-block'
import { useTranslation } from '../ui/use-translation'

interface HandledBlock {
  /** Position of the top-level block. */
  readonly position: number
  /** Distances from the page's corner, in CSS pixels. */
  readonly top: number
  readonly left: number
}

/** The handle beside the block under the pointer: dragged it moves the block, clicked it says what can be done to it. */
export function BlockHandle({ editor }: { readonly editor: Editor }) {
  const { t } = useTranslation()
  const [block, setBlock] = useState<HandledBlock>()
  const [isOpen, setIsOpen] = useState(false)
  const place = useRef<HTMLDivElement>(null)
  useEffect(() => followPointer(editor, () => place.current, setBlock), [editor])
  const groups = block === undefined ? [] : blockMenu(editor, block.position, t)
  return (
    <div className="block-handle-place" ref={place}>
      {block !== undefined && (
        <div
          className="block-handle"
          draggable
          onDragStart={event => startDrag(editor, block.position, event)}
          style={{ insetBlockStart: block.top, insetInlineStart: block.left }}
        >
          <button
            aria-expanded={isOpen}
            aria-haspopup="menu"
            aria-label={t('editor.block.handle')}
            className="block-handle-button"
            onClick={() => {
              selectBlock(editor, block.position)
              setIsOpen(true)
            }}
            tabIndex={-1}
            title={t('editor.block.handleHint')}
            type="button"
          >
            <GripVertical aria-hidden size={16} strokeWidth={1.75} />
          </button>
          <Menu
            groups={groups}
            isOpen={isOpen}
            onClosed={() => editor.view.focus()}
            onOpenChange={setIsOpen}
            // The button itself can't be the trigger: that opens when it is pressed, and then nothing can be dragged.
            trigger={<span aria-hidden className="block-handle-anchor" />}
          />
        </div>
      )}
    </div>
  )
}

const handleWidthPx = 22

/** Calls back with the block that the pointer is beside or over. Returns what ends it. */
function followPointer(
  editor: Editor,
  place: () => HTMLElement | null,
  onBlock: (block: HandledBlock | undefined) => void,
): () => void {
  const page = editor.view.dom.closest<HTMLElement>('.note-page')
  let frame = 0
  let shown = -1
  const show = (block: HandledBlock | undefined): void => {
    shown = block?.position ?? -1
    onBlock(block)
  }
  const onMove = ({ clientY, buttons }: PointerEvent): void => {
    if (buttons !== 0) return
    cancelAnimationFrame(frame)
    frame = requestAnimationFrame(() => {
      const origin = place()?.getBoundingClientRect()
      const found = origin === undefined ? undefined : blockAtHeight(editor, clientY, origin)
      if (found !== undefined && found.position !== shown) show(found)
    })
  }
  const hide = ({ transaction }: { transaction: { docChanged: boolean } }): void => {
    if (transaction.docChanged && shown >= 0) show(undefined)
  }
  const forget = (): void => show(undefined)
  page?.addEventListener('pointermove', onMove, { passive: true })
  const layout = new ResizeObserver(forget)
  for (const element of [page, editor.view.dom]) if (element !== null) layout.observe(element)
  editor.on('transaction', hide)
  editor.on('noteShown', forget)
  return () => {
    cancelAnimationFrame(frame)
    page?.removeEventListener('pointermove', onMove)
    layout.disconnect()
    editor.off('transaction', hide)
    editor.off('noteShown', forget)
  }
}

function blockAtHeight(editor: Editor, height: number, origin: DOMRect): HandledBlock | undefined {
  const { view } = editor
  if (editor.isDestroyed) return undefined
  const element = view.dom.children[blockIndexAt(view.dom, height)]
  if (!(element instanceof HTMLElement)) return undefined
  const position = view.posAtDOM(element, 0, -1)
  const top = view.state.doc.resolve(Math.min(position, view.state.doc.content.size))
  const start = top.depth === 0 ? position : top.before(1)
  if (view.state.doc.nodeAt(start) === null) return undefined
  const box = element.getBoundingClientRect()
  const style = getComputedStyle(element)
  const lineHeight = Number.parseFloat(style.lineHeight) || box.height
  const textTop = box.top + Number.parseFloat(style.paddingBlockStart) + lineHeight / 2
  const text = view.dom.getBoundingClientRect()
  const inset = Number.parseFloat(getComputedStyle(view.dom).paddingInlineStart)
  return {
    position: start,
    top: textTop - origin.top - handleWidthPx / 2,
    left: text.left + inset - origin.left - handleWidthPx - 4,
  }
}

function selectBlock(editor: Editor, position: number): void {
  const { tr } = editor.state
  editor.view.dispatch(tr.setSelection(NodeSelection.create(tr.doc, position)))
}

/** ProseMirror carries out the drop as its own. */
function startDrag(editor: Editor, position: number, event: DragEvent): void {
  selectBlock(editor, position)
  const { view } = editor
  const node = NodeSelection.create(view.state.doc, position)
  const slice = node.content()
  const { dom, text } = view.serializeForClipboard(slice)
  event.dataTransfer.clearData()
  event.dataTransfer.setData('text/html', dom.getHTML())
  event.dataTransfer.setData('text/plain', text)
  event.dataTransfer.effectAllowed = 'copyMove'
  const element = view.nodeDOM(position)
  if (element instanceof HTMLElement) event.dataTransfer.setDragImage(element, 0, 0)
  const dragging = { slice, move: true, node }
  view.dragging = dragging
}

function blockMenu(editor: Editor, position: number, t: TFunction): MenuItem[][] {
  const item = (
    id: 'moveUp' | 'moveDown' | 'duplicate' | 'copy' | 'delete',
    run: () => void,
    shortcut?: string,
  ) => ({
    id,
    label: t(`editor.block.${id}`),
    movesFocus: true,
    onSelect: run,
    ...(shortcut === undefined ? {} : { shortcut: readableShortcut(shortcut) }),
  })
  const block = editor.state.doc.nodeAt(position)
  const turns = block === null ? [] : turnsOf(block)
  const turnInto = turns.map(action => {
    const { id, icon: Icon } = action
    return {
      id,
      label: t(`editor.action.${id}`),
      icon: <Icon aria-hidden size={14} strokeWidth={1.75} />,
      movesFocus: true,
      onSelect: () => {
        turnBlock(editor, position, action)
        editor.view.focus()
      },
    }
  })
  return [
    [
      item('moveUp', () => moveWhole(editor, position, 'up'), 'Alt-Shift-↑'),
      item('moveDown', () => moveWhole(editor, position, 'down'), 'Alt-Shift-↓'),
      item('duplicate', () => duplicate(editor, position)),
      item('copy', () => {
        selectBlock(editor, position)
        void copyNote(editor, 'markdown')
      }),
      item('delete', () => remove(editor, position)),
    ],
    ...(turnInto.length === 0 ? [] : [turnInto]),
  ]
}

function moveWhole(editor: Editor, position: number, direction: 'up' | 'down'): void {
  selectBlock(editor, position)
  moveBlock(direction)(editor.state, editor.view.dispatch)
  editor.view.focus()
}

function duplicate(editor: Editor, position: number): void {
  const { tr } = editor.state
  const node = tr.doc.nodeAt(position)
  if (node === null) return
  // Two nodes must not be one object: blocks of the source are known by identity.
  editor.view.dispatch(tr.insert(position + node.nodeSize, node.copy(node.content)))
  editor.view.focus()
}

function remove(editor: Editor, position: number): void {
  const { tr } = editor.state
  const node = tr.doc.nodeAt(position)
  if (node === null) return
  editor.view.dispatch(tr.delete(position, position + node.nodeSize))
  editor.view.focus()
}
