import { linkKey, linkKeysTo } from '../../../../../src/shared/domain/link-keys'
import { exportMarkdown, type MarkdownExport } from '../../../../../src/shared/domain/export/export-markdown'
import type { ReadNote } from '../../../../../src/shared/domain/export/unit-texts'
import type { ExportNote, ExportPlan } from '../../../../../src/shared/domain/export/export-source'
import { splitFrontMatter } from '../../../../../src/shared/domain/front-matter'
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
}

export const twoQuestions = '## Gates\n\n- What is a gate? ^q-1\n- Why? ^q-2\n'

/** Exports a notebook that is in memory to one Markdown file. */
export function exportOf(fixture: ExportFixture): MarkdownExport {
  return exportMarkdown(sourceOf(fixture), { include: fixture.include ?? 'all', filesFolder: 'Book files' })
}

/** A notebook that is in memory. */
export function sourceOf({
  title = 'Book',
  lists,
  notes,
  files = [],
}: ExportFixture): ExportPlan<ExportNote & Note> {
  const texts = Object.entries(lists ?? { 'gates.md': twoQuestions })
  const parsed = parseQuestionLists(texts.map(([name, text]) => ({ name, text }))).map(({ list }) => list)
  const all = Object.entries(notes ?? {}).map(([path, text]) => ({
    ...readNote(path, text),
    body: splitFrontMatter(text).body,
  }))
  const questions = new Set(
    parsed.flatMap(list =>
      list.sections.flatMap(section => section.questions.map(question => question.id as string)),
    ),
  )
  return {
    title,
    lists: parsed,
    answersOf: id => all.filter(note => note.answers.includes(id)),
    otherNotes: all.filter(note => !note.answers.some(id => questions.has(id))),
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
export function bodyOf({ markdown }: MarkdownExport): string {
  return markdown.slice(markdown.indexOf('\n## ', markdown.indexOf('## Contents') + 5) + 1)
}
