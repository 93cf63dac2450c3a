import { isAnswerLabel, isBoldQuestion, withoutAnswerLabel } from './answer-label'
import { collectDetails } from './collect-details'
import { collectItems } from './collect-items'
import { collectTable } from './collect-table'
import { isBackLink, isContentsTable, isContentsText, isImagesOnly } from './document-links'
import { type DocumentShape, isQuestionTable, itemRunAt } from './document-shape'
import { takeHint } from './hint'
import type { ListBuilder } from './list-builder'
import { type Block, type HeadingBlock, linesOf, textOf } from './outline'
import { hasQuestionLabel, isLikeQuestion } from './recognise-question'
import { hasChapterNumber, isMetaHeading, plainHeading, stripSectionNumber } from './section-title'
import { endsSentence } from './wrapped-text'

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
      return collectDetails(block, shape, builder, inner => collectQuestions(inner, shape, builder))
    case 'table':
      return collectTableBlock(block, builder)
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
  if (inside !== undefined && (heading.depth > inside || shape.answerHeadings.has(heading))) {
    builder.current?.answer.push(heading)
    return
  }
  const title = plainHeading(heading.text)
  if (title === '') return heading.text.trim() === '' ? undefined : builder.leaveOut('images', heading)
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
    if (shape.hasBoldQuestions && isBoldQuestion(text)) return addTextQuestion(block, builder)
    if (isPlainHeading(block, next, shape, builder)) return openPlainHeading(block, builder)
  }
  if (shape.hasLabels && current?.headingDepth === undefined && hasQuestionLabel(text))
    return addTextQuestion(block, builder)
  if (current !== undefined && isAnswerLabel(text)) return addLabelledAnswer(block, builder)
  if (takeHint(block, current)) return
  if (shape.hasPlainQuestions && !builder.isUnderMeta && isLikeQuestion(text))
    return addTextQuestion(block, builder)
  if (current !== undefined && current.takes !== 'code') return addAnswer(block, builder)
  if (isImagesOnly(text)) return builder.leaveOut('images', block)
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
  if (hasChapterNumber(text) && !/[.?!。？！;；,，]$/.test(text)) return true
  if (/^[一二三四五六七八九十]{1,3}[、.．]/.test(text) && !isLikeQuestion(text))
    return next?.kind === 'item' || next?.kind === 'text'
  if (shape.hasPlainQuestions && shape.hasPlainSections && next?.kind === 'text') {
    return block.hasGap && isLikeQuestion(textOf(next)) && !isLikeQuestion(text) && !endsSentence(text)
  }
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
  builder.addQuestionLine(textOf(block), linesOf(block).from, { takes: 'all' })
}

function addLabelledAnswer(block: Block, builder: ListBuilder): void {
  const { current } = builder
  if (current === undefined) return
  const [first, ...others] = block.lines
  if (first === undefined) return
  const rest = withoutAnswerLabel(first.text.trimStart())
  const lines = [...(rest.trim() === '' ? [] : [{ ...first, text: rest }]), ...others]
  if (lines.length > 0) current.answer.push({ ...block, lines })
  current.takes = 'all'
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

function collectTableBlock(block: Block, builder: ListBuilder): void {
  if (isContentsTable(block)) return builder.leaveOut('contents', block)
  if (builder.current?.headingDepth === undefined && isQuestionTable(block))
    return collectTable(block, builder)
  addOrLeaveOut(block, 'tables', builder)
}
