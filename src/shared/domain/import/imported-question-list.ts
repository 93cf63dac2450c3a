/** What an importer made of one file, before it is written into a notebook. */
export interface ImportedQuestionList {
  readonly title: string
  /** As the source says it; undefined when it says nothing. */
  readonly id: string | undefined
  readonly language: string | undefined
  readonly source: string | undefined
  readonly sections: readonly ImportedSection[]
  /** Whatever of the source did not become part of the list, in the order of its lines. */
  readonly warnings: readonly ImportWarning[]
}

export interface ImportedSection {
  readonly title: string
  readonly questions: readonly ImportedQuestion[]
}

export interface ImportedQuestion {
  /** A block id that the source carries (`… ^llm-02-02`). */
  readonly id: string | undefined
  /** Inline Markdown on one line. */
  readonly text: string
  /** Markdown, without the word "Hint:". */
  readonly hint: string | undefined
  /** Markdown that belongs to the question, for example prompts to choose from. */
  readonly body: string | undefined
  /** Markdown: the answer that the source gives; it becomes a note. */
  readonly answer: string | undefined
  /** 1-based line of the source where the question starts. */
  readonly line: number
}

/** What is said of an import. `left-out` has what was left out as `what`. */
export const importWarningCodes = [
  'empty-file',
  'no-questions',
  'left-out',
  'rows-without-question',
  'entries-without-question',
  'columns',
  'anki-media',
  'other-ids',
] as const
export type ImportWarningCode = (typeof importWarningCodes)[number]

/** A part of the source that was left out or changed. `line` is 1-based. */
export interface ImportWarning {
  readonly line: number
  /** In English, for the command line; a window has words of its own for the code, with these values in them. */
  readonly message: string
  readonly code: ImportWarningCode
  readonly values: Readonly<Record<string, string | number>>
}
