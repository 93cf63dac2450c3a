import type { GraphLink, NoteSummary } from '../../../shared/contract/note-procedures'
import { plainInline } from '../../../shared/domain/markdown/parse-markdown'
import type { QuestionStatus } from '../../../shared/domain/study/question-status'
import type { Place } from '../../state/place'
import type { PlacedQuestion } from '../../state/queries'

export interface GraphNode {
  readonly id: string
  readonly title: string
  readonly place: Place
  /** Null for a note. */
  readonly question: {
    readonly number: string
    readonly listId: string
    readonly section: number
    readonly status: QuestionStatus
  } | null
  /** To how many other nodes it is linked. */
  readonly degree: number
}

export interface Graph {
  readonly nodes: readonly GraphNode[]
  /** Indexes of nodes, the smaller first; each pair once. */
  readonly edges: readonly (readonly [number, number])[]
}

interface Notebook {
  readonly questions: readonly PlacedQuestion[]
  readonly notes: readonly NoteSummary[]
  readonly links: readonly GraphLink[]
}

/**
 * Questions and notes as nodes, links and answers as edges. A note that answers one question is that question's node:
 * the two are one thing to who studies.
 */
export function buildGraph({ questions, notes, links }: Notebook): Graph {
  const nodes = [...questions.map(questionNode)]
  const indexOfQuestion = new Map(questions.map(({ item }, index) => [item.id as string, index]))
  const indexOfNote = new Map<string, number>()
  const edges = new Map<string, readonly [number, number]>()
  const connect = (a: number | undefined, b: number | undefined): void => {
    if (a === undefined || b === undefined || a === b) return
    const edge = a < b ? ([a, b] as const) : ([b, a] as const)
    edges.set(edge.join(), edge)
  }
  for (const note of notes) {
    const answered = note.answers.flatMap(id => indexOfQuestion.get(id) ?? [])
    const [only] = answered
    if (answered.length === 1 && only !== undefined) {
      indexOfNote.set(note.path, only)
      continue
    }
    const index = nodes.push(noteNode(note)) - 1
    indexOfNote.set(note.path, index)
    for (const question of answered) connect(index, question)
  }
  for (const { from, to } of links) {
    const target = 'path' in to ? indexOfNote.get(to.path) : indexOfQuestion.get(to.questionId)
    connect(indexOfNote.get(from), target)
  }
  const degrees = nodes.map(() => 0)
  for (const edge of edges.values()) for (const end of edge) degrees[end] = (degrees[end] ?? 0) + 1
  return {
    nodes: nodes.map((node, index) => ({ ...node, degree: degrees[index] ?? 0 })),
    edges: [...edges.values()],
  }
}

/** The part of a graph whose nodes pass; edges need both ends. Degrees are those of the part. */
export function partOfGraph({ nodes, edges }: Graph, passes: (node: GraphNode) => boolean): Graph {
  const kept = nodes.flatMap((node, index) => (passes(node) ? [index] : []))
  const place = new Map(kept.map((index, at) => [index, at]))
  const inner = edges.flatMap(([a, b]): [number, number][] => {
    const ends = [place.get(a), place.get(b)] as const
    return ends[0] === undefined || ends[1] === undefined ? [] : [[ends[0], ends[1]]]
  })
  const degrees = kept.map(() => 0)
  for (const edge of inner) for (const end of edge) degrees[end] = (degrees[end] ?? 0) + 1
  return {
    nodes: kept.flatMap((index, at) => {
      const node = nodes[index]
      return node === undefined ? [] : [{ ...node, degree: degrees[at] ?? 0 }]
    }),
    edges: inner,
  }
}

/** For each node, the indexes of those that it is linked to. */
export function neighboursOf({ nodes, edges }: Graph): readonly (readonly number[])[] {
  const neighbours: number[][] = nodes.map(() => [])
  for (const [a, b] of edges) {
    neighbours[a]?.push(b)
    neighbours[b]?.push(a)
  }
  return neighbours
}

function questionNode({ item, section, list }: PlacedQuestion): GraphNode {
  return {
    id: `question ${item.id}`,
    title: plainInline(item.text),
    place: { kind: 'question', id: item.id },
    question: {
      number: `${section.number}.${item.number}`,
      listId: list.id,
      section: section.number,
      status: item.status,
    },
    degree: 0,
  }
}

function noteNode({ path, title }: NoteSummary): GraphNode {
  return { id: `note ${path}`, title, place: { kind: 'note', path }, question: null, degree: 0 }
}
