import { create } from 'zustand'
import type { ExportScope } from '../../shared/contract/exchange-procedures'
import { openDialog } from './view'

interface ExportScopeState {
  /** What the dialog offers to export at first. */
  readonly scope: ExportScope
  /** Ids of the questions that the tree's filter lets through; undefined while it narrows nothing. */
  readonly shown: readonly string[] | undefined
}

/** What can be exported besides the whole notebook. */
export const useExportScope = create<ExportScopeState>(() => ({
  scope: { kind: 'notebook' },
  shown: undefined,
}))

/** Opens the dialog for an export of a part of the notebook, or of all of it. */
export function openExport(scope: ExportScope): void {
  useExportScope.setState({ scope })
  openDialog('export')
}

/** The tree's filter lets only these questions through. */
export function setShownQuestions(shown: readonly string[] | undefined): void {
  useExportScope.setState({ shown })
}
