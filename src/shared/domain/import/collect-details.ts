import { isAnswerSummary, isHintSummary, isQuestionSummary } from './answer-label'
import { isContentsTable, isContentsText } from './document-links'
import type { DocumentShape } from './document-shape'
import type { ListBuilder } from './list-builder'
import { type Block, type DetailsBlock, linesOf, textOf } from './outline'
import { isLikeQuestion } from './recognise-question'
import { plainHeading } from './section-title'

/**
 * Collects a `<details>` element: a question with its answer inside, the answer or hint of the question
 * before it, or part of that answer. `collectInner` collects the questions among the blocks inside.
 */
export function collectDetails(
  block: DetailsBlock,
  shape: DocumentShape,
  builder: ListBuilder,
  collectInner: (blocks: readonly Block[]) => void,
): void {
  const { current } = builder
  if (isAnswerSummary(block.summary)) return collectAnswerDetails(block, builder)
  if (isHintSummary(block.summary) && current?.hint === undefined && current !== undefined) {
    current.hint = block.inner.map(textOf).join('\n')
    return
  }
  if (current?.headingDepth !== undefined) return void current.answer.push(block)
  if (shape.hasDetailsQuestions && !isContents(block, shape))
    return collectDetailsQuestion(block, builder, collectInner)
  if (current !== undefined && current.takes === 'all') return void current.answer.push(block)
  builder.leaveOut(isContents(block, shape) ? 'contents' : 'prose', block)
}

function isContents(block: DetailsBlock, shape: DocumentShape): boolean {
  const inner = block.inner.filter(part => part.kind !== 'rule' && part.kind !== 'comment')
  return inner.some(
    part =>
      (part.kind === 'table' && isContentsTable(part)) ||
      (part.kind === 'text' && isContentsText(part, shape.headings)),
  )
}

/** What stood between the question and the first such element is part of the question. */
function collectAnswerDetails(block: DetailsBlock, builder: ListBuilder): void {
  const { current } = builder
  if (current === undefined) return builder.leaveOut('no-text', block)
  if (current.body.length === 0) current.body.push(...current.answer.splice(0))
  current.answer.push(...answerBlocks(block.inner, builder))
}

function collectDetailsQuestion(
  block: DetailsBlock,
  builder: ListBuilder,
  collectInner: (blocks: readonly Block[]) => void,
): void {
  const questions = block.inner.filter(inner => inner.kind === 'details' && isQuestionSummary(inner.summary))
  if (questions.length > 1 && !isLikeQuestion(block.summary)) {
    builder.withLabel(plainHeading(block.summary), linesOf(block).from, () => collectInner(block.inner))
    return
  }
  const question = builder.addQuestion(block.summary, linesOf(block).from, { takes: 'code' })
  if (block.summaryRest !== '') question.body.push({ kind: 'text', lines: asLines(block), hasGap: true })
  question.answer.push(...answerBlocks(block.inner, builder))
  builder.current = undefined
}

function asLines(block: DetailsBlock): Block['lines'] {
  const { from } = linesOf(block)
  return block.summaryRest.split('\n').map(text => ({ text, number: from, last: from }))
}

/** The answer's blocks without the tags that only lay it out. */
function answerBlocks(inner: readonly Block[], builder: ListBuilder): Block[] {
  return inner.flatMap(block => {
    if (block.kind === 'comment') builder.leaveOut('comments', block)
    if (block.kind === 'comment' || block.kind === 'rule') return []
    const lines = block.lines.filter(
      line => !/^(?:\s*<\/?(?:br|b|p|div|center|strong|summary)\s*\/?>)+\s*$/i.test(line.text),
    )
    return lines.length === 0 ? [] : [{ ...block, lines: trimTags(lines) }]
  })
}

function trimTags(lines: Block['lines']): Block['lines'] {
  return lines.map((line, index) =>
    index === lines.length - 1 && line.text.length < 2000 && !/<(?:b|strong)>/i.test(line.text)
      ? { ...line, text: line.text.replace(/(?:\s*<\/(?:b|strong|p)>|\s*<br\s*\/?>)+\s*$/i, '') }
      : line,
  )
}
