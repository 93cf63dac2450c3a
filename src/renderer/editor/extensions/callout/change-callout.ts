import type { EditorState, Transaction } from '@tiptap/pm/state'
import type { CalloutType } from '../../../../shared/domain/markdown/callout-types'
import type { Callout } from './find-callouts'

/** Writes another type into a callout's marker. */
export function withType({ tr }: EditorState, { nameRange }: Callout, type: CalloutType): Transaction {
  return tr.insertText(type, ...nameRange)
}

/** Writes whether a callout can be folded, and is at first. */
export function withFold({ tr }: EditorState, { foldRange }: Callout, fold: Callout['fold']): Transaction {
  const [from, to] = foldRange
  return fold === 'none' ? tr.delete(from, to) : tr.insertText(fold === 'open' ? '+' : '-', from, to)
}

/** Makes a callout a plain quote. */
export function withoutMarker(tr: Transaction, { marker: [from, to], title, rest }: Callout): Transaction {
  const isUntitled = title[0] === title[1] && rest[0] < rest[1]
  return tr.delete(from, isUntitled ? rest[0] + 1 : to)
}
