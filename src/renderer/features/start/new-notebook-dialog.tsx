import { useState, type FormEvent } from 'react'
import type { StartingContent } from '../../../shared/contract/notebook-procedures'
import { useErrorWords } from '../../app/error-words'
import { errorCodeOf, useBackend } from '../../state/backend'
import { leavePlace } from '../../state/place'
import { openFirst } from '../../state/starting-place'
import { closeDialog, openDialog } from '../../state/view'
import { Button } from '../../ui/button'
import { Dialog } from '../../ui/dialog'
import { Choice, TextField } from '../../ui/field'
import styles from './start.module.css'
import { useFolderField } from '../../app/use-folder-field'
import { useTranslation } from '../../ui/use-translation'

export type StartWith = StartingContent | 'import'

/** The note of the sample that says what to try. */
const sampleStart = 'notes/Start here.md'

/** Makes a notebook: a title, a place, and the list to start with. */
export function NewNotebookDialog({ startWith }: { readonly startWith: StartWith }) {
  const { t } = useTranslation()
  const { client, sessions, capabilities } = useBackend()
  const errorWords = useErrorWords()
  const [title, setTitle] = useState(t('newNotebook.defaultTitle'))
  const [folder, setFolder] = useFolderField()
  const [list, setList] = useState<StartWith>(startWith)
  const [error, setError] = useState<string>()
  const path = joinName(folder, title)
  const chooseFolder = async (): Promise<void> => {
    const chosen = await client['places.chooseFolder']({})
    if (chosen.path !== null) setFolder(chosen.path)
  }
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    try {
      await sessions.flushAll()
      const { id } = await client['notebook.create']({ path, title, list: list === 'import' ? 'none' : list })
      if (list === 'sample') openFirst(id, { kind: 'note', path: sampleStart })
      leavePlace()
      if (list === 'import') openDialog('import')
      else closeDialog()
    } catch (caught) {
      setError(errorWords(errorCodeOf(caught)))
    }
  }
  return (
    <Dialog
      title={t('newNotebook.title')}
      closeLabel={t('action.close')}
      onClose={closeDialog}
      footer={
        <>
          <Button onClick={closeDialog}>{t('action.cancel')}</Button>
          <Button
            tone="primary"
            type="submit"
            form="new-notebook"
            disabled={title.trim() === '' || folder === ''}
          >
            {t('newNotebook.create')}
          </Button>
        </>
      }
    >
      <form id="new-notebook" className={styles.form} onSubmit={event => void submit(event)}>
        <TextField
          label={t('newNotebook.name')}
          value={title}
          onChange={event => setTitle(event.target.value)}
          error={error}
        />
        <TextField
          label={t('newNotebook.folder')}
          hint={t('newNotebook.path', { path })}
          value={folder}
          onChange={event => setFolder(event.target.value)}
          action={
            capabilities.nativeDialogs && (
              <Button onClick={() => void chooseFolder()}>{t('action.choose')}</Button>
            )
          }
        />
        <Choice
          legend={t('newNotebook.list')}
          value={list}
          options={[
            { value: 'llm', label: t('newNotebook.llm'), hint: t('newNotebook.llmHint') },
            { value: 'import', label: t('newNotebook.import'), hint: t('newNotebook.importHint') },
            { value: 'sample', label: t('newNotebook.sample'), hint: t('newNotebook.sampleHint') },
            { value: 'none', label: t('newNotebook.none'), hint: t('newNotebook.noneHint') },
          ]}
          onChange={setList}
        />
      </form>
    </Dialog>
  )
}

function joinName(folder: string, title: string): string {
  const separator = folder.includes('\\') && !folder.includes('/') ? '\\' : '/'
  const name = title
    .replace(/[<>:"/\\|?*]/g, ' ')
    .replace(/\s+/g, ' ')
    .replace(/[. ]+$/, '')
    .trim()
  return `${folder.replace(/[/\\]+$/, '')}${separator}${name}`
}
