import { useId, useState } from 'react'
import { folderBelowNotes, pathForRename } from '../../../shared/domain/rename/path-for-rename'
import { useRenameNote } from '../../app/note/use-rename-note'
import { focusEditor, openNotePath } from '../../state/editor-info'
import { useNotes } from '../../state/queries'
import { closeDialog } from '../../state/view'
import { Button } from '../../ui/button'
import { Dialog } from '../../ui/dialog'
import { TextField } from '../../ui/field'
import styles from './rename-note-dialog.module.css'
import { useTranslation } from '../../ui/use-translation'

/** Asks for the title and the folder of the open note. */
export function RenameNoteDialog() {
  const [path] = useState(openNotePath)
  const notes = useNotes().data
  const note = notes?.find(candidate => candidate.path === path)
  if (notes === undefined || note === undefined) return null
  return <RenameForm path={note.path} title={note.title} paths={notes.map(each => each.path)} />
}

interface RenameFormProps {
  readonly path: string
  readonly title: string
  /** Of all notes. */
  readonly paths: readonly string[]
}

function RenameForm({ path, title, paths }: RenameFormProps) {
  const { t } = useTranslation()
  const formId = useId()
  const renameNote = useRenameNote()
  const [newTitle, setNewTitle] = useState(title)
  const [folder, setFolder] = useState(folderBelowNotes(path))
  const isUsable = newTitle.trim() !== ''
  const wish = { title: newTitle.trim(), folder }
  const newPath = isUsable ? pathForRename({ path, title }, wish, paths) : undefined
  const submit = async (): Promise<void> => {
    const isRetitled = wish.title !== title
    const name = { newPath, ...(isRetitled ? { newTitle: wish.title } : {}) }
    const isAsItWas = !isRetitled && newPath === path
    if (isAsItWas || (await renameNote({ path, title }, name))) closeDialog()
  }
  return (
    <Dialog
      title={t('rename.title')}
      closeLabel={t('action.close')}
      description={t('rename.description')}
      onClose={closeDialog}
      onClosed={focusEditor}
      footer={
        <Button tone="primary" type="submit" form={formId} disabled={!isUsable}>
          {t('rename.apply')}
        </Button>
      }
    >
      <form
        className={styles.form}
        id={formId}
        onSubmit={event => {
          event.preventDefault()
          if (isUsable) void submit()
        }}
      >
        <TextField
          autoFocus
          label={t('rename.name')}
          maxLength={500}
          onChange={event => setNewTitle(event.target.value)}
          value={newTitle}
        />
        <TextField
          hint={newPath === undefined ? undefined : t('rename.path', { path: newPath })}
          label={t('rename.folder')}
          onChange={event => setFolder(event.target.value)}
          placeholder={t('rename.folderHint')}
          spellCheck={false}
          value={folder}
        />
      </form>
    </Dialog>
  )
}
