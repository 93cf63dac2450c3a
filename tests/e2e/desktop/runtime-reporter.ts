import type { Reporter, TestCase, TestResult } from '@playwright/test/reporter'
import { desktopRuntime } from './runtime'

/** Says in words what the desktop specs ran in, and how many have not been seen by true Electron. */
class RuntimeReporter implements Reporter {
  readonly #run = new Set<string>()
  readonly #skipped = new Set<string>()
  readonly #ofStandIn = new Set<string>()

  onTestEnd(test: TestCase, { status }: TestResult): void {
    if (test.parent.project()?.name !== 'desktop') return
    if (/(stand-in|structured-clone)\.spec\.ts$/.test(test.location.file)) this.#ofStandIn.add(test.id)
    else if (status === 'skipped') this.#skipped.add(test.id)
    else this.#run.add(test.id)
  }

  onEnd(): void {
    if (this.#run.size + this.#skipped.size + this.#ofStandIn.size > 0) console.log(`\n${this.#inWords()}`)
  }

  printsToStdio(): boolean {
    return false
  }

  #inWords(): string {
    const { kind, reason } = desktopRuntime()
    const [run, skipped, own] = [this.#run.size, this.#skipped.size, this.#ofStandIn.size]
    if (kind === 'electron')
      return `Desktop specs: ${run} ran in true Electron (${reason}); ${skipped} were not run in it.`
    return (
      `Desktop specs: ${run} ran in the stand-in for Electron, and ${own} on the stand-in itself (${reason}); ` +
      `${run + skipped} were not run in true Electron.`
    )
  }
}

export { RuntimeReporter as default }
