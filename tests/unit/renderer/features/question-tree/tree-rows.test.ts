import { expect, test } from 'vitest'
import { everyQuestion } from '../../../../../src/shared/domain/study/question-filter'
import {
  indexOfRow,
  treeRows,
  type TreeFilter,
  type TreeRow,
} from '../../../../../src/renderer/features/question-tree/tree-rows'
import { linesAround, moveInTree } from '../../../../../src/renderer/ui/move-in-tree'
import { rowId } from '../../../../../src/renderer/ui/row-id'
import { TypedPrefix } from '../../../../../src/renderer/ui/typed-prefix'
import type { QuestionItem, QuestionListView } from '../../../../../src/shared/contract/question-procedures'

const item = (id: string, text: string, status: QuestionItem['status'] = 'not started'): QuestionItem => ({
  id,
  listId: 'small',
  number: Number(id.slice(-1)),
  sectionNumber: 1,
  text,
  hint: null,
  body: null,
  status,
  confidence: null,
  isStarred: false,
  ease: null,
  importance: null,
  dueAt: null,
  isDue: false,
  tags: [],
  notes: [],
})

const list: QuestionListView = {
  id: 'small',
  hash: '',
  path: 'questions/small.md',
  title: 'Small',
  language: null,
  source: null,
  sections: [
    {
      number: 1,
      title: 'Tokens',
      questions: [item('a-1', 'What is a token?', 'answered'), item('a-2', 'Which merge is first?')],
    },
    { number: 2, title: 'Attention', questions: [item('b-1', 'Why a square root?', 'draft')] },
  ],
}

const all: TreeFilter = { text: '', only: everyQuestion }
const keys = (filter: TreeFilter, folded: readonly string[] = []): string[] =>
  treeRows([list], filter, new Set(folded)).map(row => row.key)

test('one list shows its sections at the top, several lists show themselves', () => {
  expect(keys(all)).toEqual(['section small 1', 'a-1', 'a-2', 'section small 2', 'b-1'])
  expect(treeRows([list, { ...list, id: 'other' }], all, new Set()).map(row => row.level)).toEqual([
    1, 2, 3, 3, 2, 3, 1, 2, 3, 3, 2, 3,
  ])
})

test('a folded section hides its questions, a filter unfolds it', () => {
  expect(keys(all, ['section small 1'])).toEqual(['section small 1', 'section small 2', 'b-1'])
  expect(keys({ text: 'merge', only: everyQuestion }, ['section small 1'])).toEqual([
    'section small 1',
    'a-2',
  ])
})

test('filters are by words of text, section and place, and by status', () => {
  expect(keys({ text: 'square ATTENTION', only: everyQuestion })).toEqual(['section small 2', 'b-1'])
  expect(keys({ text: '1.2', only: everyQuestion })).toEqual(['section small 1', 'a-2'])
  expect(keys({ text: '', only: { ...everyQuestion, status: 'answered' } })).toEqual([
    'section small 1',
    'a-1',
  ])
  expect(keys({ text: 'nowhere', only: everyQuestion })).toEqual([])
})

test('rows say their place among their siblings', () => {
  const [section, question] = treeRows([list], all, new Set())
  expect(section).toMatchObject({ level: 1, position: 1, siblings: 2, answered: 1, total: 2, isOpen: true })
  expect(question).toMatchObject({ level: 2, position: 1, siblings: 2, parentKey: 'section small 1' })
})

const keyAt = (key: string, timeStamp = 0) => ({
  key,
  timeStamp,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
})
const press = (key: string, active: number, folded: readonly string[] = []) =>
  moveInTree(treeRows([list], all, new Set(folded)), active, keyAt(key), {
    labelOf: row => (row.kind === 'question' ? row.item.text : row.key),
    typed: new TypedPrefix(),
  })

test('arrows move, fold and unfold', () => {
  expect(press('ArrowDown', 0)).toEqual({ kind: 'go', index: 1 })
  expect(press('ArrowUp', 0)).toBeUndefined()
  expect(press('ArrowLeft', 2)).toEqual({ kind: 'go', index: 0 })
  expect(press('ArrowLeft', 0)).toEqual({ kind: 'fold', key: 'section small 1', isFolded: true })
  expect(press('ArrowRight', 0, ['section small 1'])).toEqual({
    kind: 'fold',
    key: 'section small 1',
    isFolded: false,
  })
  expect(press('ArrowRight', 0)).toEqual({ kind: 'go', index: 1 })
  expect(press('End', 0)).toEqual({ kind: 'go', index: 4 })
  expect(press('Home', 4)).toEqual({ kind: 'go', index: 0 })
})

test('Enter goes to the editor, a letter to the next row that starts with it', () => {
  expect(press('Enter', 1)).toEqual({ kind: 'edit' })
  expect(press('w', 1)).toEqual({ kind: 'go', index: 2 })
  expect(press('w', 2)).toEqual({ kind: 'go', index: 4 })
  expect(press('w', 4)).toEqual({ kind: 'go', index: 1 })
  expect(press('z', 0)).toBeUndefined()
})

test('a question that leaves the filter is between the rows around it (arrows went to the first)', () => {
  const only = { ...everyQuestion, status: 'not started' as const }
  const left = (id: string, stay: readonly string[]) => {
    const sections = list.sections.map(section => ({
      ...section,
      questions: section.questions.map(each =>
        item(each.id, each.text, stay.includes(each.id) ? 'not started' : 'draft'),
      ),
    }))
    const rows = treeRows([{ ...list, sections }], { text: '', only }, new Set())
    const active = indexOfRow(rows, [list], id)
    const search = { labelOf: (row: TreeRow) => row.key, typed: new TypedPrefix() }
    return ['ArrowUp', 'ArrowDown'].map(key => {
      const move = moveInTree(rows, active, keyAt(key), search)
      return move?.kind === 'go' ? rows[move.index]?.key : undefined
    })
  }
  expect(left('a-1', ['a-2', 'b-1'])).toEqual(['section small 1', 'a-2'])
  expect(left('a-2', ['a-1', 'b-1'])).toEqual(['a-1', 'section small 2'])
  expect(left('b-1', ['a-1', 'a-2'])).toEqual(['a-2', undefined])
  expect(left('a-1', ['b-1'])).toEqual([undefined, 'section small 2'])
  expect(left('a-1', ['a-1', 'a-2'])).toEqual(['section small 1', 'a-2'])
})

test('letters typed within half a second find the line that starts with all of them (each went on by itself)', () => {
  const labels = ['Weights', 'Why two', 'Where', 'Bias', 'Why three', 'wwide', '  ']
  const rows = labels.map(key => ({ key, parentKey: undefined }))
  const typed = new TypedPrefix()
  let active = 0
  const type = (letters: string, startMs: number, stepMs = 100) => {
    for (const [index, key] of [...letters].entries()) {
      const move = moveInTree(rows, active, keyAt(key, startMs + index * stepMs), {
        labelOf: ({ key: label }) => label,
        typed,
      })
      if (move?.kind === 'go') active = move.index
    }
    return labels[active]
  }
  expect(type('wh', 0)).toBe('Why two')
  expect(type('why t', 1000)).toBe('Why three')
  expect(type('why two', 3000)).toBe('Why two')
  expect(type('wb', 5000, 600)).toBe('Bias')
  expect(type('ww', 9000)).toBe('wwide')
  expect(type('bb', 11_000)).toBe('Bias')
  expect(type(' ', 13_000)).toBe('Bias')
})

test('rows have ids of their own (a b.md and a_b.md had one)', () => {
  const ids = ['a b.md', 'a_b.md', 'a_32_b.md', 'a\u00A0b.md'].map(key => rowId('row', key))
  expect(new Set(ids).size).toBe(4)
  expect(ids.join('')).not.toMatch(/\s/)
})

test('around a line are those that an arrow key would open, past sections', () => {
  const lines = [
    { key: 'section', parentKey: undefined, isOpen: true },
    { key: 'a', parentKey: 'section' },
    { key: 'b', parentKey: 'section' },
    { key: 'folded', parentKey: undefined, isOpen: false },
    { key: 'next', parentKey: undefined, isOpen: true },
    { key: 'c', parentKey: 'next' },
  ]
  const keysAround = (index: number): string[] => linesAround(lines, index).map(({ key }) => key)
  expect(keysAround(2)).toEqual(['a', 'c'])
  expect(keysAround(1)).toEqual(['b'])
  expect(keysAround(5)).toEqual(['b'])
})
