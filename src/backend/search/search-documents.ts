import { plainInline } from '../../shared/domain/markdown/parse-markdown'
import type { OpenNotebook } from '../notebook/open-notebook'
import type { IndexedNote } from '../notes/note-index'
import type { StoredQuestionList } from '../questions/question-list-store'
import type { SearchDocument } from './search-protocol'

const batchSize = 100

/** Every question and every note of a notebook, in batches; notes are read from disk. */
export async function* documentsOfNotebook(notebook: OpenNotebook): AsyncIterable<readonly SearchDocument[]> {
  for (const list of notebook.lists) yield documentsOfList(list)
  const notes = [...notebook.notes.all()]
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
    section.questions.map((question): SearchDocument => ({
      kind: 'question',
      id: question.id,
      path: list.path,
      title: plainInline(question.text),
      section: section.title,
      tags: [],
      text: [question.hint, question.body].filter(part => part !== undefined).join('\n\n'),
    })),
  )
}

/** What the index has to learn when lists change: documents that are other than before, ids of those that are gone. */
export function changedDocuments(
  before: readonly StoredQuestionList[],
  after: readonly StoredQuestionList[],
): { readonly changed: SearchDocument[]; readonly gone: string[] } {
  const old = new Map(
    before.flatMap(documentsOfList).map(document => [document.id, JSON.stringify(document)]),
  )
  const now = after.flatMap(documentsOfList)
  const ids = new Set(now.map(({ id }) => id))
  return {
    changed: now.filter(document => old.get(document.id) !== JSON.stringify(document)),
    gone: [...old.keys()].filter(id => !ids.has(id)),
  }
}

export function documentOfNote(notebook: OpenNotebook, note: IndexedNote, text: string): SearchDocument {
  const question = note.answers.find(id => notebook.hasQuestion(id))
  return {
    kind: 'note',
    id: note.path,
    path: note.path,
    title: note.title,
    section: question === undefined ? '' : notebook.question(question).section.title,
    tags: note.tags,
    text,
  }
}
