import type { Command } from 'commander'
import type { Finding } from '../shared/contract/check-procedures'
import { plural } from './plural'
import { absolutePath, print, withClient } from './session'

/** Thrown when all was told: the command was carried out and found something. */
export class ProblemsFound extends Error {
  override readonly name = 'ProblemsFound'
}

/** Adds `check`. */
export function addCheckCommand(program: Command): void {
  program
    .command('check')
    .description(
      'look for broken links, damaged files and what crashes and sync programs left; changes nothing',
    )
    .argument('<dir>', 'a notebook')
    .option('--json', 'print one JSON value')
    .action(check)
}

/** @throws ProblemsFound when there are any. */
async function check(dir: string, options: { json?: true }): Promise<void> {
  const findings = await withClient(client => client['check.run']({ path: absolutePath(dir) }))
  await print(options.json, { problems: findings }, () =>
    findings.length === 0 ? 'No problems found' : findings.map(describe).join('\n'),
  )
  if (findings.length > 0) throw new ProblemsFound(plural(findings.length, 'problem'))
}

/** On one line, also where a name has several. */
function describe({ kind, path, line, detail }: Finding): string {
  const place = line === null ? path : `${path}:${line}`
  const words = `${place}: ${wordsByKind[kind]}${detail === '' ? '' : ` (${wordsOf(kind, detail)})`}`
  return words.replace(/\s*[\r\n]+\s*/g, ' ')
}

function wordsOf(kind: Finding['kind'], detail: string): string {
  return kindsWithCode.includes(kind) ? (wordsByDetail[detail] ?? detail) : detail
}

const kindsWithCode: readonly Finding['kind'][] = ['read-only', 'unreadable-note', 'unreadable-list']

const wordsByDetail: Readonly<Record<string, string>> = {
  'newer-format': 'a newer Answerbook has written it: update this one to change it',
  'no-permission': 'there is no permission to write to its folder',
  'notes-vanished':
    'many of its notes are missing: open it in the app to look again or to go on without them',
  'too-large': 'it is too large',
  'not-text': 'it is not UTF-8 text',
  unreadable: 'there is no permission, or the disk fails',
}

const wordsByKind: Readonly<Record<Finding['kind'], string>> = {
  'read-only': 'the notebook can only be read',
  'unreadable-note': 'the note can not be read',
  'unreadable-list': 'the question list can not be read',
  'bad-front-matter': 'the front matter can not be read',
  'duplicate-id': 'the id is taken already',
  'unknown-question': 'it answers a question that is in no list',
  'broken-link': 'the link leads nowhere',
  'missing-image': 'the image is missing',
  'conflict-copy': 'a sync program has left another version; open the note to merge it',
  'conflict-markers': 'the note has two versions between markers; open it to merge them',
  'unsaved-text': 'a crash left unsaved text; open the notebook to get it back',
  'damaged-draft': 'unsaved text that a crash left can not be read',
  'unfinished-rename': 'a renaming was not finished; open the notebook to finish it',
  'temporary-file':
    'a temporary file of a write that was killed; it goes an hour later, when the notebook is opened',
  'unreadable-trash': 'the note in the trash can not be read',
  'damaged-history': 'an earlier version of the note is damaged; the note itself is not',
  'unreadable-study-line': 'the line of the study log can not be read',
  'damaged-cache': 'the search index is damaged; it is made anew when the notebook is opened',
  'damaged-backup': 'the newest backup is damaged; make another one',
}
