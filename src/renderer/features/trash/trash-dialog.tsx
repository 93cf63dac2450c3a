import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { TrashedNote } from '../../../shared/contract/trash-procedures'
import { useErrorWords } from '../../app/error-words'
import { errorCodeOf, useBackend } from '../../state/backend'
import { focusEditor } from '../../state/editor-info'
import { goTo } from '../../state/place'
import { useTrash } from '../../state/trash'
import { closeDialog, dropToastAbout } from '../../state/view'
import { Button } from '../../ui/button'
import { ChoiceList } from '../../ui/choice-list'
import { formatMoment } from '../../ui/format-moment'
import { LargeDialog } from '../../ui/large-dialog'
import { useNow } from '../../ui/use-now'
import { ConfirmDelete } from './confirm-delete'
import styles from './trash.module.css'
import { TrashedNoteView } from './trashed-note-view'
import { useTranslation } from '../../ui/use-translation'

/** Notes in the trash: what they hold, back to their places, or gone for good. */
export function TrashDialog({ isEditable }: { readonly isEditable: boolean }) {
  const { t, i18n } = useTranslation()
  const { client } = useBackend()
  const queries = useQueryClient()
  const errorWords = useErrorWords()
  const now = useNow()
  const notes = useTrash().data
  const [chosen, setChosen] = useState<string>()
  const [doomed, setDoomed] = useState<readonly TrashedNote[]>()
  const [problem, setProblem] = useState<string>()
  const shown = notes?.find(({ trashPath }) => trashPath === chosen) ?? notes?.[0]
  const restore = async ({ trashPath }: TrashedNote): Promise<void> => {
    try {
      const { path } = await client['trash.restore']({ trashPath })
      dropToastAbout([trashPath])
      closeDialog()
      const lists = path.startsWith('questions/') ? await client['questions.lists']({}) : []
      const list = lists.find(each => each.path === path)
      const first = list?.sections.flatMap(({ questions }) => questions)[0]
      if (first !== undefined) goTo({ kind: 'question', id: first.id })
      else if (list === undefined) goTo({ kind: 'note', path })
    } catch (error) {
      setProblem(t('trash.notRestored', { reason: errorWords(errorCodeOf(error)) }))
    }
  }
  const deleteForGood = async (gone: readonly TrashedNote[]): Promise<void> => {
    const trashPaths = gone.map(({ trashPath }) => trashPath)
    const { failed } = await client['trash.delete']({ trashPaths })
    dropToastAbout(trashPaths.filter(path => failed.every(({ trashPath }) => trashPath !== path)))
    const [first] = failed
    setProblem(first && t('trash.notDeleted', { count: failed.length, reason: errorWords(first.code) }))
    setDoomed(undefined)
    await queries.invalidateQueries({ queryKey: ['notes', 'trash'] })
  }
  return (
    <LargeDialog
      title={t('trash.title')}
      closeLabel={t('action.close')}
      onClose={closeDialog}
      onClosed={focusEditor}
      action={
        isEditable && notes !== undefined && notes.length > 0 && doomed === undefined ? (
          <Button tone="quiet" onClick={() => setDoomed(notes)}>
            {t('trash.empty')}
          </Button>
        ) : undefined
      }
    >
      {notes?.length === 0 && <p className={styles.nothing}>{t('trash.nothing')}</p>}
      {notes !== undefined && shown !== undefined && (
        <div className={styles.columns}>
          <ChoiceList
            label={t('trash.notes')}
            chosenId={shown.trashPath}
            onChoose={id => {
              setChosen(id)
              setDoomed(undefined)
            }}
            items={notes.map(({ trashPath, title, from, trashedAt }) => ({
              id: trashPath,
              title,
              details: [
                { text: from },
                ...(trashedAt === null ? [] : [{ text: formatMoment(trashedAt, now, i18n.language) }]),
              ],
            }))}
          />
          <section className={styles.note} aria-label={shown.title}>
            <TrashedNoteView key={shown.trashPath} note={shown} />
            {problem !== undefined && (
              <p className={styles.problem} role="alert">
                {problem}
              </p>
            )}
            {doomed === undefined ? (
              <footer className={styles.footer}>
                <Button disabled={!isEditable} onClick={() => setDoomed([shown])}>
                  {t('trash.delete')}
                </Button>
                <Button tone="primary" disabled={!isEditable} onClick={() => void restore(shown)}>
                  {t('trash.restore')}
                </Button>
              </footer>
            ) : (
              <ConfirmDelete
                notes={doomed}
                onCancel={() => setDoomed(undefined)}
                onConfirm={() => void deleteForGood(doomed)}
              />
            )}
          </section>
        </div>
      )}
    </LargeDialog>
  )
}
