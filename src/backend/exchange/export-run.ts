import { AppError, isAppError } from '../../shared/contract/app-error'
import type { ExportReport } from '../../shared/contract/exchange-procedures'
import type { StudyMarks } from '../../shared/contract/study-procedures'
import type { FolderLinkStyle } from '../../shared/domain/export/export-folder'
import { quotingEmbeds } from '../../shared/domain/export/quote-embeds'
import type { NoteText, ReadNote } from '../../shared/domain/export/unit-texts'
import { splitFrontMatter } from '../../shared/domain/split-front-matter'
import type { ResolvedLink } from '../../shared/domain/resolve-link'
import { pathInside } from '../files/path-inside'
import { withStorageErrors } from '../files/storage-error'
import type { OpenNotebook } from '../notebook/open-notebook'
import type { BackendPorts } from '../ports'
import type { NotebookPlan } from './export-plan'

/** What is chosen for the format `markdown`. */
export interface MarkdownChoices {
  readonly hasMetadata: boolean
  readonly isAnswersOnly: boolean
}

/** One export under way: what every format needs for writing. */
export interface ExportRun {
  readonly ports: BackendPorts
  readonly notebook: OpenNotebook
  readonly plan: NotebookPlan
  /** What is known of a question. */
  readonly marksOf: (questionId: string) => StudyMarks
  readonly markdown: MarkdownChoices
  /** How the format `folder` writes links. */
  readonly links: FolderLinkStyle
  /** Absolute path of the file or folder to write. */
  readonly path: string
  /** Aborts when the user cancels; `step` looks at it. */
  readonly signal: AbortSignal
  /** Tells how much is done. @throws AppError `export/cancelled`. */
  step(done: number, total: number): void
}

/** What a format reports besides the counts of the plan. */
export type WrittenExport = Pick<ExportReport, 'written' | 'brokenLinks' | 'missingImages'>

/** Reads a note anew; one that is gone since the plan was made is empty. @throws AppError `storage/…`. */
export async function readNoteText({ noteStore }: OpenNotebook, path: string): Promise<NoteText> {
  const file = await noteStore.read(path).catch((error: unknown) => {
    if (isAppError(error, 'notes/not-found')) return undefined
    throw error
  })
  const { block, body } = splitFrontMatter(file?.text ?? '')
  return { frontMatter: block, body }
}

/**
 * Reads notes for a format that has no embeds: what they show stands in their place. With `isKept` an embed of what is part of the
 * export stays a link to it.
 */
export function readerOf(
  { notebook, plan }: ExportRun,
  isKept: (resolved: ResolvedLink) => boolean = () => false,
): ReadNote {
  return quotingEmbeds(path => readNoteText(notebook, path), { plan, isKept })
}

/** The bytes of a file that notes embed. @throws AppError `storage/…`. */
export async function readEmbedded({ files, info }: OpenNotebook, path: string): Promise<Uint8Array> {
  return withStorageErrors(path, async () => {
    const source = await pathInside(files, info.path, path)
    if (source === undefined) throw new AppError('storage/no-permission', { path })
    return files.read(source)
  })
}
