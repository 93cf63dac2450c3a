import { splitFrontMatter } from '../split-front-matter'
import { mergeLines } from './merge-lines'
import { joinLines, textLines } from './text-lines'

/** A stretch of two versions of a text: the same in both, or other. */
export type MergePart =
  | { readonly kind: 'same'; readonly text: string }
  | {
      readonly kind: 'difference'
      readonly mine: string
      readonly theirs: string
      /** One of them still is as the base is, or none. */
      readonly changedBy: 'mine' | 'theirs' | 'both'
    }

/** What a difference becomes; `both` is mine, then theirs. */
export type MergeChoice = 'mine' | 'theirs' | 'both'

export interface TextVersions {
  /** What both were made from; undefined when nobody knows: then it is what they have in common. */
  readonly base: string | undefined
  readonly mine: string
  readonly theirs: string
}

/** Compares two versions of a note by lines, front matter apart from the body. Each version's parts in order are that version. */
export function mergeTexts({ base, mine, theirs }: TextVersions): MergePart[] {
  const known = base ?? commonLines(mine, theirs)
  const [baseParts, mineParts, theirParts] = [known, mine, theirs].map(frontAndBody)
  const parts = [0, 1].flatMap(index => {
    const lines = (of: readonly string[] | undefined): string[] => textLines(of?.[index] ?? '')
    return mergeLines({ base: lines(baseParts), mine: lines(mineParts), theirs: lines(theirParts) })
  })
  return parts.map(({ changedBy, ...lines }) => {
    const [ours, others] = [lines.mine.join(''), lines.theirs.join('')]
    return changedBy === undefined
      ? { kind: 'same', text: ours }
      : { kind: 'difference', mine: ours, theirs: others, changedBy }
  })
}

/** The text that choices make of a merge; undefined as long as one that is needed is missing. */
export function mergedText(
  parts: readonly MergePart[],
  choiceOf: (index: number) => MergeChoice | undefined,
): string | undefined {
  const stretches: string[] = []
  for (const [index, part] of parts.entries()) {
    if (part.kind === 'same') stretches.push(part.text)
    else {
      const choice = choiceOf(index)
      if (choice === undefined) return undefined
      if (choice !== 'theirs') stretches.push(part.mine)
      if (choice !== 'mine') stretches.push(part.theirs)
    }
  }
  return joinLines(stretches)
}

/** The choice that needs no asking: the side that changed something, where only one did. */
export function obviousChoice(part: MergePart): MergeChoice | undefined {
  return part.kind === 'same' || part.changedBy === 'both' ? undefined : part.changedBy
}

/** All that both versions changed, in one text; undefined when they changed the same place. */
export function mergeCleanly(versions: TextVersions & { readonly base: string }): string | undefined {
  const parts = mergeTexts(versions)
  return mergedText(parts, index => {
    const part = parts[index]
    return part === undefined ? undefined : obviousChoice(part)
  })
}

/** Whether each line of `part` that says anything stands somewhere in `whole`. */
export function hasEveryLine(whole: string, part: string): boolean {
  const lines = new Set(textLines(whole).map(line => line.trimEnd()))
  return textLines(part).every(line => line.trim() === '' || lines.has(line.trimEnd()))
}

function commonLines(mine: string, theirs: string): string {
  const lines = textLines(mine)
  return mergeLines({ base: lines, mine: lines, theirs: textLines(theirs) })
    .filter(({ changedBy }) => changedBy === undefined)
    .flatMap(region => region.mine)
    .join('')
}

function frontAndBody(text: string): [front: string, body: string] {
  const { bom, block, body } = splitFrontMatter(text)
  return block === '' ? ['', bom + body] : [bom + block, body]
}
