import { errorCodeOf, useBackend } from '../../state/backend'
import { showToast } from '../../state/view'
import { useErrorWords } from '../error-words'
import { useTranslation } from '../../ui/use-translation'

/**
 * A function that moves a note to the trash, says so and how many notes link to it, and offers to undo it. Text of it that can't be saved keeps it where
 * it is. Resolves to whether it was moved. `onRestored` hears that it is back, under this path.
 */
export function useTrashNote(): (path: string, onRestored?: (path: string) => void) => Promise<boolean> {
  const { t } = useTranslation()
  const { client, sessions } = useBackend()
  const errorWords = useErrorWords()
  const fail = (error: unknown): void =>
    showToast(t('trash.failed', { reason: errorWords(errorCodeOf(error)) }))
  return async (path, onRestored) => {
    const session = sessions.ofPath(path)
    await session?.flush()
    if (session?.isDirty === true) {
      showToast(t('trash.unsaved'))
      return false
    }
    const restore = async (trashPath: string): Promise<void> => {
      const note = await client['trash.restore']({ trashPath })
      onRestored?.(note.path)
    }
    try {
      const links = await client['links.backlinks']({ to: { path } }).catch(() => [])
      const { trashPath } = await client['notes.trash']({ path })
      sessions.forget(path)
      const run = (): void => void restore(trashPath).catch(fail)
      const words = links.length === 0 ? t('note.trashed') : t('note.trashedLinked', { count: links.length })
      showToast(words, { label: t('action.undo'), run, putsBack: trashPath })
      return true
    } catch (error) {
      fail(error)
      return false
    }
  }
}
