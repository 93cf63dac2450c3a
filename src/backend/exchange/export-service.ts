import { dirname, join } from 'node:path'
import { AppError } from '../../shared/contract/app-error'
import type { ExportReport, ExportScope } from '../../shared/contract/exchange-procedures'
import type { ExportFormat } from '../../shared/domain/export/export-formats'
import type { FolderLinkStyle } from '../../shared/domain/export/export-folder'
import type { ExportLanguage } from '../../shared/domain/export/export-words'
import { fileNameFor } from '../../shared/domain/file-names'
import type { EventHub } from '../event-hub'
import type { NotebookService } from '../notebook/notebook-service'
import type { BackendPorts } from '../ports'
import type { StudyService } from '../study/study-service'
import { choose, planExport, titleOf } from './export-plan'
import type { ExportRun, MarkdownChoices, WrittenExport } from './export-run'
import { assertTarget } from './export-target'
import { createStepper } from './stepper'
import { writeCsv } from './write-csv'
import { writeFolder } from './write-folder'
import { writeMarkdown } from './write-markdown'

export interface ExportOptions {
  readonly format: ExportFormat
  /** Absolute path of the file or folder to write. */
  readonly path: string
  readonly scope: ExportScope
  readonly include: 'all' | 'answered'
  readonly markdown?: MarkdownChoices | undefined
  /** How the format `folder` writes links. */
  readonly links?: FolderLinkStyle | undefined
  /** Of the words that the export adds; English without it. */
  readonly language?: ExportLanguage | undefined
  /** Whether a file that is there may be replaced. */
  readonly overwrite: boolean
}

interface Format {
  /** Empty for a folder. */
  readonly extension: string
  readonly write: (run: ExportRun) => Promise<WrittenExport>
}

// What makes pages of notes, colours their code and joins them is large: it is loaded by the first export that needs it.
const formats: Readonly<Record<ExportFormat, Format>> = {
  markdown: { extension: '.md', write: writeMarkdown },
  folder: { extension: '', write: writeFolder },
  html: { extension: '.html', write: async run => (await import('./write-html')).writeHtml(run) },
  site: { extension: '', write: async run => (await import('./write-site')).writeSite(run) },
  pdf: { extension: '.pdf', write: async run => (await import('./write-pdf')).writePdf(run) },
  anki: { extension: '.txt', write: async run => (await import('./write-anki')).writeAnki(run) },
  csv: { extension: '.csv', write: writeCsv },
}

/** Writes notebooks out, one at a time. */
export class ExportService {
  readonly #notebooks: NotebookService
  readonly #ports: BackendPorts
  readonly #events: EventHub
  readonly #study: StudyService
  #stop: AbortController | undefined

  constructor(notebooks: NotebookService, study: StudyService, ports: BackendPorts, events: EventHub) {
    this.#notebooks = notebooks
    this.#study = study
    this.#ports = ports
    this.#events = events
  }

  /** Where an export goes unless the user says otherwise: beside the notebook. */
  defaultPath(format: ExportFormat, scope: ExportScope): string {
    const { notebook } = this.#notebooks
    const title = titleOf(notebook, scope, choose(notebook, scope))
    return join(
      dirname(notebook.info.path),
      fileNameFor(`${title} export`, formats[format].extension, () => false),
    )
  }

  /**
   * Writes an export, then reads it again and checks its links and images. One that is under way is cancelled.
   *
   * @throws AppError `export/would-overwrite`, `export/folder-not-empty`, `export/inside-notebook`, `export/cancelled`,
   * `questions/list-not-found`, `questions/section-not-found`, `questions/not-found`, `notes/not-found`, `storage/…`;
   * nothing half-written stays.
   */
  async run(options: ExportOptions): Promise<ExportReport> {
    const { format, path, scope, include, markdown, links, language = 'en', overwrite } = options
    const { notebook } = this.#notebooks
    const { extension, write } = formats[format]
    const kind = extension === '' ? 'folder' : 'file'
    await assertTarget(this.#ports.files, notebook.info.path, { path, kind, overwrite })
    this.cancel()
    const stop = new AbortController()
    this.#stop = stop
    try {
      const plan = await planExport(notebook, scope, { include, language })
      const step = createStepper(
        stop.signal,
        progress => this.#events.emit('export.progressed', progress),
        () => new AppError('export/cancelled', { path }),
      )
      const marksOf = this.#study.marks()
      const written = await write({
        ports: this.#ports,
        notebook,
        plan,
        marksOf,
        markdown: markdown ?? { hasMetadata: false, isAnswersOnly: false },
        links: links ?? 'markdown',
        path,
        signal: stop.signal,
        step,
      })
      return { ...written, questions: plan.questions, answered: plan.answered, notes: plan.otherNotes.length }
    } finally {
      if (this.#stop === stop) this.#stop = undefined
    }
  }

  /** Ends the export that is under way, if one is. */
  cancel(): void {
    this.#stop?.abort()
  }
}
