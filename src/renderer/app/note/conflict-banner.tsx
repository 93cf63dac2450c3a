import { useSyncExternalStore } from 'react'
import { useTranslation } from 'react-i18next'
import type { NoteSession } from '../../state/note-session'
import { Button } from '../../ui/button'
import { Banner } from '../../ui/banner'

/** Says that the file changed while there was unsaved text, and lets the user choose. Nothing is lost meanwhile. */
export function ConflictBanner({ session }: { readonly session: NoteSession }) {
  const { t } = useTranslation()
  const state = useSyncExternalStore(session.subscribe, session.getState)
  if (state.kind !== 'conflict') return null
  return (
    <Banner tone="careful" text={t('conflict.text')}>
      <Button onClick={() => void session.resolveConflict('both')}>{t('conflict.both')}</Button>
      <Button onClick={() => void session.resolveConflict('mine')}>{t('conflict.mine')}</Button>
      <Button onClick={() => void session.resolveConflict('theirs')}>{t('conflict.theirs')}</Button>
    </Banner>
  )
}
