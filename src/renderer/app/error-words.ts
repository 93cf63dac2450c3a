import { useTranslation } from 'react-i18next'
import type { AppErrorCode } from '../../shared/contract/app-error'

/** A function that gives the words for an error: what happened, and what to do about it. */
export function useErrorWords(): (code: AppErrorCode) => string {
  const { t } = useTranslation()
  return code => t(`errors.${code.replace('/', '.')}` as 'errors.internal')
}
