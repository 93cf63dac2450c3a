import { diskRoot } from '../../support/crash-disk'
import { samplePng } from '../../support/sample-images'
import { AppError } from '../../../src/shared/contract/app-error'
import type { AnswerbookClient } from '../../../src/shared/contract/contract'

/** Something that writes, through every layer down to the file port. */
export interface Operation {
  readonly name: string
  readonly files: Readonly<Record<string, string>>
  /** Files that are each a step of its own: when the whole fails, one of them may be done and another not. */
  readonly steps?: readonly string[]
  /** Throws what the user is told, also where the result only says it. */
  readonly act: (client: AnswerbookClient) => Promise<unknown>
}

const twoNotes = { 'notes/a.md': 'about cats\n', 'notes/b.md': '[[a]] and cats\n' }
const listWithoutIds =
  '---\ntitle: Plain\nid: plain\n---\n\n## One\n\n1. What is first?\n2. What is second?\n'
const quiz = '# Quiz\n\n## Q1. What is one?\n\nThe first.\n\n## Q2. What is two?\n\nThe second.\n'
const earlierStatus = '{"id":"e","at":1,"type":"status","question":"small-2-01","status":"draft"}\n'
const question = { questionId: 'small-1-01' }

/** One for each thing that a store writes. */
export const operations: readonly Operation[] = [
  {
    name: 'save a note',
    files: twoNotes,
    act: async client => {
      const { hash } = await client['notes.read']({ path: 'notes/a.md' })
      return client['notes.save']({ path: 'notes/a.md', text: 'about dogs\n', baseHash: hash })
    },
  },
  { name: 'make a note', files: {}, act: client => client['notes.create']({ title: 'New', text: 'new\n' }) },
  {
    name: 'answer a question',
    files: {},
    act: client => client['notes.createAnswer']({ ...question, text: 'x' }),
  },
  {
    name: 'link a note to a question without an id',
    steps: ['questions/plain.md'],
    files: { ...twoNotes, 'questions/plain.md': listWithoutIds },
    act: client => client['notes.link']({ path: 'notes/a.md', questionId: 'plain-01-02' }),
  },
  {
    name: 'unlink a note',
    files: { 'notes/a.md': '---\nanswers: [small-1-01]\n---\ntext\n' },
    act: client => client['notes.unlink']({ path: 'notes/a.md', ...question }),
  },
  {
    name: 'merge two questions and the answers of both',
    files: {
      'notes/a.md': '---\nanswers: [small-1-02]\n---\nSee [[small#^small-1-02]].\n',
      'notes/b.md': '---\nanswers: [small-1-01]\n---\nb\n',
    },
    steps: ['notes/a.md', 'questions/small.md'],
    act: async client => {
      const [list] = await client['questions.lists']({})
      const wording = { text: 'Both?', hint: null, body: null }
      return client['questions.edit']({
        listId: 'small',
        hash: list?.hash ?? '',
        edit: { kind: 'merge-questions', id: 'small-1-02', into: 'small-1-01', wording },
      })
    },
  },
  {
    name: 'give a list its newer edition',
    files: {},
    act: async client => {
      const file = { name: 'quiz.md', base64: Buffer.from(quiz).toString('base64') }
      const [list] = await client['questions.lists']({})
      const input = { file, listId: 'small', hash: list?.hash ?? '', choices: [] }
      return client['questions.importEdition'](input)
    },
  },
  {
    name: 'move a note to the trash',
    files: twoNotes,
    act: client => client['notes.trash']({ path: 'notes/a.md' }),
  },
  {
    name: 'restore a note',
    files: { '.answerbook/trash/old a.md': 'about cats\n' },
    act: client =>
      client['notes.restore']({ path: 'notes/deep/a.md', trashPath: '.answerbook/trash/old a.md' }),
  },
  {
    name: 'put a note of the trash back under a free name',
    files: { ...twoNotes, '.answerbook/trash/2026-01-01T00-00-00-000Z/notes/a.md': 'about dogs\n' },
    act: client =>
      client['trash.restore']({ trashPath: '.answerbook/trash/2026-01-01T00-00-00-000Z/notes/a.md' }),
  },
  {
    name: 'rename a note',
    files: twoNotes,
    act: client => client['notes.rename']({ path: 'notes/a.md', newPath: 'notes/deep/c.md' }),
  },
  {
    name: 'set a status',
    files: { 'study/00000000-0000-4000-8000-000000000001.jsonl': earlierStatus },
    act: client => client['questions.setStatus']({ id: 'small-1-01', status: 'draft' }),
  },
  {
    name: 'grade a review',
    files: {},
    act: client => client['study.review']({ id: 'small-1-01', rating: 3, mode: 'recall', ms: 1000 }),
  },
  {
    name: 'make a notebook',
    files: {},
    act: client => client['notebook.create']({ path: `${diskRoot}/other`, list: 'none' }),
  },
  {
    name: 'save what was made of two versions',
    files: twoNotes,
    act: async client => {
      const path = 'notes/a.md'
      const { hash } = await client['notes.read']({ path })
      const text = 'about dogs\n'
      return client['notes.resolveConflict']({ path, text, mine: 'about mice\n', baseHash: hash })
    },
  },
  {
    name: 'import a list with answers',
    files: {},
    act: client => client['questions.import']({ files: [{ name: 'quiz.md', base64: btoa(quiz) }] }),
  },
  {
    name: 'store an image',
    files: {},
    act: client => {
      const base64 = Buffer.from(samplePng()).toString('base64')
      return client['attachments.add']({ name: 'dot.png', base64, notePath: null, questionId: null })
    },
  },
  {
    name: 'replace across notes',
    steps: ['notes/a.md', 'notes/b.md'],
    files: twoNotes,
    act: async client => {
      const words = {
        text: 'cats',
        replacement: 'dogs',
        isRegex: false,
        isCaseSensitive: true,
        isWholeWord: false,
      }
      const { files } = await client['replace.preview'](words)
      const { skipped } = await client['replace.apply']({
        query: words,
        files: files.map(({ path, hash }) => ({ path, hash })),
      })
      if (skipped.length > 0) throw new AppError('storage/failed', { skipped })
    },
  },
  {
    name: 'export',
    files: { ...twoNotes, 'notes/c.md': '![](../attachments/x.png)\n', 'attachments/x.png': 'PNG' },
    act: client =>
      client['export.run']({
        format: 'markdown',
        scope: { kind: 'notebook' },
        path: `${diskRoot}/out.md`,
        include: 'all',
        overwrite: true,
      }),
  },
]
