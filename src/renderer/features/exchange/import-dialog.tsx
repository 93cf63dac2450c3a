import { useRef, useState } from 'react'
import type { AppErrorCode } from '../../../shared/contract/app-error'
import type { ImportPreview } from '../../../shared/contract/question-procedures'
import { useErrorWords } from '../../app/error-words'
import { undoListEdit } from '../../app/question/edit-list'
import { errorCodeOf, useBackend } from '../../state/backend'
import { rememberListEdit } from '../../state/list-edit'
import { closeDialog, showToast } from '../../state/view'
import { Banner } from '../../ui/banner'
import { Button } from '../../ui/button'
import { Dialog } from '../../ui/dialog'
import { EditionForm } from './edition-form'
import { EditionSelect } from './edition-select'
import styles from './exchange.module.css'
import { ImportPreviewView } from './import-preview'
import { useTranslation } from '../../ui/use-translation'

export interface ChosenFile {
  readonly name: string
  readonly base64: string
}

type Stage =
  | { readonly kind: 'choosing'; readonly error?: AppErrorCode | undefined }
  | { readonly kind: 'reading' }
  | {
      readonly kind: 'looking'
      readonly files: readonly ChosenFile[]
      readonly preview: ImportPreview
      /** Asked about as a newer edition of this list; undefined for a new list. */
      readonly editionOf: string | undefined
    }
  | { readonly kind: 'importing' }

/** Beyond it the backend refuses the file too; here it saves reading it. */
const largestBytes = 20 * 1024 * 1024

/** Adds question lists from files: choose, look at what was understood, import. */
export function ImportDialog() {
  const { t } = useTranslation()
  const access = useBackend()
  const { client } = access
  const errorWords = useErrorWords()
  const [stage, setStage] = useState<Stage>({ kind: 'choosing' })
  const fail = (error: unknown): void => setStage({ kind: 'choosing', error: errorCodeOf(error) })
  const look = async (chosen: readonly File[]): Promise<void> => {
    if (chosen.length === 0) return
    if (chosen.some(file => file.size > largestBytes))
      return setStage({ kind: 'choosing', error: 'import/too-large' })
    setStage({ kind: 'reading' })
    try {
      const files = await Promise.all(chosen.map(readFile))
      const preview = await client['questions.previewImport']({ files })
      const [only, ...others] = preview.editionOf
      const editionOf = others.length > 0 ? undefined : (only ?? undefined)
      setStage({ kind: 'looking', files, preview, editionOf })
    } catch (error) {
      fail(error)
    }
  }
  const run = async (files: readonly ChosenFile[]): Promise<void> => {
    setStage({ kind: 'importing' })
    try {
      const report = await client['questions.import']({ files: [...files] })
      rememberListEdit(report.undoId)
      closeDialog()
      showToast(t('import.done', { count: report.lists.reduce((sum, list) => sum + list.questions, 0) }), {
        label: t('action.undo'),
        run: () => void undoListEdit({ t, access }, report.undoId, 'import'),
      })
    } catch (error) {
      fail(error)
    }
  }
  const [first] = stage.kind === 'looking' ? stage.files : []
  if (stage.kind === 'looking' && stage.editionOf !== undefined && first !== undefined)
    return (
      <EditionForm
        key={stage.editionOf}
        file={first}
        listId={stage.editionOf}
        onChoose={editionOf => setStage({ ...stage, editionOf })}
      />
    )
  return (
    <Dialog
      title={t('import.title')}
      closeLabel={t('action.close')}
      description={t('import.description')}
      width="wide"
      onClose={closeDialog}
      footer={
        stage.kind === 'looking' && (
          <>
            <Button onClick={() => setStage({ kind: 'choosing' })}>{t('import.other')}</Button>
            <Button tone="primary" onClick={() => void run(stage.files)}>
              {t('import.run')}
            </Button>
          </>
        )
      }
    >
      {stage.kind === 'choosing' && stage.error !== undefined && (
        <Banner tone="wrong" text={errorWords(stage.error)} />
      )}
      {stage.kind === 'looking' ? (
        <>
          {stage.files.length === 1 && (
            <EditionSelect listId={undefined} onChange={editionOf => setStage({ ...stage, editionOf })} />
          )}
          <ImportPreviewView preview={stage.preview} />
        </>
      ) : (
        <FileDrop isBusy={stage.kind !== 'choosing'} onFiles={files => void look(files)} />
      )}
    </Dialog>
  )
}

function FileDrop({
  isBusy,
  onFiles,
}: {
  readonly isBusy: boolean
  readonly onFiles: (files: readonly File[]) => void
}) {
  const { t } = useTranslation()
  const input = useRef<HTMLInputElement>(null)
  const [isOver, setIsOver] = useState(false)
  return (
    <div
      className={styles.drop}
      data-over={isOver}
      onDragOver={event => {
        event.preventDefault()
        setIsOver(true)
      }}
      onDragLeave={() => setIsOver(false)}
      onDrop={event => {
        event.preventDefault()
        setIsOver(false)
        onFiles([...event.dataTransfer.files])
      }}
    >
      <p>{isBusy ? t('import.reading') : t('import.drop')}</p>
      <Button disabled={isBusy} onClick={() => input.current?.click()}>
        {t('import.choose')}
      </Button>
      <input
        ref={input}
        type="file"
        multiple
        hidden
        accept=".md,.markdown,.mdown,.txt,.text,.html,.htm,.xhtml,.csv,.tsv,.tab,.json,.opml,.xml"
        aria-label={t('import.choose')}
        onChange={event => onFiles([...(event.target.files ?? [])])}
      />
    </div>
  )
}

async function readFile(file: File): Promise<ChosenFile> {
  const bytes = new Uint8Array(await file.arrayBuffer())
  let binary = ''
  for (let at = 0; at < bytes.length; at += 0x8000)
    binary += String.fromCharCode(...bytes.subarray(at, at + 0x8000))
  return { name: file.name, base64: btoa(binary) }
}
