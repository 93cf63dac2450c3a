import { dirname } from 'node:path'
import { InvalidArgumentError, Option, type Command } from 'commander'
import { AppError } from '../shared/contract/app-error'
import type { ExportReport, ExportScope } from '../shared/contract/exchange-procedures'
import {
  exportFormats,
  linkStyles,
  type ExportFormat,
  type LinkStyle,
} from '../shared/domain/export/export-formats'
import { exportLanguages, type ExportLanguage } from '../shared/domain/export/export-words'
import { plural } from './plural'
import { positiveInteger } from './positive-integer'
import { absolutePath, print, withNotebook } from './session'
import { withProgress } from './with-progress'

interface ExportOptions {
  readonly format: string
  readonly out: string
  readonly list?: string
  readonly section?: number
  readonly questions?: readonly string[]
  readonly note?: string
  readonly only?: 'answered'
  readonly metadata?: true
  readonly answersOnly?: true
  readonly links: LinkStyle
  readonly language: ExportLanguage
  readonly json?: true
}

/** Adds `export`. */
export function addExportCommand(program: Command): void {
  program
    .command('export')
    .description('export the notebook, then check the links and images of what was written')
    .argument('<dir>', 'a notebook')
    .requiredOption('--format <format>', exportFormats.join(', '))
    .requiredOption(
      '--out <path>',
      'the file to write (one that is there is replaced), or a new or empty folder',
    )
    .option('--list <id>', 'only this question list')
    .option('--section <number>', 'only this section of the list', positiveInteger(10_000))
    .option('--questions <ids>', 'only these questions, with commas between them', questionIds)
    .option('--note <path>', 'only this note, such as notes/a.md')
    .addOption(new Option('--only <what>', 'only questions that have an answer').choices(['answered']))
    .option('--metadata', 'markdown: write what is known of each question as YAML')
    .option('--answers-only', 'markdown: leave out hints and texts below questions')
    .addOption(
      new Option('--links <style>', 'folder: how files link to each other')
        .choices(linkStyles)
        .default('markdown'),
    )
    .addOption(
      new Option('--language <language>', 'of words such as "Contents"')
        .choices(exportLanguages)
        .default('en'),
    )
    .option('--json', 'print one JSON value')
    .addHelpText('after', formatHelp)
    .action(exportNotebook)
}

const formatHelp = `
Formats:
  markdown   one Markdown file
  folder     a folder of Markdown files, one for each question and note
  html       one web page with its images in it
  site       a folder of web pages with search
  pdf        pages to print; needs an installed Chromium, Chrome or Edge, or ANSWERBOOK_CHROMIUM
  anki       a text file that Anki imports, with its images in a folder beside
  csv        a table for spreadsheets; a ' comes before what could be taken for a formula`

async function exportNotebook(dir: string, options: ExportOptions): Promise<void> {
  const format = formatOf(options)
  const report = await withNotebook(dir, async (client, onEvent) => {
    const lists = await client['questions.lists']({})
    const cancel = (): Promise<unknown> => client['export.cancel']({})
    const job = { progressed: 'export.progressed', onEvent, cancel } as const
    return withProgress(job, () =>
      client['export.run']({
        format,
        path: absolutePath(options.out),
        scope: scopeOf(options, lists[0]?.id),
        include: options.only ?? 'all',
        markdown: { hasMetadata: options.metadata ?? false, isAnswersOnly: options.answersOnly ?? false },
        links: options.links,
        language: options.language,
        overwrite: true,
      }),
    )
  })
  await print(options.json, report, () => reportWords(report, format))
}

function formatOf({ format }: ExportOptions): ExportFormat {
  const known = exportFormats.find(name => name === format)
  if (known === undefined) throw new AppError('export/unsupported-format', { format })
  return known
}

function questionIds(value: string): string[] {
  const ids = value
    .split(',')
    .map(id => id.trim())
    .filter(id => id !== '')
  if (ids.length === 0) throw new InvalidArgumentError('It must name a question.')
  return ids
}

function scopeOf(
  { list, section, questions, note }: ExportOptions,
  firstList: string | undefined,
): ExportScope {
  if (note !== undefined) return { kind: 'note', path: note.replaceAll('\\', '/') }
  if (questions !== undefined) return { kind: 'questions', ids: [...questions] }
  if (section !== undefined) return { kind: 'section', listId: list ?? firstList ?? '', number: section }
  return list === undefined ? { kind: 'notebook' } : { kind: 'list', listId: list }
}

function countWords({ questions, answered, notes }: ExportReport): string {
  const ofQuestions = `${plural(questions, 'question')}, ${answered} with an answer`
  if (notes === 0) return ofQuestions
  return questions === 0 ? plural(notes, 'note') : `${ofQuestions}, and ${plural(notes, 'other note')}`
}

function reportWords(report: ExportReport, format: ExportFormat): string {
  return [
    `Wrote ${countWords(report)}: ${report.written[0] ?? ''}`,
    ...(format === 'anki' && report.written.length > 1
      ? [`  copy the images in ${dirname(report.written[1] ?? '')} to the folder collection.media of Anki`]
      : []),
    ...report.brokenLinks.map(link => `  broken link in ${link.path}: ${link.target}`),
    ...report.missingImages.map(image => `  missing image in ${image.path}: ${image.target}`),
  ].join('\n')
}
