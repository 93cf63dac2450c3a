const hourMs = 3_600_000
const dayMs = 24 * hourMs

/** A version as thinning sees it; `at` is in epoch milliseconds. */
export interface DatedVersion {
  readonly id: string
  readonly at: number
}

/**
 * Ids of the versions of one note that are no longer needed: all of the last 24 hours stay, of the last 7 days the last
 * of each hour, of the last 365 days the last of each day. Hours and days are those of UTC, so that each version is
 * judged in the same way at any time, and thinning often comes to the same as thinning once.
 */
export function versionsToDrop(versions: readonly DatedVersion[], now: number): string[] {
  const lastOfHour = lastOfEach(versions, hourMs)
  const lastOfDay = lastOfEach(versions, dayMs)
  return versions
    .filter(version => {
      const age = now - version.at
      if (age < dayMs) return false
      if (age < 7 * dayMs) return !lastOfHour.has(version)
      return age >= 365 * dayMs || !lastOfDay.has(version)
    })
    .map(({ id }) => id)
}

function lastOfEach(versions: readonly DatedVersion[], spanMs: number): ReadonlySet<DatedVersion> {
  const last = new Map<number, DatedVersion>()
  for (const version of versions) {
    const span = Math.floor(version.at / spanMs)
    const known = last.get(span)
    if (known === undefined || version.at >= known.at) last.set(span, version)
  }
  return new Set(last.values())
}
