import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { EditionPair } from '../../../shared/contract/list-edit-procedures'
import { undoListEdit } from '../../app/question/edit-list'
import { useErrorWords } from '../../app/error-words'
import { errorCodeOf, useBackend } from '../../state/backend'
import { rememberListEdit } from '../../state/list-edit'
import { closeDialog, showToast } from '../../state/view'
import { Banner } from '../../ui/banner'
import { Button } from '../../ui/button'
import { Dialog } from '../../ui/dialog'
import { CheckBox } from '../../ui/field'
import { EditionReportView } from './edition-report'
import { EditionSelect } from './edition-select'
import styles from './exchange.module.css'
import type { ChosenFile } from './import-dialog'
import { useTranslation } from '../../ui/use-translation'

/** Gives a list its newer edition, after a look at what becomes of each question and a choice for each unsure one. */
export function EditionForm({
  file,
  listId,
  onChoose,
}: {
  readonly file: ChosenFile
  readonly listId: string
  readonly onChoose: (listId: string | undefined) => void
}) {
  const { t } = useTranslation()
  const access = useBackend()
  const { client } = access
  const errorWords = useErrorWords()
  const [keepsAll, setKeepsAll] = useState(false)
  const [chosen, setChosen] = useState<ReadonlySet<number>>(new Set())
  const [error, setError] = useState<string>()
  const input = { file, listId, keep: keepsAll ? ('all' as const) : ('answered' as const) }
  const preview = useQuery({
    queryKey: ['edition', listId, file.name, file.base64.length, keepsAll],
    queryFn: () => client['questions.previewEdition'](input),
    placeholderData: previous => previous,
    gcTime: 0,
  })
  const run = async (): Promise<void> => {
    if (preview.data === undefined) return
    const { hash, unsure } = preview.data
    const choices = unsure.filter(({ index }) => chosen.has(index)).map(({ index, id }) => ({ index, id }))
    try {
      await access.sessions.flushAll()
      const report = await client['questions.importEdition']({ ...input, hash, choices })
      rememberListEdit(report.undoId)
      closeDialog()
      showToast(
        t('import.editionDone', { count: report.same + report.changed.length, added: report.added.length }),
        { label: t('action.undo'), run: () => void undoListEdit({ t, access }, report.undoId) },
      )
    } catch (caught) {
      setError(errorWords(errorCodeOf(caught)))
      await preview.refetch()
    }
  }
  const toggle = ({ index }: EditionPair): void => {
    const next = new Set(chosen)
    if (!next.delete(index)) next.add(index)
    setChosen(next)
  }
  const problem = error ?? (preview.error === null ? undefined : errorWords(errorCodeOf(preview.error)))
  return (
    <Dialog
      title={t('import.title')}
      closeLabel={t('action.close')}
      description={t('import.editionDescription')}
      width="wide"
      onClose={closeDialog}
      footer={
        <Button tone="primary" disabled={preview.data === undefined} onClick={() => void run()}>
          {t('import.runEdition')}
        </Button>
      }
    >
      {problem !== undefined && <Banner tone="wrong" text={problem} />}
      <div className={styles.form}>
        <EditionSelect listId={listId} onChange={onChoose} />
        {preview.data !== undefined && (
          <EditionReportView report={preview.data} chosen={chosen} onToggle={toggle} />
        )}
        {(preview.data?.gone.length ?? 0) > 0 && (
          <CheckBox label={t('import.keepAll')} isChecked={keepsAll} onChange={setKeepsAll} />
        )}
      </div>
    </Dialog>
  )
}
