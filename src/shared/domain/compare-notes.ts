const titles = new Intl.Collator(undefined, { numeric: true })

interface TitledNote {
  readonly path: string
  readonly title: string
}

/** The order of notes wherever all are shown: by title, numbers in it by their size; those with one title by path. */
export function compareNotes(left: TitledNote, right: TitledNote): number {
  return titles.compare(left.title, right.title) || (left.path < right.path ? -1 : 1)
}
