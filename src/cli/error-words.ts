import type { AppError } from '../shared/contract/app-error'

/** `<what went wrong>: <what to do>` for an error of the backend, on one line. */
export function errorWords(error: AppError): string {
  const [problem, remedy] = wordsByCode[error.code](quoted(error.data))
  return `${problem}: ${remedy}`.replace(/\s+/g, ' ')
}

type Words = (data: Readonly<Record<string, string>>) => readonly [problem: string, remedy: string]

const wordsByCode: Readonly<Record<AppError['code'], Words>> = {
  'connection/lost': () => ['the connection was lost', 'run the command again'],
  'connection/refused': () => ['the connection was refused', 'run the command again'],
  'contract/unknown-procedure': ({ name }) => [
    `this version can not do ${name}`,
    'install Answerbook again, all of one version',
  ],
  'contract/invalid-input': ({ issues }) => [`a value is not valid (${issues})`, 'see "answerbook --help"'],
  'contract/invalid-output': ({ name, issues }) => [
    `${name} gave what it should not (${issues})`,
    'run again with --debug and report it',
  ],
  'notebook/none-open': () => ['no notebook is open', 'name the folder of a notebook'],
  'notebook/not-found': ({ path }) => [
    `there is no folder ${path}`,
    'check the path, or make a notebook with "answerbook init"',
  ],
  'notebook/not-a-folder': ({ path }) => [`${path} is not a folder`, 'name the folder of a notebook'],
  'notebook/not-a-notebook': ({ path }) => [
    `${path} is not a notebook`,
    'name a folder with an answerbook.json, or make one with "answerbook init"',
  ],
  'notebook/already-a-notebook': ({ path }) => [`${path} is a notebook already`, 'choose another folder'],
  'notebook/folder-not-empty': ({ path }) => [`${path} is not empty`, 'choose an empty folder or a new name'],
  'notebook/inside-notebook': ({ path, notebook }) => [
    `${path} is inside the notebook ${notebook}`,
    'choose a place outside of it',
  ],
  'notebook/damaged': ({ path, detail }) => [
    `answerbook.json in ${path} can not be read (${detail})`,
    'restore it from a backup; nothing was changed',
  ],
  'notebook/read-only': ({ path, reason }) =>
    reason === 'newer-format'
      ? [`${path} was written by a newer Answerbook`, 'update this one to change it; nothing was changed']
      : reason === 'notes-vanished'
        ? [`many notes of ${path} are missing`, 'open it in the app to look again or to go on without them']
        : [`${path} can not be written to`, 'give yourself write permission; nothing was changed'],
  'storage/not-found': ({ path }) => [`there is no ${path}`, 'check the path'],
  'storage/is-a-folder': ({ path }) => [`${path} is a folder`, 'name a file'],
  'storage/no-permission': ({ path }) => [
    `no permission for ${path}`,
    'change its permissions or choose another place',
  ],
  'storage/disk-full': ({ path }) => [`the disk is full at ${path}`, 'free some space and try again'],
  'storage/too-large': ({ path }) => [`${path} is too large`, 'choose a smaller file'],
  'storage/name-taken': ({ path }) => [`there is something at ${path} already`, 'try again'],
  'storage/failed': ({ path, systemCode }) => [
    `${path} could not be read or written (${systemCode})`,
    'try again',
  ],
  'notes/not-found': ({ path }) => [`the note ${path} is gone`, 'run the command again'],
  'history/not-found': ({ path }) => [`${path} has no such version`, 'list its versions again'],
  'history/damaged': ({ id }) => [`the version ${id} is damaged`, 'choose another version, or a backup'],
  'backup/damaged': ({ path }) => [`${path} is no backup, or damaged`, 'choose another one'],
  'backup/unsafe': ({ path }) => [
    `${path} holds what no backup has`,
    'choose another one; nothing was written',
  ],
  'backup/stopped': ({ path }) => [`the backup ${path} was stopped`, 'make it again'],
  'backup/folder-missing': ({ path }) => [
    `there is no folder ${path} for backups`,
    'check that its disk is there',
  ],
  'backup/inside-notebook': ({ path }) => [`${path} is inside the notebook`, 'choose a folder outside of it'],
  'notes/conflict': ({ path }) => [`${path} was changed by another program`, 'run the command again'],
  'notes/bad-path': ({ path }) => [
    `${path} is not a note of the notebook`,
    'name a Markdown file below notes/ that no link leads out of',
  ],
  'notes/not-text': ({ path }) => [`${path} can not be read as text`, 'save it as UTF-8 text first'],
  'notes/bad-front-matter': ({ path }) => [
    `the properties at the top of ${path} can not be read or changed safely`,
    'mend them in a text editor',
  ],
  'notes/name-taken': ({ path }) => [`there is a note ${path} already`, 'choose another name'],
  'attachments/not-an-image': ({ name }) => [
    `${name} is not an image`,
    'use PNG, JPEG, GIF, WebP, AVIF, BMP or SVG',
  ],
  'attachments/too-large': ({ name }) => [`${name} is too large`, 'files of up to 50 MB can be added'],
  'questions/not-found': ({ id }) => [
    `the notebook has no question ${id}`,
    'see "answerbook questions" for its questions',
  ],
  'import/unsupported-format': ({ name }) => [
    `${name} is of a format that can not be imported`,
    'use Markdown, plain text, HTML, CSV, TSV, JSON, OPML or text of Anki',
  ],
  'import/too-large': ({ name, limit }) => [
    `${name} is too large`,
    `import files of at most ${megabytes(limit)} MB`,
  ],
  'import/inside-notebook': ({ path }) => [
    `${path} is the notebook itself, is inside of it or holds it`,
    'choose another folder',
  ],
  'import/too-many-files': ({ limit }) => [
    `there are more than ${String(limit)} files`,
    'import a part of them at a time',
  ],
  'import/cancelled': () => ['the import was cancelled, and nothing of it is there', 'run the command again'],
  'import/not-text': ({ name }) => [`${name} is not UTF-8 text`, 'save it as UTF-8 text first'],
  'import/empty': ({ name }) => [`${name} is empty`, 'choose a file with questions'],
  'import/bad-format': ({ name, detail }) => [
    `${name} is damaged, or not what its name says (${detail})`,
    'write it again with the program that it is from',
  ],
  'import/no-questions': ({ name }) => [
    `no questions were found in ${name}`,
    'check that its questions are list items, headings or a column of their own',
  ],
  'questions/list-exists': ({ id }) => [
    `the notebook has a list ${id} already`,
    'choose another id with --list-id',
  ],
  'questions/bad-list-id': ({ id, reason, suggestion }) =>
    reason === 'reserved'
      ? [
          `"${id}" can not be a list id, as Windows has no files of this name`,
          `use another, such as "${suggestion}"`,
        ]
      : [`"${id}" can not be a list id`, `use letters, digits and hyphens, such as "${suggestion}"`],
  'questions/list-changed': ({ path }) => [`${path} was changed by another program`, 'run the command again'],
  'questions/not-editable': ({ path }) => [
    `${path} is written in a way that this can not be changed in`,
    'change it in a text editor',
  ],
  'questions/list-not-found': ({ id }) => [
    `the notebook has no list ${id}`,
    'see "answerbook questions" for its lists',
  ],
  'questions/section-not-found': ({ id, number }) => [
    `the list ${id} has no section ${number}`,
    'see "answerbook questions" for its sections',
  ],
  'export/inside-notebook': ({ path }) => [
    `${path} is inside the notebook's own folders`,
    'choose a place outside of them',
  ],
  'export/would-overwrite': ({ path }) => [`${path} is there already`, 'choose another name'],
  'export/folder-not-empty': ({ path }) => [`${path} is not empty`, 'choose an empty folder or a new name'],
  'export/cancelled': ({ path }) => [`the export to ${path} was cancelled`, 'run the command again'],
  'export/no-browser': () => [
    'no Chromium was found to print with',
    'install Chromium or Chrome, or name one in ANSWERBOOK_CHROMIUM',
  ],
  'export/print-failed': ({ detail }) => [
    `the PDF could not be printed (${detail})`,
    'try again, or export as html and print that',
  ],
  'export/unsupported-format': ({ format }) => [
    `can not export to ${format}`,
    'see "answerbook export --help"',
  ],
  'search/failed': ({ detail }) => [`the search failed (${detail})`, 'try again'],
  'study/nothing-to-undo': () => ['there is no such review', 'see the study log'],
  internal: ({ message }) => [`something went wrong (${message})`, 'run again with --debug and report it'],
}

function quoted(data: Readonly<Record<string, unknown>>): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(data).map(([key, value]) => [key, String(value)]))
}

function megabytes(bytes: string | undefined): number {
  return Math.floor(Number(bytes) / 1024 / 1024)
}
