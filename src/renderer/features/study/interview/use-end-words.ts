import { clockWords } from './clock-words'
import { unaskedCount, type Interview } from './interview'
import { useTranslation } from '../../../ui/use-translation'

/** A function that says how asking ended, where it wasn't by the answer to the last question. */
export function useEndWords(): (interview: Interview) => string | undefined {
  const { t } = useTranslation()
  return interview => {
    const { plan, questions, timeUp } = interview
    const unasked = unaskedCount(interview)
    const parts = [
      ...(timeUp !== undefined && plan.totalMs !== null
        ? [t('interview.timeUpAfter', { time: clockWords(plan.totalMs) })]
        : []),
      ...(unasked > 0 ? [t('interview.unasked', { count: unasked, of: questions.length })] : []),
    ]
    return parts.length === 0 ? undefined : parts.join(' ')
  }
}
