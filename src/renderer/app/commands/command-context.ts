import type { TFunction } from 'i18next'
import type { NotebookInfo } from '../../../shared/contract/notebook-procedures'
import type { Settings } from '../../../shared/contract/app-procedures'
import type { BackendAccess } from '../../state/backend'
import type { Command } from '../../state/commands'
import type { Place } from '../../state/place'
import type { PlacedQuestion } from '../../state/queries'

/** What commands look at: made anew whenever any of it changes. */
export interface CommandContext {
  readonly t: TFunction
  readonly access: BackendAccess
  readonly notebook: NotebookInfo | undefined
  readonly settings: Settings | undefined
  readonly questions: readonly PlacedQuestion[]
  /** What is shown: what a command can be done with. A command that changes something looks where the user is when it runs. */
  readonly place: Place | undefined
  /** Whether a change of a question list can be taken back. */
  readonly hasListUndo: boolean
}

/** The question that a place is, if it is one of these. */
export function questionAt(
  place: Place | undefined,
  questions: readonly PlacedQuestion[],
): PlacedQuestion | undefined {
  return place?.kind === 'question' ? questions.find(({ item }) => item.id === place.id) : undefined
}

export type UngroupedCommand = Omit<Command, 'group'>

export function isWritable({ notebook }: CommandContext): boolean {
  return notebook !== undefined && notebook.readOnly === null
}
