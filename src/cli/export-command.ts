import { Option, type Command } from 'commander'
import { AppError } from '../shared/contract/app-error'
import { absolutePath, print, withNotebook } from './session'

interface ExportOptions {
  readonly format: string
  readonly out: string
  readonly list?: string
  readonly only?: 'answered'
  readonly json?: true
}

/** Adds `export`. */
export function addExportCommand(program: Command): void {
  program
    .command('export')
    .description('export the notebook, then check the links and images of what was written')
    .argument('<dir>', 'a notebook')
    .requiredOption('--format <format>', 'markdown')
    .requiredOption('--out <path>', 'the file to write; one that is there is replaced')
    .option('--list <id>', 'only this question list')
    .addOption(new Option('--only <what>', 'only questions that have an answer').choices(['answered']))
    .option('--json', 'print one JSON value')
    .action(exportNotebook)
}

async function exportNotebook(dir: string, options: ExportOptions): Promise<void> {
  if (options.format !== 'markdown')
    throw new AppError('export/unsupported-format', { format: options.format })
  const report = await withNotebook(dir, client =>
    client['export.markdown']({
      path: absolutePath(options.out),
      include: options.only ?? 'all',
      overwrite: true,
      ...(options.list === undefined ? {} : { listId: options.list }),
    }),
  )
  await print(options.json, report, () =>
    [
      `Wrote ${report.questions} questions, ${report.answered} with an answer: ${report.written[0] ?? ''}`,
      ...report.brokenLinks.map(link => `  broken link in ${link.path}: ${link.target}`),
      ...report.missingImages.map(image => `  missing image in ${image.path}: ${image.target}`),
    ].join('\n'),
  )
}
