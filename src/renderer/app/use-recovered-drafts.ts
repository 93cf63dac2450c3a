import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { useBackend } from '../state/backend'
import { livingPages } from '../state/page-lock'
import { goTo } from '../state/place'
import { recoverDrafts } from '../state/recover-drafts'
import { showToast } from '../state/view'

/** Brings back what a crash left unsaved when a notebook is opened, and says so. */
export function useRecoveredDrafts(isEditable: boolean): void {
  const { client, sessions } = useBackend()
  const { t } = useTranslation()
  useEffect(() => {
    if (!isEditable) return
    void recover().catch(() => showToast(t('journal.failed')))

    async function recover(): Promise<void> {
      const living = await livingPages()
      const recovered = await recoverDrafts(client, sessions, pageId => living.has(pageId))
      const first = recovered.find(({ isConflict }) => isConflict) ?? recovered[0]
      if (first === undefined) return
      await sessions.flushAll()
      const text = t(first.isConflict ? 'journal.conflict' : 'journal.recovered', { count: recovered.length })
      showToast(text, { label: t('journal.show'), run: () => goTo(first.place) })
    }
  }, [client, sessions, isEditable, t])
}
