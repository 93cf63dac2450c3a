/** What became of a file that was loaded and saved without an edit. `source` means that it opens as source. */
export type UntouchedOutcome = 'identical' | 'source' | 'changed'

/** What became of a file after a word was typed into one of its blocks. */
export interface EditOutcome {
  /** Index of the top-level block that was edited. */
  readonly block: number
  /** What went wrong; `undefined` when only the edited block changed and is read again as it was. */
  readonly problem: string | undefined
}

/** One file taken through the editor's code. */
export interface RoundTrip {
  readonly untouched: UntouchedOutcome
  /** `undefined` when the file has no text to type into. */
  readonly edit: EditOutcome | undefined
  /** Time to load and to save without an edit, in milliseconds. */
  readonly tookMs: number
}

/** What the built module gives to scripts. `seed` chooses where the word is typed. */
export interface RoundTripModule {
  readonly roundTrip: (text: string, seed: number) => RoundTrip
}
