import { useEffect } from 'react'
import { useBackend } from '../state/backend'
import { showToast } from '../state/view'
import { useTranslation } from '../ui/use-translation'

/** Says when a change of another program was merged into what is being written. */
export function useMergedToast(): void {
  const { sessions } = useBackend()
  const { t } = useTranslation()
  useEffect(() => sessions.onMerged(() => showToast(t('conflict.merged'))), [sessions, t])
}
