const fewest = 5
const largestShare = 0.2

/**
 * Whether so many of the known notes are gone at once that a folder which is not synchronised, not mounted or read in part
 * is likelier than a user who deletes: all of several, or at least five that are more than a fifth.
 */
export function isMassDeletion(gone: number, known: number): boolean {
  return (gone >= 2 && gone === known) || (gone >= fewest && gone > known * largestShare)
}
