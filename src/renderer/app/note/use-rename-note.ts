import { errorCodeOf, useBackend } from '../../state/backend'
import { showToast } from '../../state/view'
import { useErrorWords } from '../error-words'
import { useTranslation } from '../../ui/use-translation'

/** What a note is to be called, and where it is to be. */
export interface NewName {
  readonly newTitle?: string | undefined
  readonly newPath?: string | undefined
}

/** A function that renames a note, tells what came of it, and offers to undo it. Resolves to whether it was done. */
export function useRenameNote(): (
  note: { readonly path: string; readonly title: string },
  name: NewName,
) => Promise<boolean> {
  const { t } = useTranslation()
  const { client, sessions } = useBackend()
  const errorWords = useErrorWords()
  const rename = async (path: string, name: NewName): ReturnType<(typeof client)['notes.rename']> => {
    // What isn't saved yet belongs to what links are looked for in.
    await sessions.flushAll()
    return client['notes.rename']({ path, ...name })
  }
  const fail = (error: unknown): void =>
    showToast(t('rename.failed', { reason: errorWords(errorCodeOf(error)) }))
  return async ({ path, title }, name) => {
    try {
      const renamed = await rename(path, name)
      const where = t('rename.files', { count: renamed.files })
      const words =
        renamed.links === 0
          ? t('rename.renamed', { title: renamed.title })
          : t('rename.renamedWithLinks', { title: renamed.title, count: renamed.links, where })
      const back = (): void => void rename(renamed.path, { newTitle: title, newPath: path }).catch(fail)
      showToast(words, { label: t('action.undo'), run: back })
      return true
    } catch (error) {
      fail(error)
      return false
    }
  }
}
