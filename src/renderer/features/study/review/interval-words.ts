import type { TFunction } from 'i18next'

const dayMs = 24 * 60 * 60 * 1000

/** How long it takes until an answer comes back, in words such as `10 min`, `3 days` or `2 months`. */
export function intervalWords(
  { dueAt, intervalDays }: { readonly dueAt: number; readonly intervalDays: number },
  now: number,
  t: TFunction,
): string {
  if (intervalDays === 0) {
    const minutes = Math.max(1, Math.round((dueAt - now) / 60_000))
    return minutes < 60
      ? t('review.inMinutes', { count: minutes })
      : t('review.inHours', { count: Math.round(minutes / 60) })
  }
  if (intervalDays < 30) return t('review.inDays', { count: intervalDays })
  const months = intervalDays / 30.44
  if (months < 11.5) return t('review.inMonths', { count: Math.round(months) })
  return t('review.inYears', { count: Math.round(((intervalDays * dayMs) / (365.25 * dayMs)) * 10) / 10 })
}
