const minuteMs = 60_000

/** How long ago a moment is: `5 minutes ago`, `yesterday`, `3 weeks ago`. Both times are epoch milliseconds. */
export function formatAge(at: number, now: number, language: string): string {
  const minutes = Math.max(0, Math.floor((now - at) / minuteMs))
  const format = new Intl.RelativeTimeFormat(language, { numeric: 'auto' })
  if (minutes < 60) return format.format(-minutes, 'minute')
  const hours = Math.floor(minutes / 60)
  if (hours < 24) return format.format(-hours, 'hour')
  const days = Math.floor(hours / 24)
  return days < 14 ? format.format(-days, 'day') : format.format(-Math.floor(days / 7), 'week')
}
