/** How the program that a folder is from keeps its notes. */
export interface VaultDialect {
  /** Where a note goes below `notes/`; undefined for what is no note of the user. */
  readonly noteFor: (path: string) => string | undefined
  /** The names that a note has besides its path. It is told of every note before any is converted. */
  readonly learn: (text: string, path: string) => readonly string[]
  /** The text as Markdown with wiki links; all links are as they were in that folder. */
  readonly convert: (text: string, path: string) => string
}
