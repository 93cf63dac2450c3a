import { mergeCleanly } from '../../shared/domain/merge/merge-texts'
import type { RenameWish } from './plan-rename'

/** What a file held before a renaming, and what it holds since. */
export interface ReplacedText {
  readonly before: string
  readonly after: string
}

/** A renaming that was carried out, with what it replaced: taken back, it leaves each file byte for byte as it was. */
export interface DoneRename {
  readonly from: string
  readonly to: string
  readonly titleBefore: string
  readonly own: ReplacedText
  /** What the note would hold under its old title. */
  readonly ownUntitled: string
  /** Of the other files that were changed, by their paths. */
  readonly others: ReadonlyMap<string, ReplacedText>
}

/** Whether a wish asks for all that was before `done`. */
export function takesBack({ path, newPath, newTitle }: RenameWish, done: DoneRename): boolean {
  return path === done.to && newPath === done.from && newTitle === done.titleBefore
}

/** What a file held before, as long as it holds what was written then. */
export function textBefore(replaced: ReplacedText | undefined, text: string): string | undefined {
  return replaced?.after === text ? replaced.before : undefined
}

/** The note under its old title, with what was written in it since; undefined when that concerns the title. */
export function withOldTitle({ own, ownUntitled }: DoneRename, text: string): string | undefined {
  return mergeCleanly({ base: own.after, mine: ownUntitled, theirs: text })
}
