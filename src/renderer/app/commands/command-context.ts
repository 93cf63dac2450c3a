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
  readonly place: Place | undefined
}

export type UngroupedCommand = Omit<Command, 'group'>

export function isWritable({ notebook }: CommandContext): boolean {
  return notebook !== undefined && notebook.readOnly === null
}
