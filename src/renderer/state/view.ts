import { create } from 'zustand'
import { persist } from 'zustand/middleware'

/** Which dialog is open, if any. */
export type OpenDialog =
  | 'export'
  | 'import'
  | 'import-notes'
  | 'palette'
  | 'quick-open'
  | 'new-notebook'
  | 'new-notebook-for-import'
  | 'new-notebook-sample'
  | 'open-notebook'
  | 'link-note'
  | 'rename-note'
  | 'history'
  | 'trash'
  | 'backups'
  | 'replace'
  | 'settings'
  | 'help'
  | 'help-shortcuts'
  | 'help-news'
  | 'list-edit'
  /** Two versions of a note; the note's pane shows it. */
  | 'merge'

interface LayoutState {
  readonly isQuestionPaneShown: boolean
  readonly isContextPaneShown: boolean
  readonly questionPanePx: number
  readonly contextPanePx: number
  readonly leftTab: 'questions' | 'notes'
  /** How notes are shown: as rich text, as their Markdown, or both. */
  readonly noteView: 'rich' | 'source' | 'split'
  readonly isToolbarShown: boolean
  /** Keys of sections that are folded. */
  readonly folded: readonly string[]
  /** Folders of notes that are open, each as `notes/…/`. */
  readonly openFolders: readonly string[]
  /** Where the user was last, by notebook id: a hash. */
  readonly lastPlace: Readonly<Record<string, string>>
}

/** How the window is laid out; it is kept in this browser or app. */
export const useLayout = create<LayoutState>()(
  persist(
    (): LayoutState => ({
      isQuestionPaneShown: true,
      isContextPaneShown: true,
      questionPanePx: 320,
      contextPanePx: 260,
      leftTab: 'questions',
      noteView: 'rich',
      isToolbarShown: true,
      folded: [],
      openFolders: [],
      lastPlace: {},
    }),
    { name: 'answerbook.layout', version: 1 },
  ),
)

interface ViewState {
  readonly dialog: OpenDialog | undefined
  readonly isConnected: boolean
  readonly toast: Toast | undefined
  /** Whether only the text that is written is shown. */
  readonly isFocusMode: boolean
  /** Whether the context pane was asked for in a window that is too narrow for all panes. */
  readonly isContextShownNarrow: boolean
}

/** A message that goes by itself. */
export interface Toast {
  readonly id: number
  readonly text: string
  readonly action?: ToastAction | undefined
}

export interface ToastAction {
  readonly label: string
  readonly run: () => void
  /** The path in the trash of what it puts back, if it does. */
  readonly putsBack?: string | undefined
}

export const useView = create<ViewState>(() => ({
  dialog: undefined,
  isConnected: true,
  toast: undefined,
  isFocusMode: false,
  isContextShownNarrow: false,
}))

export function openDialog(dialog: OpenDialog): void {
  useView.setState({ dialog })
}

export function closeDialog(): void {
  useView.setState({ dialog: undefined })
}

/** Takes away the message that offers to put back what is no longer in the trash. */
export function dropToastAbout(trashPaths: readonly string[]): void {
  const putsBack = useView.getState().toast?.action?.putsBack
  if (putsBack !== undefined && trashPaths.includes(putsBack)) useView.setState({ toast: undefined })
}

let toastCount = 0

export function showToast(text: string, action?: ToastAction): void {
  toastCount += 1
  useView.setState({ toast: { id: toastCount, text, action } })
}
