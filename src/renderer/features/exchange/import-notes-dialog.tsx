import { useEffect, useState, type FormEvent } from 'react'
import type { NoteImportReport } from '../../../shared/contract/import-procedures'
import { FolderBrowser } from '../../app/folder-browser'
import { useErrorWords } from '../../app/error-words'
import { useFolderField } from '../../app/use-folder-field'
import { errorCodeOf, useBackend } from '../../state/backend'
import { closeDialog, showToast } from '../../state/view'
import { Button } from '../../ui/button'
import { Dialog } from '../../ui/dialog'
import { TextField } from '../../ui/field'
import { ProgressBar } from '../../ui/progress-bar'
import styles from './exchange.module.css'
import { NoteImportView } from './note-import-view'
import { useTranslation } from '../../ui/use-translation'

type Stage =
  | { readonly kind: 'asking'; readonly error?: string }
  | { readonly kind: 'reading' }
  | { readonly kind: 'looking'; readonly report: NoteImportReport }
  | { readonly kind: 'importing' }

/** Adds the notes of a folder: which one, a look at what becomes of each file, then all at once; it can be undone. */
export function ImportNotesDialog() {
  const { t } = useTranslation()
  const { client, sessions } = useBackend()
  const errorWords = useErrorWords()
  const [path, setPath] = useFolderField()
  const [stage, setStage] = useState<Stage>({ kind: 'asking' })
  const fail = (error: unknown): void => setStage({ kind: 'asking', error: errorWords(errorCodeOf(error)) })
  const look = async (): Promise<void> => {
    setStage({ kind: 'reading' })
    try {
      setStage({
        kind: 'looking',
        report: await client['import.notes']({ paths: [path.trim()], dryRun: true }),
      })
    } catch (error) {
      fail(error)
    }
  }
  const undo = async (undoId: string): Promise<void> => {
    await sessions.flushAll()
    const { trashed, kept } = await client['import.undoNotes']({ undoId })
    const words = [
      t('importNotes.undone', { count: trashed }),
      ...(kept.length === 0 ? [] : [t('importNotes.kept', { count: kept.length })]),
    ]
    showToast(words.join(' '))
  }
  const run = async (): Promise<void> => {
    setStage({ kind: 'importing' })
    try {
      const { notes, undoId } = await client['import.notes']({ paths: [path.trim()] })
      closeDialog()
      const words = t('importNotes.done', { count: notes.length })
      const run = (): void =>
        void (undoId !== null && undo(undoId).catch(() => showToast(t('errors.internal'))))
      showToast(words, { label: t('action.undo'), run })
    } catch (error) {
      fail(error)
    }
  }
  const progress = useImportProgress(stage.kind)
  const isWorking = stage.kind === 'reading' || stage.kind === 'importing'
  const workingWords = stage.kind === 'reading' ? t('importNotes.reading') : t('importNotes.importing')
  const leave = (): void => {
    if (isWorking) void client['import.cancel']({})
    else closeDialog()
  }
  return (
    <Dialog
      title={t('importNotes.title')}
      closeLabel={t('action.close')}
      description={t('importNotes.description')}
      width="wide"
      onClose={leave}
      footer={
        isWorking ? (
          <Button onClick={leave}>{t('action.cancel')}</Button>
        ) : stage.kind === 'asking' ? (
          <>
            <Button onClick={leave}>{t('action.cancel')}</Button>
            <Button tone="primary" type="submit" form="import-notes" disabled={path.trim() === ''}>
              {t('importNotes.look')}
            </Button>
          </>
        ) : (
          <>
            <Button onClick={() => setStage({ kind: 'asking' })}>{t('importNotes.other')}</Button>
            <Button tone="primary" disabled={bringsNothing(stage.report)} onClick={() => void run()}>
              {t('importNotes.run', { count: stage.report.notes.length })}
            </Button>
          </>
        )
      }
    >
      {isWorking ? (
        <div className={styles.progress}>
          <p className={styles.path}>{path.trim()}</p>
          <p className={styles.quiet} aria-hidden>
            {workingWords}
          </p>
          <ProgressBar value={progress.done} max={progress.total} label={workingWords} />
        </div>
      ) : stage.kind === 'asking' ? (
        <FolderForm
          path={path}
          error={stage.error}
          onChoose={next => {
            setPath(next)
            setStage({ kind: 'asking' })
          }}
          onSubmit={() => void look()}
        />
      ) : (
        <NoteImportView folder={path.trim()} report={stage.report} />
      )}
    </Dialog>
  )
}

/** How far the look at the files, or the import, is; from the beginning for each. */
function useImportProgress(stage: Stage['kind']): { readonly done: number; readonly total: number } {
  const { on } = useBackend()
  const [progress, setProgress] = useState({ stage, done: 0, total: 1 })
  useEffect(() => on('import.progressed', next => setProgress({ stage, ...next })), [on, stage])
  return progress.stage === stage ? progress : { done: 0, total: 1 }
}

function FolderForm({
  path,
  error,
  onChoose,
  onSubmit,
}: {
  readonly path: string
  readonly error: string | undefined
  readonly onChoose: (path: string) => void
  readonly onSubmit: () => void
}) {
  const { t } = useTranslation()
  const { client, capabilities } = useBackend()
  const chooseNatively = async (): Promise<void> => {
    const chosen = await client['places.chooseFolder']({})
    if (chosen.path !== null) onChoose(chosen.path)
  }
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    onSubmit()
  }
  return (
    <form id="import-notes" className={styles.form} onSubmit={submit}>
      <TextField
        label={t('importNotes.folder')}
        value={path}
        error={error}
        onChange={event => onChoose(event.target.value)}
        action={
          capabilities.nativeDialogs && (
            <Button onClick={() => void chooseNatively()}>{t('action.choose')}</Button>
          )
        }
      />
      <FolderBrowser path={path} onChoose={onChoose} />
    </form>
  )
}

function bringsNothing({ notes, lists, studyEvents }: NoteImportReport): boolean {
  return notes.length + lists.length + studyEvents === 0
}
