import { useState, type FormEvent } from 'react'
import { useErrorWords } from '../../app/error-words'
import { errorCodeOf, useBackend } from '../../state/backend'
import { leavePlace } from '../../state/place'
import { closeDialog } from '../../state/view'
import { Button } from '../../ui/button'
import { Dialog } from '../../ui/dialog'
import { TextField } from '../../ui/field'
import { FolderBrowser } from '../../app/folder-browser'
import styles from './start.module.css'
import { useFolderField } from '../../app/use-folder-field'
import { useTranslation } from '../../ui/use-translation'

/** Opens the notebook in a folder that is typed or found. */
export function OpenNotebookDialog() {
  const { t } = useTranslation()
  const { client, sessions, capabilities } = useBackend()
  const errorWords = useErrorWords()
  const [path, setPath] = useFolderField()
  const [error, setError] = useState<string>()
  const choose = (next: string): void => {
    setPath(next)
    setError(undefined)
  }
  const chooseNatively = async (): Promise<void> => {
    const chosen = await client['places.chooseFolder']({})
    if (chosen.path !== null) choose(chosen.path)
  }
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    try {
      await sessions.flushAll()
      await client['notebook.open']({ path: path.trim() })
      leavePlace()
      closeDialog()
    } catch (caught) {
      setError(errorWords(errorCodeOf(caught)))
    }
  }
  return (
    <Dialog
      title={t('openNotebook.title')}
      closeLabel={t('action.close')}
      description={t('openNotebook.description')}
      onClose={closeDialog}
      footer={
        <>
          <Button onClick={closeDialog}>{t('action.cancel')}</Button>
          <Button tone="primary" type="submit" form="open-notebook">
            {t('openNotebook.open')}
          </Button>
        </>
      }
    >
      <form id="open-notebook" className={styles.form} onSubmit={event => void submit(event)}>
        <TextField
          label={t('openNotebook.folder')}
          value={path}
          error={error}
          onChange={event => choose(event.target.value)}
          action={
            capabilities.nativeDialogs && (
              <Button onClick={() => void chooseNatively()}>{t('action.choose')}</Button>
            )
          }
        />
        <FolderBrowser path={path} onChoose={choose} />
      </form>
    </Dialog>
  )
}
