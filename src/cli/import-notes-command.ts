import type { Command } from 'commander'
import { noteImportReport, type NoteImportReport } from '../shared/contract/import-procedures'
import { plural } from './plural'
import { absolutePath, print, withNotebook } from './session'
import { withProgress } from './with-progress'

/** Adds `import-notes`. */
export function addImportNotesCommand(program: Command): void {
  program
    .command('import-notes')
    .description(
      'add notes from Markdown files and folders or an Obsidian vault, Joplin or Logseq, with their images',
    )
    .argument('<dir>', 'a notebook')
    .argument('<path...>', 'Markdown files, or folders with them')
    .option('--dry-run', 'show what would be imported and write nothing')
    .option('--json', 'print one JSON value')
    .action(importNotes)
}

/** Imports folders and files as notes. */
export async function importNotes(
  dir: string,
  paths: string[],
  options: { dryRun?: true; json?: true },
): Promise<void> {
  const isDryRun = options.dryRun === true
  const done = await withNotebook(dir, (client, onEvent) => {
    const cancel = (): Promise<unknown> => client['import.cancel']({})
    return withProgress({ progressed: 'import.progressed', onEvent, cancel }, () =>
      client['import.notes']({ paths: paths.map(absolutePath), dryRun: isDryRun }),
    )
  })
  // What takes it back ends with this process.
  const report = noteImportReport.parse(done)
  await print(options.json, report, () => describe(report, isDryRun))
}

const reasons: Readonly<Record<NoteImportReport['left'][number]['reason'], string>> = {
  'not-linked': 'no note links to it',
  'not-text': 'not UTF-8 text',
  'too-large': 'too large',
  'symbolic-link': 'a symbolic link',
  unreadable: 'can not be read',
  hidden: 'hidden, or of a sync program',
  canvas: 'a canvas',
  'program-data': 'data of the program that it is from',
  'export-index': 'made by the export',
}

function describe(
  { lists, studyEvents, notes, attachments, duplicates, left, brokenLinks }: NoteImportReport,
  isDryRun: boolean,
): string {
  // An export makes an index for each section, and a file for each question that has no answer.
  const others = left.filter(({ reason }) => reason !== 'export-index')
  const ofExport = left.length - others.length
  return [
    `${isDryRun ? 'Would import' : 'Imported'} ${plural(notes.length, 'note')} and ${plural(attachments.length, 'linked file')}`,
    ...(lists.length > 0 ? [`${plural(lists.length, 'question list')}: ${lists.join(', ')}`] : []),
    ...(studyEvents > 0 ? [`${plural(studyEvents, 'new entry', 'new entries')} of the study log`] : []),
    ...(duplicates.length > 0
      ? [
          `${plural(duplicates.length, 'note')} ${duplicates.length === 1 ? 'is' : 'are'} in the notebook already`,
        ]
      : []),
    ...(ofExport > 0 ? [`left: ${plural(ofExport, 'file')} that the export made`] : []),
    ...others.map(({ path, reason }) => `left: ${path} (${reasons[reason]})`),
    ...brokenLinks.map(({ path, target }) => `no target: ${path}: ${target}`),
  ].join('\n')
}
