import { useTranslation } from '../../../ui/use-translation'

/** A function that gives a calendar day (`2027-01-31`) as a short date. */
export function useDayWords(): (day: string) => string {
  const { i18n } = useTranslation()
  const format = new Intl.DateTimeFormat(i18n.language, { month: 'short', day: 'numeric', timeZone: 'UTC' })
  return day => format.format(new Date(`${day}T00:00:00Z`))
}
