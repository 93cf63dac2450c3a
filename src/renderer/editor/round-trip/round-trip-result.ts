/** What became of a file that was loaded and saved without an edit. `source` means that it opens as source. */
export type UntouchedOutcome = 'identical' | 'source' | 'changed'

/** What became of a file after a word was typed into one of its blocks. */
export interface EditOutcome {
  /** Index of the top-level block that was edited. */
  readonly block: number
  /** What went wrong; `undefined` when only the edited block changed and is read again as it was. */
  readonly problem: string | undefined
}

/** What became of a file whose every block was written anew. */
export interface RewriteOutcome {
  /** Whether it says the same in every respect, up to white space and marks in each other. */
  readonly isSame: boolean
  /** Text that isn't there any more. */
  readonly lost: string
  /** Where it begins to say something else. */
  readonly difference: string | undefined
}

/** One file taken through the editor's code. */
export interface RoundTrip {
  readonly untouched: UntouchedOutcome
  /** `undefined` when the file has no text to type into. */
  readonly edit: EditOutcome | undefined
  /** `undefined` when it wasn't asked for, or the file opens as source. */
  readonly rewrite: RewriteOutcome | undefined
  /** Time to load and to save without an edit, in milliseconds. */
  readonly tookMs: number
}

/** What the built module gives to scripts. `seed` chooses where the word is typed; `rewrites` asks for `rewrite`. */
export interface RoundTripModule {
  readonly roundTrip: (text: string, seed: number, rewrites?: boolean) => RoundTrip
}
