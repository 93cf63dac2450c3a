import { useState, useSyncExternalStore } from 'react'
import { isAppError } from '../../../shared/contract/app-error'
import { MergeDialog } from '../../features/merge/merge-dialog'
import { errorCodeOf } from '../../state/backend'
import type { NoteSession } from '../../state/note-session'
import type { NoteConflict } from '../../state/save-state'
import { showToast } from '../../state/view'
import { Button } from '../../ui/button'
import { Banner } from '../../ui/banner'
import { useErrorWords } from '../error-words'
import { useTranslation } from '../../ui/use-translation'

/** Says that the file changed where there was unsaved text, and lets the user choose. Nothing is lost meanwhile. */
export function ConflictBanner({ session }: { readonly session: NoteSession }) {
  const { t } = useTranslation()
  const errorWords = useErrorWords()
  const state = useSyncExternalStore(session.subscribe, session.getState)
  const [compared, setCompared] = useState<{ conflict: NoteConflict; problem?: string }>()
  const fail = (error: unknown): void => showToast(errorWords(errorCodeOf(error)))
  const compare = async (problem?: string): Promise<void> => {
    const conflict = await session.readConflict()
    setCompared(conflict && { conflict, ...(problem === undefined ? {} : { problem }) })
  }
  const keepBoth = (): void => {
    setCompared(undefined)
    session.keepBoth().catch(fail)
  }
  const use = async (text: string, conflict: NoteConflict): Promise<void> => {
    try {
      await session.resolveConflict(text, conflict)
      setCompared(undefined)
    } catch (error) {
      if (!isAppError(error, 'notes/conflict')) throw error
      await compare(t('merge.changedAgain'))
    }
  }
  if (state.kind !== 'conflict') return null
  return (
    <>
      <Banner tone="careful" text={t('conflict.text')}>
        <Button onClick={keepBoth}>{t('merge.keepBoth')}</Button>
        <Button tone="primary" onClick={() => void compare().catch(fail)}>
          {t('conflict.compare')}
        </Button>
      </Banner>
      {compared !== undefined && (
        <MergeDialog
          key={compared.conflict.theirs.hash}
          title={t('conflict.title', { title: compared.conflict.theirs.title })}
          description={t('merge.description')}
          versions={{ ...compared.conflict, theirs: compared.conflict.theirs.text }}
          names={{ mine: t('conflict.mine'), theirs: t('conflict.theirs') }}
          problem={compared.problem}
          onUse={text => void use(text, compared.conflict).catch(fail)}
          onKeepBoth={keepBoth}
          onClose={() => setCompared(undefined)}
        />
      )}
    </>
  )
}
