import {
  isAnswerLabel,
  isAnswerSummary,
  isBoldQuestion,
  isHintSummary,
  isQuestionSummary,
  withoutAnswerLabel,
} from './answer-label'
import { collectItems } from './collect-items'
import { collectTable } from './collect-table'
import { isBackLink, isContentsTable, isContentsText, isImagesOnly } from './document-links'
import { type DocumentShape, isQuestionTable, itemRunAt } from './document-shape'
import { takeHint } from './hint'
import type { ListBuilder } from './list-builder'
import { type Block, type DetailsBlock, type HeadingBlock, linesOf, textOf } from './outline'
import { hasQuestionLabel, isLikeQuestion } from './recognise-question'
import { hasChapterNumber, isMetaHeading, plainHeading, stripSectionNumber } from './section-title'

/** Headings of plain text stand below those that Markdown marks. */
const plainDepth = 7

/** Walks through the blocks of a document and tells `builder` what each of them is. */
export function collectQuestions(blocks: readonly Block[], shape: DocumentShape, builder: ListBuilder): void {
  for (let index = 0; index < blocks.length;) {
    const block = blocks[index] as Block
    const run = itemRunAt(blocks, index)
    const next = blocks[index + 1]
    if (run.length > 0) collectItems(run, shape, builder)
    else collectBlock(block, next, shape, builder)
    index += Math.max(1, run.length)
  }
}

function collectBlock(
  block: Block,
  next: Block | undefined,
  shape: DocumentShape,
  builder: ListBuilder,
): void {
  switch (block.kind) {
    case 'heading':
      return collectHeading(block, shape, builder)
    case 'text':
      return collectText(block, next, shape, builder)
    case 'details':
      return collectDetails(block, shape, builder)
    case 'table':
      return collectTableBlock(block, shape, builder)
    case 'quote':
      return takeHint(block, builder.current) ? undefined : addOrLeaveOut(block, 'quotes', builder)
    case 'code':
      return collectCode(block, builder)
    case 'comment':
      return builder.leaveOut('comments', block)
    case 'html':
      return collectHtml(block, builder)
    case 'rule':
    case 'item':
      return undefined
  }
}

function collectHeading(heading: HeadingBlock, shape: DocumentShape, builder: ListBuilder): void {
  const { from, to } = linesOf(heading)
  const inside = builder.current?.headingDepth
  const isQuestion = shape.questionHeadings.has(heading)
  const isTopic = shape.topicHeadings.has(heading)
  if (isQuestion || isTopic) {
    builder.closeHeadings(heading.depth)
    const source = isTopic ? plainHeading(heading.text) : heading.text
    builder.addQuestion(source, from, { takes: isTopic ? 'topic' : 'all', headingDepth: heading.depth })
    return
  }
  if (inside !== undefined && heading.depth > inside) {
    builder.current?.answer.push(heading)
    return
  }
  const title = plainHeading(heading.text)
  if (title === '') return builder.leaveOut('images', heading)
  const isMeta = isMetaHeading(title)
  builder.openHeading({ depth: heading.depth, title: stripSectionNumber(title), from, to, isMeta })
  if (/\]\(/.test(heading.text)) builder.leaveOut('heading-links', heading)
}

function collectText(
  block: Block,
  next: Block | undefined,
  shape: DocumentShape,
  builder: ListBuilder,
): void {
  const text = textOf(block)
  if (isBackLink(text)) return builder.leaveOut('back-links', block)
  if (isContentsText(block, shape.headings)) return builder.leaveOut('contents', block)
  const { current } = builder
  if (current?.headingDepth === undefined) {
    if (isPlainHeading(block, next, shape, builder)) return openPlainHeading(block, builder)
    if (shape.hasBoldQuestions && isBoldQuestion(text)) return addTextQuestion(block, builder)
  }
  if (shape.hasLabels && current?.headingDepth === undefined && hasQuestionLabel(text))
    return addTextQuestion(block, builder)
  if (current !== undefined && isAnswerLabel(text)) return addLabelledAnswer(block, builder)
  if (takeHint(block, current)) return
  if (current !== undefined && current.takes !== 'code') return addAnswer(block, builder)
  if (isImagesOnly(text)) return builder.leaveOut('images', block)
  if (shape.hasPlainQuestions && isLikeQuestion(text)) return addTextQuestion(block, builder)
  builder.leaveOut(/^[(（\[【]?\s*(?:note|nb|注意?|说明|备注)\s*[:：]/i.test(text) ? 'notes' : 'prose', block)
}

/** A short line that does not end as a sentence, with list items right after it. */
function isPlainHeading(
  block: Block,
  next: Block | undefined,
  shape: DocumentShape,
  builder: ListBuilder,
): boolean {
  const text = textOf(block)
  if (block.lines.length > 1 || text.length > 90 || !/^[\p{L}\p{N}*_“"《【第（(]/u.test(text)) return false
  if (hasChapterNumber(text)) return true
  if (/^[一二三四五六七八九十]{1,3}[、.．]/.test(text) && !isLikeQuestion(text))
    return next?.kind === 'item' || next?.kind === 'text'
  if (next?.kind !== 'item' || builder.current?.takes === 'all' || /[.?!。？！;；,，、)）]$/.test(text))
    return false
  if (isLikeQuestion(text) && !/^(?:\*\*.*\*\*|.*[:：])$/.test(text)) return false
  const isLabel = /[:：]\**$/.test(text)
  return shape.isEveryItemQuestion && (!isLabel || text.split(/\s+/).length <= 4) && !/^[(（\[]/.test(text)
}

function openPlainHeading(block: Block, builder: ListBuilder): void {
  const title = plainHeading(textOf(block))
  const { from, to } = linesOf(block)
  const isNumbered = /^[一二三四五六七八九十]/.test(title)
  builder.openHeading({
    depth: isNumbered ? plainDepth + 1 : plainDepth,
    title: stripSectionNumber(title),
    ...{ from, to, isMeta: isMetaHeading(title) },
  })
}

function addTextQuestion(block: Block, builder: ListBuilder): void {
  builder.addQuestion(textOf(block), linesOf(block).from, { takes: 'all' })
}

function addLabelledAnswer(block: Block, builder: ListBuilder): void {
  const { current } = builder
  if (current === undefined) return
  const [first, ...others] = block.lines
  if (first === undefined) return
  const rest = withoutAnswerLabel(first.text.trimStart())
  const lines = [...(rest.trim() === '' ? [] : [{ ...first, text: rest }]), ...others]
  if (lines.length > 0) current.answer.push({ ...block, lines })
  builder.current = { ...current, takes: 'all' }
  Object.assign(current, { takes: 'all' })
  builder.current = current
}

function addAnswer(block: Block, builder: ListBuilder): void {
  builder.current?.answer.push(block)
}

function addOrLeaveOut(block: Block, reason: 'quotes' | 'tables', builder: ListBuilder): void {
  const { current } = builder
  if (current !== undefined && current.takes !== 'code') current.answer.push(block)
  else builder.leaveOut(reason, block)
}

function collectCode(block: Block, builder: ListBuilder): void {
  const { current } = builder
  if (current === undefined) builder.leaveOut('code', block)
  else if (current.takes === 'code') current.body.push(block)
  else current.answer.push(block)
}

function collectHtml(block: Block, builder: ListBuilder): void {
  const text = textOf(block)
  if (isBackLink(text)) return builder.leaveOut('back-links', block)
  const hasWords = /[\p{L}\p{N}]/u.test(text.replace(/<[^<>]*>/g, ''))
  const { current } = builder
  if (current !== undefined && current.takes !== 'code' && (hasWords || /<img/i.test(text)))
    return addAnswer(block, builder)
  if (isImagesOnly(text)) return builder.leaveOut('images', block)
  builder.leaveOut(hasWords ? 'prose' : 'html', block)
}

function collectTableBlock(block: Block, shape: DocumentShape, builder: ListBuilder): void {
  if (isContentsTable(block)) return builder.leaveOut('contents', block)
  if (builder.current?.headingDepth === undefined && isQuestionTable(block))
    return collectTable(block, builder)
  if (shape.isOwnFormat) return builder.leaveOut('tables', block)
  addOrLeaveOut(block, 'tables', builder)
}

function collectDetails(block: DetailsBlock, shape: DocumentShape, builder: ListBuilder): void {
  const { current } = builder
  if (isAnswerSummary(block.summary)) return collectAnswerDetails(block, builder)
  if (isHintSummary(block.summary) && current?.hint === undefined && current !== undefined) {
    current.hint = block.inner.map(textOf).join('\n')
    return
  }
  if (current?.headingDepth !== undefined) return addAnswer(block, builder)
  if (shape.hasDetailsQuestions && !isContents(block, shape))
    return collectDetailsQuestion(block, shape, builder)
  if (current !== undefined && current.takes === 'all') return addAnswer(block, builder)
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

function collectDetailsQuestion(block: DetailsBlock, shape: DocumentShape, builder: ListBuilder): void {
  const questions = block.inner.filter(inner => inner.kind === 'details' && isQuestionSummary(inner.summary))
  if (questions.length > 1 && !isLikeQuestion(block.summary)) {
    builder.withLabel(plainHeading(block.summary), () => collectQuestions(block.inner, shape, builder))
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
    index === lines.length - 1 && !/<(?:b|strong)>/i.test(line.text)
      ? { ...line, text: line.text.replace(/(?:\s*<\/(?:b|strong|p)>|\s*<br\s*\/?>)+\s*$/i, '') }
      : line,
  )
}
