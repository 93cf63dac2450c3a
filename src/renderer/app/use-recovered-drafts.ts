import { useEffect, useState } from 'react'
import { useBackend } from '../state/backend'
import { livingPages } from '../state/page-lock'
import { goTo } from '../state/place'
import { recoverDrafts, type RecoveredDraft } from '../state/recover-drafts'
import { showToast } from '../state/view'
import { useTranslation } from '../ui/use-translation'

/**
 * Brings back what a crash left unsaved when a notebook is opened, and says so. Whether that is done: until then nobody may
 * write, or a draft could come into a note that has been changed meanwhile.
 */
export function useRecoveredDrafts(isEditable: boolean): boolean {
  const { client, sessions } = useBackend()
  const { t } = useTranslation()
  const [isDone, setIsDone] = useState(!isEditable)
  useEffect(() => {
    if (!isEditable) return
    const takeUp = async (): Promise<RecoveredDraft[]> => {
      const living = await livingPages()
      return recoverDrafts(client, sessions, pageId => living.has(pageId))
    }
    const recover = async (): Promise<void> => {
      const recovered = await takeUp().finally(() => setIsDone(true))
      const first = recovered.find(({ isConflict }) => isConflict) ?? recovered[0]
      if (first === undefined) return
      await sessions.flushAll()
      const text = t(first.isConflict ? 'journal.conflict' : 'journal.recovered', { count: recovered.length })
      showToast(text, { label: t('journal.show'), run: () => goTo(first.place) })
    }
    void recover().catch(() => showToast(t('journal.failed')))
  }, [client, sessions, isEditable, t])
  return isDone
}
