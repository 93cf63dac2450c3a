/** How a suite is run. The same seed does the same again, as far as the machine's timing allows. */
export interface SuiteOptions {
  readonly seed: number
  /** How much is tried; each suite says in what it counts. */
  readonly runs: number
  /** Hears of progress and of each violation as it is found. */
  readonly report: (line: string) => void
}

/** One line of the table. */
export interface Bar {
  readonly name: string
  /** How much was tried, and of what. */
  readonly runs: number
  readonly unit: string
  readonly violations: number
  /** What was tried, in a few words and numbers. */
  readonly detail: string
  /** The first violations, each with what is needed to see it again. */
  readonly examples: readonly string[]
}

export interface Suite {
  readonly name: string
  /** Runs in the long run, unless the command says otherwise. */
  readonly longRuns: number
  /** Runs in `npm test`. */
  readonly shortRuns: number
  readonly run: (options: SuiteOptions) => Promise<readonly Bar[]>
}

const mostExamples = 12

/** Counts the runs and violations of one bar. */
export class BarCounter {
  readonly #name: string
  readonly #unit: string
  readonly #report: (line: string) => void
  readonly #violations: string[] = []
  runs = 0

  constructor(name: string, unit: string, report: (line: string) => void) {
    this.#name = name
    this.#unit = unit
    this.#report = report
  }

  /** How many there were. */
  get violations(): number {
    return this.#violations.length
  }

  violation(text: string): void {
    this.#violations.push(text)
    if (this.#violations.length <= mostExamples) this.#report(`${this.#name}: VIOLATION ${text}`)
  }

  bar(detail: string): Bar {
    return {
      name: this.#name,
      runs: this.runs,
      unit: this.#unit,
      violations: this.#violations.length,
      detail,
      examples: this.#violations.slice(0, mostExamples),
    }
  }
}
