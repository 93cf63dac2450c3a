import { linkKey, linkKeysTo } from '../../../../../src/shared/domain/link-keys'
import {
  MarkdownExport,
  type MarkdownExportOptions,
} from '../../../../../src/shared/domain/export/export-markdown'
import { exportWords, type ExportLanguage } from '../../../../../src/shared/domain/export/export-words'
import { narrowLists } from '../../../../../src/shared/domain/export/narrow-lists'
import type { ReadNote } from '../../../../../src/shared/domain/export/unit-texts'
import type { ExportPlan, UnresolvedTarget } from '../../../../../src/shared/domain/export/export-source'
import { splitFrontMatter } from '../../../../../src/shared/domain/split-front-matter'
import { readNote, type Note } from '../../../../../src/shared/domain/note'
import { parseQuestionLists } from '../../../../../src/shared/domain/parse-question-lists'

export interface ExportFixture {
  readonly title?: string
  /** Texts of lists by file name. */
  readonly lists?: Readonly<Record<string, string>>
  /** Texts of notes by path. */
  readonly notes?: Readonly<Record<string, string>>
  readonly files?: readonly string[]
  readonly include?: 'all' | 'answered'
  readonly language?: ExportLanguage
}

export const twoQuestions = '## Gates\n\n- What is a gate? ^q-1\n- Why? ^q-2\n'

export interface WrittenMarkdown {
  readonly markdown: string
  readonly attachments: ReadonlyMap<string, string>
  readonly brokenLinks: readonly UnresolvedTarget[]
  readonly missingImages: readonly UnresolvedTarget[]
}

/** Exports a notebook that is in memory to one Markdown file. */
export async function exportOf(
  fixture: ExportFixture,
  options: Partial<MarkdownExportOptions> = {},
): Promise<WrittenMarkdown> {
  const read = readerOf(fixture)
  const result = new MarkdownExport(sourceOf(fixture), { read, filesFolder: 'Book files', ...options })
  let markdown = ''
  for await (const piece of result.pieces(() => undefined)) markdown += piece
  const { attachments, brokenLinks, missingImages } = result
  return { markdown, attachments, brokenLinks, missingImages }
}

/** A notebook that is in memory. */
export function sourceOf({
  title = 'Book',
  lists,
  notes,
  files = [],
  include = 'all',
  language = 'en',
}: ExportFixture): ExportPlan<Note> {
  const texts = Object.entries(lists ?? { 'gates.md': twoQuestions })
  const parsed = parseQuestionLists(texts.map(([name, text]) => ({ name, text }))).map(({ list }) => list)
  const all = Object.entries(notes ?? {}).map(([path, text]) => readNote(path, text))
  const questions = new Set(
    parsed.flatMap(list =>
      list.sections.flatMap(section => section.questions.map(question => question.id as string)),
    ),
  )
  const answersOf = (id: string): Note[] => all.filter(note => note.answers.includes(id))
  return {
    title,
    words: exportWords[language],
    lists: include === 'all' ? parsed : narrowLists(parsed, id => answersOf(id).some(note => note.hasText)),
    answersOf,
    otherNotes: include === 'all' ? all.filter(note => !note.answers.some(id => questions.has(id))) : [],
    links: {
      notesNamed: key =>
        all.filter(note => [...linkKeysTo(note), linkKey(note.path)].includes(key)).map(note => note.path),
      hasQuestion: id => questions.has(id),
      listNamed: key => parsed.find(list => linkKey(list.id) === key)?.id,
    },
    hasFile: path => files.includes(path),
  }
}

/** Reads the notes of a fixture as the streaming formats do. */
export function readerOf({ notes = {} }: ExportFixture): ReadNote {
  return async path => {
    const { block, body } = splitFrontMatter(notes[path] ?? '')
    return { frontMatter: block, body }
  }
}

/** What stands under the contents. */
export function bodyOf({ markdown }: Pick<WrittenMarkdown, 'markdown'>): string {
  return markdown.slice(markdown.indexOf('\n## ', markdown.indexOf('## Contents') + 5) + 1)
}
