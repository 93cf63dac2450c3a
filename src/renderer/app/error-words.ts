import type { AppErrorCode } from '../../shared/contract/app-error'
import { useTranslation } from '../ui/use-translation'

/**
 * A function that gives the words for an error: what happened, and what to do about it. They are a sentence, or go on after a
 * colon.
 */
export function useErrorWords(form: 'sentence' | 'after colon' = 'sentence'): (code: AppErrorCode) => string {
  const { t, i18n } = useTranslation()
  return code => {
    const words = t(`errors.${code.replace('/', '.')}` as 'errors.internal')
    return form === 'sentence'
      ? `${words.charAt(0).toLocaleUpperCase(i18n.language)}${words.slice(1)}`
      : words
  }
}
