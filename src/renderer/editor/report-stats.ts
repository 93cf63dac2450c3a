import type { Editor } from '@tiptap/core'
import type { Transaction } from '@tiptap/pm/state'
import type { TextSize } from '../../shared/domain/markdown/text-size'
import { documentStats, type OutlineEntry, rangeSize } from './document-stats'

const delayMs = 200

/** Counts the document at first, and when it hasn't changed for a moment. Returns what ends it. */
export function reportStats(
  editor: Editor,
  onStats: (size: TextSize, outline: OutlineEntry[]) => void,
): () => void {
  return reportSettled(
    editor,
    ({ docChanged }) => docChanged,
    () => onStats(...documentStats(editor.state.doc)),
  )
}

/** Counts the selected text when the selection hasn't changed for a moment. Returns what ends it. */
export function reportSelection(
  editor: Editor,
  onSelection: (size: TextSize | undefined) => void,
): () => void {
  return reportSettled(
    editor,
    ({ docChanged, selectionSet }) => docChanged || selectionSet,
    () => {
      const { doc, selection } = editor.state
      const size = selection.empty ? undefined : rangeSize(doc, selection.from, selection.to)
      onSelection(size?.characters === 0 ? undefined : size)
    },
  )
}

function reportSettled(
  editor: Editor,
  concerns: (transaction: Transaction) => boolean,
  report: () => void,
): () => void {
  const reportIfOpen = (): void => {
    if (!editor.isDestroyed) report()
  }
  let timer = setTimeout(reportIfOpen, 0)
  const schedule = ({ transaction }: { transaction: Transaction }): void => {
    if (!concerns(transaction)) return
    clearTimeout(timer)
    timer = setTimeout(reportIfOpen, delayMs)
  }
  editor.on('transaction', schedule)
  return () => {
    clearTimeout(timer)
    editor.off('transaction', schedule)
  }
}
