import { basename, join } from 'node:path'
import { InvalidArgumentError, Option, type Command } from 'commander'
import { createNodeFilePort } from '../backend/files/node-file-port'
import { withStorageErrors } from '../backend/files/storage-error'
import { largestImportBytes } from '../backend/questions/read-import-file'
import { AppError } from '../shared/contract/app-error'
import { manifestName } from '../shared/domain/export/folder-manifest'
import { startingContents, type StartingContent } from '../shared/contract/notebook-procedures'
import type { EditionReport } from '../shared/contract/list-edit-procedures'
import type { ImportReport } from '../shared/contract/question-procedures'
import { importNotes } from './import-notes-command'
import { plural } from './plural'
import { absolutePath, print, withClient, withNotebook } from './session'

/** Adds `init`, `import-questions` and `questions`. */
export function addNotebookCommands(program: Command): void {
  program
    .command('init')
    .description('make a notebook')
    .argument('<dir>', 'a folder that is empty or not there yet')
    .addOption(new Option('--list <list>', 'what to start with').choices(startingContents).default('llm'))
    .option('--title <title>', 'the title of the notebook')
    .option('--json', 'print one JSON value')
    .action(init)
  program
    .command('import-questions')
    .alias('import')
    .description('add question lists from Markdown, plain text, HTML, CSV, TSV, JSON, OPML or text of Anki')
    .argument('<dir>', 'a notebook')
    .argument('<file...>', 'files to import')
    .option('--list-id <id>', 'the id of the (first) list', notEmpty)
    .option('--edition-of <id>', 'take the file for a newer edition of this list', notEmpty)
    .option('--dry-run', 'show what would be imported and write nothing')
    .option('--json', 'print one JSON value')
    .action(importQuestions)
  program
    .command('questions')
    .description('list the questions with their state')
    .argument('<dir>', 'a notebook')
    .option('--json', 'print one JSON value')
    .action(listQuestions)
}

async function init(
  dir: string,
  options: { list: StartingContent; title?: string; json?: true },
): Promise<void> {
  const info = await withClient(client =>
    client['notebook.create']({ path: absolutePath(dir), list: options.list, title: options.title }),
  )
  await print(options.json, info, () => `Made the notebook "${info.title}" in ${info.path}`)
}

async function importQuestions(
  dir: string,
  paths: string[],
  options: { listId?: string; editionOf?: string; dryRun?: true; json?: true },
): Promise<void> {
  const { editionOf } = options
  if (editionOf !== undefined) return importEdition(dir, paths, { ...options, editionOf })
  if (await isExport(paths[0])) return importNotes(dir, paths, options)
  const report = await withNotebook(dir, async client => {
    const files = await Promise.all(paths.map(readImportFile))
    const input = options.listId === undefined ? { files } : { files, listId: options.listId }
    const preview = await client['questions.previewImport'](input)
    const done = options.dryRun === true ? preview : await client['questions.import'](input)
    return { ...done, editionOf: preview.editionOf }
  })
  const lists = report.lists.map(({ id, title, sections, questions, warnings }) => ({
    id,
    title,
    sections,
    questions,
    warnings: warnings.map(plainWarning),
  }))
  const hints = report.editionOf.flatMap((id, index) =>
    id === null
      ? []
      : [`"${report.lists[index]?.title}" seems to be a newer edition of ${id}: --edition-of ${id}`],
  )
  await print(options.json, { lists }, () =>
    [...report.lists.map(list => describeList(list, options.dryRun === true)), ...hints].join('\n'),
  )
}

/** The sure questions only: what is unsure is reported, and new. */
async function importEdition(
  dir: string,
  paths: readonly string[],
  options: { editionOf: string; listId?: string; dryRun?: true; json?: true },
): Promise<void> {
  const [path, ...others] = paths
  if (path === undefined || others.length > 0 || options.listId !== undefined)
    throw new InvalidArgumentError('--edition-of takes one file, and no --list-id')
  const edition = await withNotebook(dir, async client => {
    const input = { file: await readImportFile(path), listId: options.editionOf }
    const preview = await client['questions.previewEdition'](input)
    return options.dryRun === true
      ? preview
      : client['questions.importEdition']({ ...input, hash: preview.hash, choices: [] })
  })
  const warnings = edition.warnings.map(plainWarning)
  await print(options.json, { edition: { ...edition, warnings } }, () =>
    describeEdition(edition, options.dryRun === true),
  )
}

/** Whether a path is a folder that Answerbook exported. */
async function isExport(path: string | undefined): Promise<boolean> {
  if (path === undefined) return false
  const info = await createNodeFilePort()
    .info(join(absolutePath(path), manifestName))
    .catch(() => undefined)
  return info?.kind === 'file'
}

async function readImportFile(path: string): Promise<{ name: string; base64: string }> {
  const files = createNodeFilePort()
  const absolute = absolutePath(path)
  const bytes = await withStorageErrors(path, async () => {
    const info = await files.info(absolute)
    if (info === undefined) throw new AppError('storage/not-found', { path })
    if (info.kind === 'folder') throw new AppError('storage/is-a-folder', { path })
    if (info.size > largestImportBytes)
      throw new AppError('import/too-large', { name: path, limit: largestImportBytes })
    return files.read(absolute)
  })
  return { name: basename(path), base64: Buffer.from(bytes).toString('base64') }
}

/** Scripts read the message alone. */
function plainWarning({ line, message }: { line: number; message: string }): {
  line: number
  message: string
} {
  return { line, message }
}

function describeList(list: ImportReport['lists'][number], isDryRun: boolean): string {
  const answers = list.answers === 0 ? '' : `, ${list.answers} with an answer`
  return [
    `${isDryRun ? 'Would import' : 'Imported'} "${list.title}" as ${list.id}: ${plural(list.sections.length, 'section')}, ${plural(list.questions, 'question')}${answers}`,
    ...list.sections.map(section => `  ${String(section.questions).padStart(4)}  ${section.title}`),
    ...list.warnings.map(warning => `  ${warning.message}`),
  ].join('\n')
}

function describeEdition(edition: EditionReport, isDryRun: boolean): string {
  const { listId, title, same, changed, unsure, added, gone, answers } = edition
  const kept = gone.filter(({ isKept }) => isKept)
  return [
    `${isDryRun ? 'Would give' : 'Gave'} ${listId} the edition "${title}": ${plural(same, 'question')} ${same === 1 ? 'is' : 'are'} the same, ${changed.length} in other words, ${added.length} new, ${plural(answers, 'answer')} added`,
    ...changed.map(({ id, before, after }) => `  ${id}: ${before} -> ${after}`),
    ...(unsure.length === 0
      ? []
      : ['Not sure, so they are new questions (choose in the window to keep answers with them):']),
    ...unsure.map(({ id, before, after, likeness }) => `  ${id} (${likeness}): ${before} ? ${after}`),
    ...(gone.length === 0
      ? []
      : [
          `${plural(gone.length, 'question')} ${gone.length === 1 ? 'is' : 'are'} not in it, of which ${kept.length} ${kept.length === 1 ? 'stays for its' : 'stay for their'} answers:`,
        ]),
    ...gone.map(({ id, text, isKept }) => `  ${id}${isKept ? ' (stays)' : ''}: ${text}`),
  ].join('\n')
}

async function listQuestions(dir: string, options: { json?: true }): Promise<void> {
  const lists = await withNotebook(dir, client => client['questions.lists']({}))
  const rows = lists.flatMap(list =>
    list.sections.flatMap(section =>
      section.questions.map(({ id, text, status, confidence, dueAt, notes }) => ({
        id,
        list: list.id,
        section: section.title,
        text,
        status,
        confidence,
        dueAt,
        notes,
      })),
    ),
  )
  await print(options.json, rows, () =>
    rows.map(row => `${marks[row.status]} ${row.id}  ${row.text}`).join('\n'),
  )
}

const marks = { 'not started': '○', draft: '◐', answered: '●' } as const

function notEmpty(value: string): string {
  if (value.trim() === '') throw new InvalidArgumentError('It is empty.')
  return value
}
