import { createHash } from 'node:crypto'
import { plainInline } from '../../shared/domain/markdown/parse-markdown'
import type { OpenNotebook } from '../notebook/open-notebook'
import type { IndexedNote } from '../notes/note-index'
import type { StoredQuestionList } from '../questions/question-list-store'
import type { SearchDocument } from './search-protocol'

const batchSize = 250

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
      ...notebook.lists.flatMap(documentsOfList).map(({ id, stamp }) => [id, stamp] as const),
      ...[...notebook.notes.all()].map(note => [note.path, stampOfNote(notebook, note)] as const),
    ],
    documents: ids => readDocuments(notebook, ids),
  }
}

async function* readDocuments(
  notebook: OpenNotebook,
  ids: ReadonlySet<string>,
): AsyncIterable<readonly SearchDocument[]> {
  for (const list of notebook.lists) yield documentsOfList(list).filter(({ id }) => ids.has(id))
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

export function documentsOfList(list: StoredQuestionList): SearchDocument[] {
  return list.sections.flatMap(section =>
    section.questions.map((question): SearchDocument => {
      const document = {
        kind: 'question',
        id: question.id,
        path: list.path,
        title: plainInline(question.text),
        section: section.title,
        tags: [],
        questions: [question.id],
        text: [question.hint, question.body].filter(part => part !== undefined).join('\n\n'),
      } as const
      return { ...document, stamp: digest(JSON.stringify(document)) }
    }),
  )
}

/** What the index has to learn when lists change: documents that are other than before, ids of those that are gone. */
export function changedDocuments(
  before: readonly StoredQuestionList[],
  after: readonly StoredQuestionList[],
): { readonly changed: SearchDocument[]; readonly gone: string[] } {
  const old = new Map(before.flatMap(documentsOfList).map(({ id, stamp }) => [id, stamp]))
  const now = after.flatMap(documentsOfList)
  const ids = new Set<string>(now.map(({ id }) => id))
  return {
    changed: now.filter(({ id, stamp }) => old.get(id) !== stamp),
    gone: [...old.keys()].filter(id => !ids.has(id)),
  }
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

/** A note's file and the section of its question: all that its document is made of. */
function stampOfNote(notebook: OpenNotebook, note: IndexedNote): string {
  return digest(`${note.hash}\n${note.path}\n${sectionOf(notebook, note)}`)
}

function digest(text: string): string {
  return createHash('sha1').update(text).digest('base64url').slice(0, 16)
}
