const dayMs = 86_400_000

/** A moment as people say it: `Today, 10:41`, `Yesterday, 10:41`, else with the date. Both times are epoch milliseconds. */
export function formatMoment(at: number, now: number, language: string): string {
  const daysAgo = Math.round((startOfDay(now) - startOfDay(at)) / dayMs)
  const time = new Intl.DateTimeFormat(language, { timeStyle: 'short' }).format(at)
  if (daysAgo > 1 || daysAgo < 0)
    return new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short' }).format(at)
  const day = new Intl.RelativeTimeFormat(language, { numeric: 'auto' }).format(-daysAgo, 'day')
  return `${day.charAt(0).toLocaleUpperCase(language)}${day.slice(1)}, ${time}`
}

/** Local midnight before a moment. */
function startOfDay(at: number): number {
  return new Date(at).setHours(0, 0, 0, 0)
}
