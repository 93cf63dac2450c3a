import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** Makes an empty folder and says how to remove it. */
export async function temporaryFolder(): Promise<
  { path: string; remove: () => Promise<void> } & AsyncDisposable
> {
  const path = await mkdtemp(join(tmpdir(), 'answerbook-test-'))
  const remove = (): Promise<void> => rm(path, { recursive: true, force: true })
  return { path, remove, [Symbol.asyncDispose]: remove }
}
