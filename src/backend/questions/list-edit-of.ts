import type { ListEditInput } from '../../shared/contract/list-edit-procedures'
import type { ListEdit, QuestionPlace, QuestionWording } from '../../shared/domain/list-edit/list-edit'

/** An edit as it was sent, in the terms of the domain. */
export function listEditOf(input: EditOfOneList, newId: () => string): ListEdit {
  switch (input.kind) {
    case 'add-question':
      return { ...input, id: newId(), place: placeOf(input.place), wording: wordingOf(input.wording) }
    case 'change-question':
    case 'merge-questions':
      return { ...input, wording: wordingOf(input.wording) }
    case 'move-question':
      return { ...input, place: placeOf(input.place) }
    default:
      return input
  }
}

/** An edit that changes no other list, and leaves this one where it is. */
export type EditOfOneList = Exclude<ListEditInput, { kind: 'move-to-list' | 'remove-list' }>

export function placeOf({ section, after }: { section: number; after: string | null }): QuestionPlace {
  return { section, after: after ?? undefined }
}

function wordingOf({
  text,
  hint,
  body,
}: {
  text: string
  hint: string | null
  body: string | null
}): QuestionWording {
  return { text: text.trim(), hint: orNone(hint), body: orNone(body) }
}

function orNone(text: string | null): string | undefined {
  return text === null || text.trim() === '' ? undefined : text
}
