import type { AnswerbookClient } from '../../../src/shared/contract/contract'

/** What a disk holds after a cut and a new start. */
export interface AfterRestart {
  readonly client: AnswerbookClient
  /** Every file, by its path in the notebook, as the new start left it. */
  readonly texts: ReadonlyMap<string, string>
  /** What was acknowledged before the cut. */
  readonly acknowledged: ReadonlySet<string>
}

/** Something that a user does, and what must be there whenever the power goes. */
export interface Scenario {
  readonly name: string
  /** Files that the notebook has besides its manifest. */
  readonly files: Readonly<Record<string, string>>
  /** `acknowledge` marks what the user has been told is done. */
  readonly act: (client: AnswerbookClient, acknowledge: (what: string) => void) => Promise<void>
  /** A sentence for each thing that is wrong. */
  readonly problems: (after: AfterRestart) => Promise<string[]> | string[]
}

/** Wrong unless `text` is one of `texts`, and not an older one than was acknowledged; names of `texts` are what is acknowledged. */
export function problemsOfVersions(
  what: string,
  text: string | undefined,
  versions: readonly (readonly [name: string, text: string | undefined])[],
  acknowledged: ReadonlySet<string>,
): string[] {
  const last = versions.findLastIndex(([name]) => acknowledged.has(name))
  const found = versions.findLastIndex(([, version]) => version === text)
  if (found < 0) return [`${what} is damaged: ${JSON.stringify(text?.slice(0, 60))}`]
  if (found < last) return [`${what} has lost "${versions[last]?.[0] ?? ''}"`]
  return []
}
