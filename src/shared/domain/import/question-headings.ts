import type { Block, HeadingBlock } from './outline'
import { textOf } from './outline'
import { hasQuestionLabel, isLikeQuestion, likenessOf } from './recognise-question'
import { isMetaHeading, plainHeading } from './section-title'
import { isBoldQuestion, isQuestionSummary } from './answer-label'

interface Candidate {
  readonly heading: HeadingBlock
  /** The blocks up to the next heading. */
  readonly content: readonly Block[]
  readonly isLike: boolean
  readonly isCertain: boolean
  readonly isNumbered: boolean
}

/**
 * Finds the headings that are questions: where most headings of one depth read as questions, all of them
 * are; where some do, only these. A heading whose list or deeper headings are the questions is none.
 * Where headings name topics and the text below asks, they are `topics`.
 */
export function findQuestionHeadings(
  blocks: readonly Block[],
  titleHeading: Block | undefined,
): { questions: ReadonlySet<Block>; topics: ReadonlySet<Block> } {
  const candidates = findCandidates(blocks, titleHeading)
  const questions = new Set<Block>()
  const topics = new Set<Block>()
  for (const depth of [1, 2, 3, 4, 5, 6]) {
    const inside = insideOf(candidates, questions)
    const level = candidates.filter(({ heading }) => heading.depth === depth && !inside.has(heading))
    const found = questionsOfLevel(level)
    for (const { heading } of found) questions.add(heading)
    for (const heading of groupsAmong(candidates, questions, depth)) questions.delete(heading)
  }
  for (const { heading } of topicsOf(candidates, questions.size)) topics.add(heading)
  if (topics.size > 0) questions.clear()
  return { questions, topics }
}

/** The headings that belong to the answers of `questions`; one with a question's own number is none of them. */
function insideOf(candidates: readonly Candidate[], questions: ReadonlySet<Block>): Set<Block> {
  let depth = Infinity
  const inside = candidates.filter(({ heading, isNumbered, isCertain }) => {
    if (heading.depth <= depth) depth = questions.has(heading) ? heading.depth : Infinity
    const isOwn = hasQuestionLabel(heading.text) || (isNumbered && isCertain)
    return heading.depth > depth && !isOwn
  })
  return new Set(inside.map(({ heading }) => heading))
}

/** Question headings of one depth that are sections after all: three questions or more stand under them. */
function groupsAmong(
  candidates: readonly Candidate[],
  questions: ReadonlySet<Block>,
  depth: number,
): Block[] {
  const counts = new Map<Block, number>()
  let open: Candidate | undefined
  for (const candidate of candidates) {
    const { heading, isNumbered } = candidate
    const isPlain = !isNumbered && !hasQuestionLabel(heading.text)
    if (heading.depth <= depth) open = isPlain && questions.has(heading) ? candidate : undefined
    else if (open !== undefined && candidate.isCertain)
      counts.set(open.heading, (counts.get(open.heading) ?? 0) + 1)
  }
  return [...counts].filter(([, count]) => count >= 3).map(([heading]) => heading)
}

function findCandidates(blocks: readonly Block[], titleHeading: Block | undefined): Candidate[] {
  const starts = blocks.flatMap((block, index) => (block.kind === 'heading' ? [index] : []))
  return starts.flatMap((start, position) => {
    const heading = blocks[start]
    if (heading?.kind !== 'heading') return []
    const next = starts[position + 1]
    const content = blocks
      .slice(start + 1, next)
      .filter(block => block.kind !== 'rule' && block.kind !== 'comment')
    const following = next === undefined ? undefined : blocks[next]
    const isGroup = content.length === 0 && following?.kind === 'heading' && following.depth > heading.depth
    const title = plainHeading(heading.text)
    const likeness = likenessOf(heading.text)
    const isCertain = likeness === 'certain' || hasQuestionLabel(heading.text)
    const isNumbered = /^\W*\d{1,4}\s*\\?[.)、:：]/.test(title)
    const isSection =
      holdsQuestions(content) && !(isCertain && (isNumbered || hasQuestionLabel(heading.text)))
    if (heading === titleHeading || isGroup || isMetaHeading(title) || isSection) return []
    return [{ heading, content, isLike: isCertain || likeness === 'likely', isCertain, isNumbered }]
  })
}

/** Whether what stands under a heading is itself the questions. */
function holdsQuestions(content: readonly Block[]): boolean {
  const items = content.filter(block => block.kind === 'item').filter(item => !item.isTask)
  const likeItems = items.filter(item => likenessOf(item.text) === 'certain')
  if (items.length >= 2 && likeItems.length >= items.length * 0.6 && content[0]?.kind === 'item') return true
  return content.some(block => block.kind === 'details' && isQuestionSummary(block.summary))
}

function questionsOfLevel(level: readonly Candidate[]): readonly Candidate[] {
  const like = level.filter(candidate => candidate.isLike)
  const numbered = level.filter(candidate => candidate.isNumbered)
  const isNumberedLevel = numbered.length >= level.length * 0.8 && like.length >= level.length * 0.3
  const share = like.length / level.length
  if (like.length < 2 && !(like.length === 1 && like[0]?.isCertain && like[0].content.length > 0)) return []
  if (share >= 0.8 || isNumberedLevel)
    return level.filter(({ isLike, content }) => isLike || content.length > 0)
  if (share >= 0.6)
    return level.filter(({ isLike, isNumbered, content }) => isLike || (isNumbered && content.length > 0))
  if (like.length >= 3 && share >= 0.2) return level.filter(candidate => candidate.isCertain)
  return level.filter(candidate => hasQuestionLabel(candidate.heading.text))
}

function topicsOf(candidates: readonly Candidate[], questionCount: number): readonly Candidate[] {
  for (const depth of [6, 5, 4, 3, 2]) {
    const level = candidates.filter(({ heading, content }) => heading.depth === depth && content.length > 0)
    const asking = level.filter(({ content }) => content.some(isAskingText) && !content.some(isOwnQuestion))
    if (asking.length >= 3 && asking.length > 3 * questionCount && asking.length >= level.length * 0.6)
      return level
  }
  return []
}

function isAskingText(block: Block): boolean {
  return block.kind === 'text' && isLikeQuestion(textOf(block))
}

/** Whether a block is a question that needs no heading. */
function isOwnQuestion(block: Block): boolean {
  return (
    (block.kind === 'item' && isLikeQuestion(block.text)) ||
    (block.kind === 'text' && isBoldQuestion(textOf(block)))
  )
}
