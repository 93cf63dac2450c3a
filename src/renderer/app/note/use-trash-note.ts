import { errorCodeOf, useBackend } from '../../state/backend'
import { focusEditor, stayInEditor } from '../../state/editor-info'
import { showToast } from '../../state/view'
import { useErrorWords } from '../error-words'
import { useTranslation } from '../../ui/use-translation'

const beingTrashed = new Set<string>()

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
  const failToRestore = (error: unknown): void => {
    stayInEditor()
    fail(error)
  }
  return async (path, onRestored) => {
    // A key that was held, or a second press.
    if (beingTrashed.has(path)) return false
    beingTrashed.add(path)
    try {
      return await trash(path, onRestored)
    } finally {
      beingTrashed.delete(path)
    }
  }

  async function trash(path: string, onRestored?: (path: string) => void): Promise<boolean> {
    const session = sessions.ofPath(path)
    await session?.flush()
    if (session?.isDirty === true) {
      showToast(t('trash.unsaved'))
      return false
    }
    const restore = async (trashPath: string): Promise<void> => {
      focusEditor({ whenOpen: true })
      const note = await client['trash.restore']({ trashPath })
      onRestored?.(note.path)
    }
    try {
      const links = await client['links.backlinks']({ to: { path } }).catch(() => [])
      const { trashPath } = await client['notes.trash']({ path })
      sessions.forget(path)
      const run = (): void => void restore(trashPath).catch(failToRestore)
      const words = links.length === 0 ? t('note.trashed') : t('note.trashedLinked', { count: links.length })
      showToast(words, { label: t('action.undo'), run, putsBack: trashPath })
      return true
    } catch (error) {
      fail(error)
      return false
    }
  }
}
