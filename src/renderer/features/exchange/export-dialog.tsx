import { useEffect, useState, type FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import type { ExportReport } from '../../../shared/contract/exchange-procedures'
import { useErrorWords } from '../../app/error-words'
import { errorCodeOf, useBackend } from '../../state/backend'
import { closeDialog } from '../../state/view'
import { Button } from '../../ui/button'
import { Dialog } from '../../ui/dialog'
import { Choice, TextField } from '../../ui/field'
import styles from './exchange.module.css'

type Stage =
  | { readonly kind: 'asking'; readonly error?: string | undefined; readonly mayOverwrite?: boolean }
  | { readonly kind: 'working' }
  | { readonly kind: 'done'; readonly report: ExportReport }

/** Exports the notebook to one Markdown file and tells what was written and what is broken in it. */
export function ExportDialog() {
  const { t } = useTranslation()
  const { client, sessions, capabilities } = useBackend()
  const errorWords = useErrorWords()
  const [path, setPath] = useState('')
  const [include, setInclude] = useState<'all' | 'answered'>('all')
  const [stage, setStage] = useState<Stage>({ kind: 'asking' })
  useEffect(
    () =>
      void client['export.defaultPath']({ format: 'markdown', scope: { kind: 'notebook' } }).then(value =>
        setPath(value.path),
      ),
    [client],
  )
  const choosePath = (next: string): void => {
    setPath(next)
    setStage({ kind: 'asking' })
  }
  const chooseNatively = async (): Promise<void> => {
    const chosen = await client['places.chooseSavePath']({ defaultPath: path, extension: 'md' })
    if (chosen.path !== null) choosePath(chosen.path)
  }
  const run = async (overwrite: boolean): Promise<void> => {
    setStage({ kind: 'working' })
    try {
      await sessions.flushAll()
      const report = await client['export.run']({
        format: 'markdown',
        scope: { kind: 'notebook' },
        path: path.trim(),
        include,
        overwrite,
      })
      setStage({ kind: 'done', report })
    } catch (error) {
      const code = errorCodeOf(error)
      setStage({ kind: 'asking', error: errorWords(code), mayOverwrite: code === 'export/would-overwrite' })
    }
  }
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    void run(false)
  }
  if (stage.kind === 'done') return <ExportResult report={stage.report} />
  const mayOverwrite = stage.kind === 'asking' && stage.mayOverwrite === true
  return (
    <Dialog
      title={t('export.title')}
      closeLabel={t('action.close')}
      description={t('export.description')}
      onClose={closeDialog}
      footer={
        <>
          <Button onClick={closeDialog}>{t('action.cancel')}</Button>
          {mayOverwrite && (
            <Button tone="danger" onClick={() => void run(true)}>
              {t('export.replace')}
            </Button>
          )}
          <Button
            tone="primary"
            type="submit"
            form="export-form"
            disabled={stage.kind === 'working' || path.trim() === ''}
          >
            {stage.kind === 'working' ? t('export.working') : t('export.run')}
          </Button>
        </>
      }
    >
      <form id="export-form" className={styles.form} onSubmit={submit}>
        <TextField
          label={t('export.path')}
          hint={t('export.pathHint')}
          error={stage.kind === 'asking' ? stage.error : undefined}
          value={path}
          onChange={event => choosePath(event.target.value)}
          action={
            capabilities.nativeDialogs && (
              <Button onClick={() => void chooseNatively()}>{t('action.choose')}</Button>
            )
          }
        />
        <Choice
          legend={t('export.include')}
          value={include}
          options={[
            { value: 'all', label: t('export.all') },
            { value: 'answered', label: t('export.answered') },
          ]}
          onChange={setInclude}
        />
      </form>
    </Dialog>
  )
}

function ExportResult({ report }: { readonly report: ExportReport }) {
  const { t } = useTranslation()
  const { client, capabilities } = useBackend()
  const problems = [
    ...report.brokenLinks.map(link => t('export.brokenLink', link)),
    ...report.missingImages.map(image => t('export.missingImage', image)),
  ]
  const [first = ''] = report.written
  return (
    <Dialog
      title={t('export.title')}
      closeLabel={t('action.close')}
      onClose={closeDialog}
      footer={
        <>
          {capabilities.revealInFolder && (
            <Button onClick={() => void client['places.reveal']({ path: first })}>
              {t('export.reveal')}
            </Button>
          )}
          <Button tone="primary" onClick={closeDialog}>
            {t('action.done')}
          </Button>
        </>
      }
    >
      <p role="status">{t('export.done', { count: report.questions, answered: report.answered })}</p>
      <p className={styles.path}>{first}</p>
      {report.written.length > 1 && (
        <p className={styles.quiet}>{t('export.images', { count: report.written.length - 1 })}</p>
      )}
      {problems.length === 0 ? (
        <p className={styles.good}>{t('export.noProblems')}</p>
      ) : (
        <details className={styles.problems}>
          <summary>{t('export.problems', { count: problems.length })}</summary>
          <ul>
            {problems.map((problem, index) => (
              <li key={index}>{problem}</li>
            ))}
          </ul>
        </details>
      )}
    </Dialog>
  )
}
