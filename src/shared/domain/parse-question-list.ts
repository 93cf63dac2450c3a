import { type QuestionFileSection, readQuestionFile } from './import/read-question-file'
import { uniqueQuestionId } from './import/unique-question-id'
import { questionIdAt } from './question-id'
import type { Question, QuestionList, Section } from './question-list'

/** What the notebook's other lists have already. */
export interface OtherLists {
  /** The id that the list gets instead of its own. */
  readonly listId?: string | undefined
  /** Ids of questions that keep belonging to lists before this one. */
  readonly owned?: ReadonlySet<string>
  /** Ids that no question may be given anew. */
  readonly taken?: ReadonlySet<string>
}

/**
 * Reads a notebook's question list (format of product.md), also one that was edited by hand.
 *
 * Any top-level list item is a question, whatever its marker, and any heading a section. Items without a
 * block id, or with one that an earlier item or list has, get an id by their position that no item of the file
 * stores, and `hasStoredId: false`. Never throws.
 */
export function parseQuestionList(source: string, fileName: string, others: OtherLists = {}): QuestionList {
  const file = readQuestionFile(source.replace(/^\uFEFF/, ''), fileName)
  const { title, language, source: origin, sections } = file
  const stored = sections.flatMap(section => section.items.flatMap(item => item.blockId ?? []))
  const id = others.listId ?? file.id
  const ids = {
    list: id,
    taken: new Set<string>([...stored, ...(others.owned ?? []), ...(others.taken ?? [])]),
    seen: new Set<string>(others.owned),
  }
  return {
    id,
    title,
    language,
    source: origin,
    sections: sections.map((section, index) => toSection(section, index + 1, ids)),
  }
}

interface Ids {
  readonly list: string
  /** All ids that the file stores, those of other lists, and the provisional ones so far. */
  readonly taken: Set<string>
  /** The stored ids met so far: an id belongs to the first item that has it. */
  readonly seen: Set<string>
}

function toSection({ title, items }: QuestionFileSection, number: number, ids: Ids): Section {
  return {
    number,
    title,
    questions: items.map(({ blockId, text, hint, body, line }, index): Question => {
      const hasStoredId = blockId !== undefined && !ids.seen.has(blockId)
      const wanted = questionIdAt(ids.list, number, index + 1)
      const id = hasStoredId ? blockId : uniqueQuestionId(wanted, ids.taken)
      ids.seen.add(id)
      return { id, hasStoredId, number: index + 1, text, hint, body, line }
    }),
  }
}
