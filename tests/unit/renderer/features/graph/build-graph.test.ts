import { expect, test } from 'vitest'
import type { NoteSummary } from '../../../../../src/shared/contract/note-procedures'
import { buildGraph, neighboursOf, partOfGraph } from '../../../../../src/renderer/features/graph/build-graph'
import type { PlacedQuestion } from '../../../../../src/renderer/state/queries'

function question(id: string, number: number, status = 'not started'): PlacedQuestion {
  return {
    item: { id, number, text: `What is *${id}*?`, status },
    section: { number: 1, title: 'One' },
    list: { id: 'small', title: 'Small' },
  } as unknown as PlacedQuestion
}

function note(path: string, answers: string[] = []): NoteSummary {
  return { path, title: path, answers, tags: [], modifiedAt: 0, problem: null }
}

const graph = buildGraph({
  questions: [question('a', 1, 'answered'), question('b', 2), question('c', 3)],
  notes: [note('a.md', ['a']), note('bc.md', ['b', 'c', 'gone']), note('free.md'), note('lone.md')],
  links: [
    { from: 'a.md', to: { questionId: 'b' } },
    { from: 'a.md', to: { questionId: 'a' } },
    { from: 'free.md', to: { path: 'a.md' } },
    { from: 'bc.md', to: { path: 'free.md' } },
    { from: 'free.md', to: { path: 'bc.md' } },
    { from: 'free.md', to: { questionId: 'gone' } },
  ],
})
const titles = (indexes: readonly number[]): string[] =>
  indexes.map(index => graph.nodes[index]?.title ?? '?')

test('a note that answers one question is that question; others are nodes of their own', () => {
  expect(graph.nodes.map(({ title }) => title)).toEqual([
    'What is a?',
    'What is b?',
    'What is c?',
    'bc.md',
    'free.md',
    'lone.md',
  ])
})

test('links and answers are edges, each once, and none leads to itself or to what is gone', () => {
  expect(graph.edges.map(titles).sort()).toEqual([
    ['What is a?', 'What is b?'],
    ['What is a?', 'free.md'],
    ['What is b?', 'bc.md'],
    ['What is c?', 'bc.md'],
    ['bc.md', 'free.md'],
  ])
  expect(graph.nodes.map(({ degree }) => degree)).toEqual([2, 2, 1, 3, 2, 0])
  expect(neighboursOf(graph).map(titles)[3]).toEqual(['What is b?', 'What is c?', 'free.md'])
})

test('a part has the edges whose ends are both in it, and its own degrees', () => {
  const part = partOfGraph(graph, node => node.question !== null)
  expect(part.nodes.map(({ title, degree }) => [title, degree])).toEqual([
    ['What is a?', 1],
    ['What is b?', 1],
    ['What is c?', 0],
  ])
  expect(part.edges).toEqual([[0, 1]])
})
