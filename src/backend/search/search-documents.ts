import { setImmediate } from 'node:timers/promises'
import { crc32 } from 'node:zlib'
import { plainInline } from '../../shared/domain/markdown/parse-markdown'
import type { Question, Section } from '../../shared/domain/question-list'
import type { OpenNotebook } from '../notebook/open-notebook'
import type { IndexedNote } from '../notes/note-index'
import type { StoredQuestionList } from '../questions/question-list-store'
import type { SearchDocument } from './search-protocol'

/** Few enough to be read and sent without holding others up. */
const batchSize = 50

/** Where the documents of a search come from. */
export interface DocumentSource {
  /** Every document that there is, with the stamp of its state. */
  readonly stamps: () => (readonly [id: string, stamp: string])[]
  /** Those of these ids that are still there, in batches. */
  readonly documents: (ids: ReadonlySet<string>) => AsyncIterable<readonly SearchDocument[]>
}

/** The questions and notes of a notebook; notes are read from disk. */
export function documentsOfNotebook(notebook: OpenNotebook): DocumentSource {
  return {
    stamps: () => [
      ...[...questionsOf(notebook.lists)].map(
        listed => [listed.question.id, stampOfQuestion(listed)] as const,
      ),
      ...[...notebook.notes.all()].map(note => [note.path, stampOfNote(notebook, note)] as const),
    ],
    documents: ids => readDocuments(notebook, ids),
  }
}

async function* readDocuments(
  notebook: OpenNotebook,
  ids: ReadonlySet<string>,
): AsyncIterable<readonly SearchDocument[]> {
  const questions = [...questionsOf(notebook.lists)].filter(({ question }) => ids.has(question.id))
  for (let start = 0; start < questions.length; start += batchSize) {
    yield questions.slice(start, start + batchSize).map(documentOfQuestion)
    // Reading the text of many questions is work, and others want their turn.
    await setImmediate()
  }
  const notes = [...notebook.notes.all()].filter(({ path }) => ids.has(path))
  for (let start = 0; start < notes.length; start += batchSize) {
    yield await Promise.all(
      notes.slice(start, start + batchSize).map(async note => {
        const text = await notebook.noteStore.read(note.path).then(
          file => file.text,
          () => undefined,
        )
        return documentOfNote(notebook, note, text ?? '')
      }),
    )
  }
}

/** A question as it stands in its list, before its text is read. */
interface ListedQuestion {
  readonly list: StoredQuestionList
  readonly section: Section
  readonly question: Question
}

function* questionsOf(lists: readonly StoredQuestionList[]): Generator<ListedQuestion> {
  for (const list of lists) {
    for (const section of list.sections) {
      for (const question of section.questions) yield { list, section, question }
    }
  }
}

function documentOfQuestion(listed: ListedQuestion): SearchDocument {
  const { list, section, question } = listed
  return {
    kind: 'question',
    id: question.id,
    path: list.path,
    title: plainInline(question.text),
    section: section.title,
    tags: [],
    questions: [question.id],
    text: [question.hint, question.body].filter(part => part !== undefined).join('\n\n'),
    stamp: stampOfQuestion(listed),
  }
}

/** What the index has to learn when lists change: documents that are other than before, ids of those that are gone. */
export function changedDocuments(
  before: readonly StoredQuestionList[],
  after: readonly StoredQuestionList[],
): { readonly changed: SearchDocument[]; readonly gone: string[] } {
  const stamps = new Map<string, string>()
  for (const listed of questionsOf(before)) stamps.set(listed.question.id, stampOfQuestion(listed))
  const gone = new Set(stamps.keys())
  const changed: SearchDocument[] = []
  for (const listed of questionsOf(after)) {
    const { id } = listed.question
    gone.delete(id)
    if (stamps.get(id) !== stampOfQuestion(listed)) changed.push(documentOfQuestion(listed))
  }
  return { changed, gone: [...gone] }
}

export function documentOfNote(notebook: OpenNotebook, note: IndexedNote, text: string): SearchDocument {
  return {
    kind: 'note',
    id: note.path,
    path: note.path,
    title: note.title,
    section: sectionOf(notebook, note),
    tags: note.tags,
    questions: note.answers,
    text,
    stamp: stampOfNote(notebook, note),
  }
}

function sectionOf(notebook: OpenNotebook, note: IndexedNote): string {
  const question = note.answers.find(id => notebook.hasQuestion(id))
  return question === undefined ? '' : notebook.question(question).section.title
}

/** A note's file, the section of its question and its tags as they are read: all that its document is made of. */
function stampOfNote(notebook: OpenNotebook, note: IndexedNote): string {
  return `${note.hash}.${checksum([sectionOf(notebook, note), ...note.tags].join('\n'))}`
}

function stampOfQuestion({ list, section, question }: ListedQuestion): string {
  const { text, hint, body } = question
  return checksum([list.path, section.title, text, hint ?? '', body ?? ''].join('\n'))
}

/** Cheap, because every document's is made at each start; a document is told from an earlier state of itself only. */
function checksum(text: string): string {
  return `${text.length}-${crc32(text)}`
}
