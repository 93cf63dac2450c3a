import { isAnswerLabel, isAnswerSummary, isHintSummary, withoutAnswerLabel } from './answer-label'
import {
  isBackLink,
  isContentsList,
  isImagesOnly,
  isLinksList,
  itemTexts,
  onlyLinkOf,
} from './document-links'
import type { DocumentShape } from './document-shape'
import { takeHint } from './hint'
import type { ListBuilder, QuestionDraft } from './list-builder'
import { type Block, type ItemBlock, linesOf, textOf } from './outline'
import { announcesMore, isLikeQuestion, isQuoted, likenessOf } from './recognise-question'
import { isContentsHeading, plainHeading, stripSectionNumber } from './section-title'

const maxLabel = 60

/** Collects the questions among list items that stand together. */
export function collectItems(run: readonly ItemBlock[], shape: DocumentShape, builder: ListBuilder): void {
  const isAnswer = takesAsAnswer(run, shape, builder)
  if (isAnswer) {
    builder.current?.answer.push(...run)
    return
  }
  const isContents =
    isContentsHeading(builder.headingTitle) && run.every(item => onlyLinkOf(item.text) !== undefined)
  if (isContents || isContentsList(run, shape.headings)) return leaveOutAll(run, 'contents', builder)
  if (!run.some(item => isPointer(item.text)) && isLinksList(run, isLikeQuestion))
    return leaveOutAll(run, 'links', builder)
  const areQuestions = areAllQuestions(run, shape, builder)
  for (const item of run) collectItem(item, areQuestions, shape, builder)
}

/** Lists under a question that is no item itself are its answer; between items, unless they carry on the count. */
function takesAsAnswer(run: readonly ItemBlock[], shape: DocumentShape, builder: ListBuilder): boolean {
  const { current } = builder
  if (current === undefined || current.takes === 'code') return false
  if (current.itemNumber === undefined || !shape.hasAnswersBetweenItems) return true
  const [first] = run
  if (first === undefined) return true
  const number = numberOf(first)
  if (current.itemNumber > 0)
    return number !== current.itemNumber + 1 && !(number > 0 && isLikeQuestion(first.text))
  return number > 0 || !isLikeQuestion(first.text)
}

function areAllQuestions(run: readonly ItemBlock[], shape: DocumentShape, builder: ListBuilder): boolean {
  const texts = itemTexts(run)
  const like = texts.filter(isLikeQuestion).length
  if (builder.isUnderMeta) return like >= 2 && like >= texts.length * 0.6
  return shape.isEveryItemQuestion || (like >= 2 && like >= texts.length * 0.5)
}

function leaveOutAll(run: readonly ItemBlock[], reason: 'contents' | 'links', builder: ListBuilder): void {
  for (const item of run) builder.leaveOut(reason, item)
}

function collectItem(item: ItemBlock, isQuestion: boolean, shape: DocumentShape, builder: ListBuilder): void {
  const { current } = builder
  if (isBackLink(item.text)) return builder.leaveOut('back-links', item)
  if (isImagesOnly(item.text)) return builder.leaveOut('images', item)
  if (current !== undefined && isQuoted(item.text) && announcesMore(current.text)) {
    current.body.push(item)
    return
  }
  if (isLabel(item, shape)) {
    const label = stripSectionNumber(plainHeading(item.text))
    return builder.withLabel(label, linesOf(item).from, () =>
      collectItems(item.nested.filter(isItem), shape, builder),
    )
  }
  if (isPointer(item.text)) return builder.leaveOut('answer-links', item)
  if (!/[\p{L}\p{N}]/u.test(item.text) && item.nested.length === 0) return builder.leaveOut('items', item)
  if (!isQuestion && (builder.isUnderMeta || !/[?？]\W*$/.test(item.text)))
    return builder.leaveOut('items', item)
  if (item.text.trim() === '') return collectEmptyItem(item, builder)
  const takes = shape.hasAnswersBetweenItems ? 'all' : 'code'
  const options = { takes, itemNumber: numberOf(item) } as const
  const { from } = linesOf(item)
  const draft = builder.addQuestionLine(item.text, from, options)
  collectNested(item, draft, shape, builder)
}

/** "Click here for the answers" behind a link says nothing of its own. */
function isPointer(text: string): boolean {
  return /^[^\p{L}]*\[(?:点击|查看|click|see|view|answers?\b|show|read more)[^\]]*\]\([^()]*\)[^\p{L}]*$/iu.test(
    text,
  )
}

function collectEmptyItem(item: ItemBlock, builder: ListBuilder): void {
  if (item.nested.length > 0) builder.leaveOut('items', item)
}

function numberOf(item: ItemBlock): number {
  return Number(/^\s*[（(]?(\d{1,4})/.exec(item.lines[0]?.text ?? '')?.[1] ?? 0)
}

function isItem(block: Block): block is ItemBlock {
  return block.kind === 'item'
}

/** An item that only names what the items in it are about. */
function isLabel(item: ItemBlock, shape: DocumentShape): boolean {
  const children = item.nested.filter(isItem)
  if (children.length === 0 || children.length < item.nested.length || item.text === '') return false
  if (likenessOf(item.text) === 'certain' || item.text.length > maxLabel || isTaskList(children)) return false
  const like = itemTexts(children).filter(isLikeQuestion).length
  return (
    like >= children.length * 0.5 ||
    (shape.isEveryItemQuestion &&
      !isLikeQuestion(item.text) &&
      !announcesMore(item.text.replace(/[:：]$/, '')))
  )
}

function isTaskList(items: readonly ItemBlock[]): boolean {
  return items.every(item => item.isTask || isQuoted(item.text) || isOption(item.text))
}

function isOption(text: string): boolean {
  return /^[A-Ha-h]\s*[.)、:：]\s/.test(text)
}

function collectNested(
  item: ItemBlock,
  draft: QuestionDraft,
  shape: DocumentShape,
  builder: ListBuilder,
): void {
  const nested = item.nested.filter(block => !takeHint(block, draft))
  const children = nested.filter(isItem)
  const texts = itemTexts(children)
  const like = texts.filter(isLikeQuestion).length
  const areQuestions = like >= Math.max(1, texts.length * 0.5) && !isTaskList(children)
  const isBody = announcesMore(draft.text) || (children.length > 0 && isTaskList(children))
  const hasProse = nested.some(block => block.kind !== 'code' && block.kind !== 'item')
  for (const block of nested) {
    if (block.kind === 'comment') builder.leaveOut('comments', block)
    else if (block.kind === 'item')
      placeChild(block, areQuestions ? undefined : isBody ? draft.body : draft.answer, shape, builder)
    else placeBlock(block, draft, isBody || (block.kind === 'code' && !hasProse), builder)
  }
  builder.current = draft
}

/** A child goes to its parent's body or answer, or is a question of its own. */
function placeChild(
  child: ItemBlock,
  home: Block[] | undefined,
  shape: DocumentShape,
  builder: ListBuilder,
): void {
  if (home === undefined) collectItem(child, true, shape, builder)
  else home.push(child)
}

function placeBlock(block: Block, draft: QuestionDraft, isBody: boolean, builder: ListBuilder): void {
  const text = textOf(block)
  if (block.kind === 'rule') return
  if (isBackLink(text)) return builder.leaveOut('back-links', block)
  if (block.kind === 'details' && isHintSummary(block.summary) && draft.hint === undefined) {
    draft.hint = block.inner.map(textOf).join('\n')
  } else if (block.kind === 'details' && isAnswerSummary(block.summary)) {
    draft.body.push(...draft.answer.splice(0))
    draft.answer.push(...block.inner)
  } else if (block.kind === 'text' && isAnswerLabel(text)) {
    const [first, ...others] = block.lines
    if (first !== undefined)
      draft.answer.push({
        ...block,
        lines: [{ ...first, text: withoutAnswerLabel(first.text.trimStart()) }, ...others],
      })
  } else if (isBody && draft.answer.length === 0) draft.body.push(block)
  else draft.answer.push(block)
}
