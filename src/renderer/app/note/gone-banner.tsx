import { useSyncExternalStore } from 'react'
import { errorCodeOf } from '../../state/backend'
import type { NoteSession } from '../../state/note-session'
import { showToast } from '../../state/view'
import { Banner } from '../../ui/banner'
import { Button } from '../../ui/button'
import { useErrorWords } from '../error-words'
import { useTranslation } from '../../ui/use-translation'

/** Says that a note with unsaved text has no file any more, and offers to make it one again. */
export function GoneBanner({ session }: { readonly session: NoteSession }) {
  const { t } = useTranslation()
  const errorWords = useErrorWords()
  const state = useSyncExternalStore(session.subscribe, session.getState)
  if (state.kind !== 'failed' || state.code !== 'notes/not-found') return null
  const putBack = (): void =>
    void session.putBack().catch((error: unknown) => showToast(errorWords(errorCodeOf(error))))
  return (
    <Banner tone="careful" text={t('gone.text')}>
      <Button tone="primary" onClick={putBack}>
        {t('gone.putBack')}
      </Button>
    </Banner>
  )
}
