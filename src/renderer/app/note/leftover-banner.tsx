import { useState } from 'react'
import { isAppError } from '../../../shared/contract/app-error'
import type { LeftoverConflict } from '../../../shared/contract/conflict-procedures'
import { MergeDialog } from '../../features/merge/merge-dialog'
import { errorCodeOf, useBackend } from '../../state/backend'
import type { NoteSession } from '../../state/note-session'
import { useLeftoverConflicts } from '../../state/queries'
import { showToast } from '../../state/view'
import { Banner } from '../../ui/banner'
import { Button } from '../../ui/button'
import { useErrorWords } from '../error-words'
import { readLeftover, type LeftoverVersions } from './read-leftover'
import { useTranslation } from '../../ui/use-translation'

/** Says that a sync program or git has left another version of the open note, and offers to make one note of both. */
export function LeftoverBanner({ session }: { readonly session: NoteSession }) {
  const { t } = useTranslation()
  const { client, sessions } = useBackend()
  const errorWords = useErrorWords()
  const conflict = useLeftoverConflicts().data?.find(each => isAbout(each, session.path))
  const [compared, setCompared] = useState<{ versions: LeftoverVersions; problem?: string }>()
  if (conflict === undefined) return null

  const fail = (error: unknown): void => showToast(errorWords(errorCodeOf(error)))
  const compare = async (problem?: string): Promise<void> => {
    await sessions.flushAll()
    const versions = await readLeftover(client, conflict)
    setCompared(versions && { versions, ...(problem === undefined ? {} : { problem }) })
  }
  const use = async (text: string, { note, copy }: LeftoverVersions): Promise<void> => {
    const { path, hash: baseHash } = note
    try {
      await (copy === undefined
        ? client['notes.resolveConflict']({ path, text, mine: text, baseHash })
        : client['conflicts.mergeCopy']({ path, text, baseHash, copyPath: copy.path, copyHash: copy.hash }))
      setCompared(undefined)
      if (copy !== undefined) showToast(t('leftover.merged'))
    } catch (error) {
      if (!isAppError(error, 'notes/conflict')) throw error
      await compare(t('merge.changedAgain'))
    }
  }
  const keepCopy = async (copyPath: string): Promise<void> => {
    setCompared(undefined)
    const stem = conflict.path.replace(/\.md$/i, '')
    await client['notes.rename']({
      path: copyPath,
      newPath: `${t('leftover.otherVersion', { name: stem })}.md`,
    })
  }
  const copyPath = conflict.kind === 'copy' ? conflict.copyPath : undefined
  const name = (copyPath ?? '').replace(/^.*\//, '')
  const words =
    conflict.kind === 'markers'
      ? t('leftover.markers')
      : t(conflict.isCertain ? 'leftover.copy' : 'leftover.possible', { name })
  return (
    <>
      <Banner tone={conflict.kind === 'copy' && !conflict.isCertain ? 'plain' : 'careful'} text={words}>
        {copyPath !== undefined && (
          <Button onClick={() => void keepCopy(copyPath).catch(fail)}>{t('leftover.keepCopy')}</Button>
        )}
        <Button tone="primary" onClick={() => void compare().catch(fail)}>
          {t('conflict.compare')}
        </Button>
      </Banner>
      {compared !== undefined && (
        <MergeDialog
          key={`${compared.versions.note.hash} ${compared.versions.copy?.hash ?? ''}`}
          title={t(copyPath === undefined ? 'leftover.markersTitle' : 'conflict.title', {
            title: compared.versions.note.title,
          })}
          description={t('merge.description')}
          versions={compared.versions}
          names={
            copyPath === undefined
              ? { mine: t('leftover.first'), theirs: t('leftover.second') }
              : { mine: t('leftover.note'), theirs: t('leftover.copyName') }
          }
          problem={compared.problem}
          onUse={text => void use(text, compared.versions).catch(fail)}
          {...(copyPath === undefined ? {} : { onKeepBoth: () => void keepCopy(copyPath).catch(fail) })}
          onClose={() => setCompared(undefined)}
        />
      )}
    </>
  )
}

function isAbout(conflict: LeftoverConflict, path: string | undefined): boolean {
  return conflict.path === path || (conflict.kind === 'copy' && conflict.copyPath === path)
}
