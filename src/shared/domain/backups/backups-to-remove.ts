const mostDays = 7
const mostWeeks = 4

/** A backup as it is chosen which stay; `day` counts local days. */
export interface DatedBackup {
  readonly at: number
  readonly day: number
}

/**
 * The backups that are no longer needed: the newest of each of the last seven days that have one stays, and of those
 * before them the newest of each of the last four weeks.
 */
export function backupsToRemove<T extends DatedBackup>(backups: readonly T[]): T[] {
  const newestFirst = backups.toSorted((a, b) => b.at - a.at)
  const daily = firstOfEach(newestFirst, ({ day }) => day).slice(0, mostDays)
  const oldestDay = Math.min(...daily.map(({ day }) => day))
  const before = newestFirst.filter(({ day }) => day < oldestDay)
  const weekly = firstOfEach(before, ({ day }) => weekOf(day)).slice(0, mostWeeks)
  const kept = new Set<T>([...daily, ...weekly])
  return newestFirst.filter(backup => !kept.has(backup))
}

/** The local day of a moment, which begins at four in the morning, counted from 1970. */
export function backupDayOf(at: number, utcOffsetMinutes: number): number {
  return Math.floor((at / 60_000 + utcOffsetMinutes - dayBeginsAtMinute) / 1440)
}

const dayBeginsAtMinute = 4 * 60

/** Weeks begin on Monday; 1970 began on a Thursday. */
function weekOf(day: number): number {
  return Math.floor((day + 3) / 7)
}

function firstOfEach<T>(items: readonly T[], keyOf: (item: T) => number): T[] {
  const seen = new Set<number>()
  return items.filter(item => !seen.has(keyOf(item)) && seen.add(keyOf(item)))
}
