import { isBackLink } from './document-links'
import type { ImportedQuestion, ImportedSection } from './imported-question-list'
import type { LeftOut, LeftOutReason } from './left-out'
import type { ListBuilder, OpenHeading, QuestionDraft, SectionDraft } from './list-builder'
import { type Block, textOf, verbatimOf } from './outline'
import { isLikeQuestion } from './recognise-question'
import { isContentsHeading } from './section-title'

/** Makes sections of what was gathered, and reports the headings that none of them is named after. */
export function finishSections(
  builder: ListBuilder,
  listTitle: string,
  titleLine: number,
): ImportedSection[] {
  const counts = new Map<string, number>()
  for (const section of builder.sections) {
    const title = innerTitle(section, listTitle)
    counts.set(title, (counts.get(title) ?? 0) + 1)
  }
  const sections = builder.sections.map(section => ({
    title: titleOf(section, listTitle, titleLine, counts),
    questions: section.questions.map(question => finishQuestion(withoutBackLinks(question, builder))),
  }))
  builder.leftOut.push(...unusedHeadings(builder, titleLine))
  return sections
}

function innerTitle({ headings, labels }: SectionDraft, listTitle: string): string {
  return [headings.at(-1)?.title ?? listTitle, ...labels].join(' › ')
}

/** Where one title occurs twice, the heading above it tells them apart. */
function titleOf(
  section: SectionDraft,
  listTitle: string,
  titleLine: number,
  counts: ReadonlyMap<string, number>,
): string {
  const title = innerTitle(section, listTitle)
  const parent = section.headings.at(-2)
  if ((counts.get(title) ?? 0) < 2 || parent === undefined || parent.from === titleLine) return title
  parent.isUsed = true
  return `${parent.title} › ${title}`
}

function unusedHeadings(builder: ListBuilder, titleLine: number): LeftOut[] {
  return builder.headings
    .filter(heading => !heading.isUsed && heading.from !== titleLine)
    .map(heading => ({
      reason: reasonFor(heading),
      from: heading.from,
      to: heading.to,
      words: heading.title,
    }))
}

function reasonFor({ isMeta, title }: OpenHeading): LeftOutReason {
  if (isContentsHeading(title)) return 'contents'
  return isMeta ? 'meta' : 'group-headings'
}

/** Links back to the top stand in answers, however deep. */
function withoutBackLinks(draft: QuestionDraft, builder: ListBuilder): QuestionDraft {
  const answer = draft.answer.map(block => {
    if (block.kind === 'code' || !block.lines.some(line => isBackLink(line.text))) return block
    for (const line of block.lines.filter(({ text }) => isBackLink(text))) {
      builder.leftOut.push({ reason: 'back-links', from: line.number, to: line.last, words: '' })
    }
    return { ...block, lines: block.lines.filter(line => !isBackLink(line.text)) }
  })
  return { ...draft, answer: answer.filter(block => block.lines.length > 0) }
}

function finishQuestion(draft: QuestionDraft): ImportedQuestion {
  if (draft.takes === 'topic') return finishTopic(draft)
  return {
    id: draft.id,
    text: draft.text,
    hint: draft.hint,
    body: markdownOf(draft.body),
    answer: markdownOf(draft.answer),
    line: draft.line,
  }
}

/** "Closures", with "What is a closure?" in the text below, becomes "Closures: What is a closure?". */
function finishTopic(draft: QuestionDraft): ImportedQuestion {
  const index = draft.answer.findIndex(block => block.kind === 'text' && isLikeQuestion(textOf(block)))
  const asking = draft.answer[index]
  const rest = draft.answer.filter(block => block !== asking)
  return {
    id: draft.id,
    text:
      asking === undefined ? draft.text : `${draft.text}: ${textOf(asking).replace(/<br\s*\/?>\s*$/i, '')}`,
    hint: draft.hint,
    body: markdownOf([...draft.body, ...rest]),
    answer: undefined,
    line: draft.line,
  }
}

function markdownOf(blocks: readonly Block[]): string | undefined {
  const first = blocks.findIndex(block => block.kind !== 'rule')
  const last = blocks.findLastIndex(block => block.kind !== 'rule')
  const text = verbatimOf(blocks.slice(first < 0 ? blocks.length : first, last + 1))
  const trimmed = text.replace(/^(?:[ \t]*\n)+/, '').trimEnd()
  return trimmed.trim() === '' ? undefined : trimmed
}
