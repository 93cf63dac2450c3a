import { findAnswerHeadings } from './answer-headings'
import { headingKeys, isContentsList, isContentsText, isLinksList } from './document-links'
import { type Block, type HeadingBlock, type ItemBlock, textOf } from './outline'
import { findQuestionHeadings } from './question-headings'
import { hasQuestionLabel, isLikeQuestion } from './recognise-question'
import { plainHeading } from './section-title'
import { isAnswerLabel, isBoldQuestion, isQuestionSummary } from './answer-label'

/** What kind of list a document is, which decides what its parts mean. */
export interface DocumentShape {
  /** Headings that are questions, their answers below them. */
  readonly questionHeadings: ReadonlySet<Block>
  /** Headings within answers, no deeper than the question. */
  readonly answerHeadings: ReadonlySet<Block>
  /** Headings that name what the question in the text below is about. */
  readonly topicHeadings: ReadonlySet<Block>
  /** Whether every list item is a question, whatever its wording. */
  readonly isEveryItemQuestion: boolean
  /** Whether answers stand between the items of one list. */
  readonly hasAnswersBetweenItems: boolean
  readonly hasBoldQuestions: boolean
  /** Whether `Q:` and `A:` start paragraphs. */
  readonly hasLabels: boolean
  readonly hasDetailsQuestions: boolean
  /** Whether lines of plain text are the questions, for want of any others. */
  readonly hasPlainQuestions: boolean
  /** Whether short lines between such questions are headings, most questions having no answer. */
  readonly hasPlainSections: boolean
  /** Keys of the headings' texts, for telling tables of contents. */
  readonly headings: ReadonlySet<string>
}

/** Finds the shape of a document. `titleHeading` is the one that names the document. */
export function shapeOf(blocks: readonly Block[], titleHeading: Block | undefined): DocumentShape {
  const headingBlocks = blocks.filter(block => block.kind === 'heading')
  const headings = headingKeys(headingBlocks.map(heading => plainHeading(heading.text)))
  const found = findQuestionHeadings(blocks, titleHeading)
  const outside = blocksOutside(blocks, new Set([...found.questions, ...found.topics]))
  const counts = countQuestions(outside, headings)
  const others =
    found.questions.size + found.topics.size + counts.bold + counts.labels + counts.details + counts.rows
  const hasItems = others < counts.items * 0.34 && areItemsQuestions(counts)
  return {
    questionHeadings: found.questions,
    answerHeadings: findAnswerHeadings(blocks, found.questions),
    topicHeadings: found.topics,
    isEveryItemQuestion: hasItems,
    hasAnswersBetweenItems: counts.interrupted >= 2 && counts.interrupted >= counts.runs * 0.5,
    hasBoldQuestions: counts.bold >= 2 || (counts.bold > 0 && others === counts.bold),
    hasLabels: counts.labels > 0,
    hasDetailsQuestions: counts.details > 0 && counts.details >= counts.allDetails * 0.3,
    hasPlainQuestions:
      others === 0 &&
      counts.likeItems === 0 &&
      !hasItems &&
      counts.plain >= (counts.prose + counts.all) * 0.1,
    hasPlainSections: counts.prose - counts.plain < counts.plain * 0.8,
    headings,
  }
}

/** The blocks that are in no answer under a question heading. */
function blocksOutside(blocks: readonly Block[], questions: ReadonlySet<Block>): Block[] {
  const outside: Block[] = []
  let inside: number | undefined
  for (const block of blocks) {
    if (block.kind === 'heading') {
      if (questions.has(block)) inside = block.depth
      else if (inside !== undefined && block.depth <= inside) inside = undefined
    }
    if (inside === undefined) outside.push(block)
  }
  return outside
}

/** A list of statements, none of them asking, is a summary; one of short topics is a syllabus. */
function areItemsQuestions({ items, likeItems, statements, prose }: Counts): boolean {
  const areStatements = likeItems < items * 0.15 && statements >= items * 0.3
  return items >= prose * 0.6 && !areStatements
}

interface Counts {
  /** List items of any kind. */
  all: number
  items: number
  /** Lines of text that read as questions. */
  plain: number
  statements: number
  likeItems: number
  prose: number
  bold: number
  labels: number
  details: number
  allDetails: number
  rows: number
  runs: number
  interrupted: number
}

function countQuestions(blocks: readonly Block[], headings: ReadonlySet<string>): Counts {
  const counts: Counts = {
    ...{ all: 0, plain: 0, items: 0, statements: 0, likeItems: 0, prose: 0, bold: 0, labels: 0 },
    ...{ details: 0, allDetails: 0, rows: 0, runs: 0, interrupted: 0 },
  }
  for (let index = 0; index < blocks.length;) {
    const run = itemRunAt(blocks, index)
    const block = blocks[index] as Block
    if (run.length > 0) countRun(run, blocks[index + run.length], headings, counts)
    else countBlock(block, headings, counts)
    index += Math.max(1, run.length)
  }
  return counts
}

/** The list items of one kind from `index` on that stand together. */
export function itemRunAt(blocks: readonly Block[], index: number): ItemBlock[] {
  const run: ItemBlock[] = []
  for (let next = blocks[index]; next?.kind === 'item'; next = blocks[index + run.length]) {
    if (run[0] !== undefined && run[0].isOrdered !== next.isOrdered) break
    run.push(next)
  }
  return run
}

function countRun(
  run: readonly ItemBlock[],
  next: Block | undefined,
  headings: ReadonlySet<string>,
  counts: Counts,
): void {
  counts.all += run.length
  if (isContentsList(run, headings) || isLinksList(run, isLikeQuestion)) return
  counts.items += run.length
  counts.likeItems += run.filter(item => isLikeQuestion(item.text)).length
  counts.statements += run.filter(item => /[.。；;:：]$/.test(item.text) || item.text.length > 120).length
  counts.runs += 1
  const isQuestion = run.length === 1 && isLikeQuestion(run[0]?.text ?? '')
  const isFollowed =
    next !== undefined && (next.kind === 'text' || next.kind === 'code' || next.kind === 'quote')
  if (isQuestion && isFollowed) counts.interrupted += 1
}

function countBlock(block: Block, headings: ReadonlySet<string>, counts: Counts): void {
  if (block.kind === 'text') {
    const text = textOf(block)
    if (isContentsText(block, headings)) return
    counts.prose += 1
    if (isAnswerLabel(text)) return
    if (hasQuestionLabel(text)) counts.labels += 1
    else if (isBoldQuestion(text)) counts.bold += 1
    else if (isLikeQuestion(text)) counts.plain += 1
  } else if (block.kind === 'details') {
    counts.allDetails += 1
    if (isQuestionSummary(block.summary)) counts.details += 1
    counts.details += block.inner.filter(
      inner => inner.kind === 'details' && isQuestionSummary(inner.summary),
    ).length
  } else if (block.kind === 'table' && isQuestionTable(block)) counts.rows += block.lines.length - 2
}

/** Whether a table's first row names a column of questions. */
export function isQuestionTable(table: Block): boolean {
  return /(?:^|\|)\s*\**(?:interview |key )?(?:questions?|q|问题|题目|面试题|prompt|front)\**\s*(?:\||$)/i.test(
    table.lines[0]?.text ?? '',
  )
}

/** The first heading, when it names the document rather than one of several equal parts. */
export function titleHeadingOf(blocks: readonly Block[]): HeadingBlock | undefined {
  const headings = blocks.filter(block => block.kind === 'heading')
  const [first] = headings
  if (first === undefined) return undefined
  const others = headings.filter(heading => heading !== first && heading.depth <= first.depth)
  if (others.length === 0) return first.depth === 1 || headings.length > 1 ? first : undefined
  const start = blocks.indexOf(first) + 1
  const length = blocks.slice(start).findIndex(block => block.kind === 'heading')
  const content = blocks.slice(start, start + length)
  const hasQuestions = content.some(
    block => block.kind === 'item' || (block.kind === 'text' && isLikeQuestion(textOf(block))),
  )
  return first.depth === 1 && !hasQuestions ? first : undefined
}
