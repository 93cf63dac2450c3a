import { useId, useState } from 'react'
import { fileNameFor } from '../../../shared/domain/file-names'
import { fileTitle } from '../../../shared/domain/file-title'
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
  const note = useNotes().data?.find(candidate => candidate.path === path)
  return note === undefined ? null : <RenameForm path={note.path} title={note.title} />
}

function RenameForm({ path, title }: { readonly path: string; readonly title: string }) {
  const { t } = useTranslation()
  const formId = useId()
  const renameNote = useRenameNote()
  const [newTitle, setNewTitle] = useState(title)
  const [folder, setFolder] = useState(folderOf(path))
  const isUsable = newTitle.trim() !== ''
  const submit = async (): Promise<void> => {
    const name = nameFor({ path, title }, newTitle.trim(), folder)
    if (name === undefined || (await renameNote({ path, title }, name))) closeDialog()
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

function folderOf(path: string): string {
  return path.slice('notes/'.length, Math.max('notes/'.length, path.lastIndexOf('/')))
}

/** Undefined when nothing is to change. */
function nameFor(
  { path, title }: { path: string; title: string },
  newTitle: string,
  folder: string,
): { newTitle?: string; newPath?: string } | undefined {
  const parts = folder.split('/').map(part => part.trim())
  const newFolder = ['notes', ...parts.filter(part => part !== '')].join('/')
  const isRetitled = newTitle !== title
  const isMoved = newFolder !== path.slice(0, path.lastIndexOf('/'))
  if (!isMoved) return isRetitled ? { newTitle } : undefined
  const name = isRetitled ? fileNameFor(newTitle, '.md', () => false) : `${fileTitle(path)}.md`
  return { newPath: `${newFolder}/${name}`, ...(isRetitled ? { newTitle } : {}) }
}
