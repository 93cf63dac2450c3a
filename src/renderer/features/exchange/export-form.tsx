import type { FormEvent } from 'react'
import type { ExportReport } from '../../../shared/contract/exchange-procedures'
import { exportFormats, linkStyles, type ExportFormat } from '../../../shared/domain/export/export-formats'
import { useBackend } from '../../state/backend'
import { closeDialog } from '../../state/view'
import { Button } from '../../ui/button'
import { Dialog } from '../../ui/dialog'
import { CheckBox, Choice, TextField } from '../../ui/field'
import { ProgressBar } from '../../ui/progress-bar'
import { Select } from '../../ui/select'
import styles from './exchange.module.css'
import { useExport, type ExportControl } from './use-export'
import { useTranslation } from '../../ui/use-translation'

/** Asks what to export, how, and where to; then shows how far it is. */
export function ExportForm({
  onDone,
}: {
  readonly onDone: (report: ExportReport, format: ExportFormat) => void
}) {
  const { t } = useTranslation()
  const control = useExport(onDone)
  const { stage, options } = control
  const isWorking = stage.kind === 'working'
  const mayOverwrite = stage.kind === 'asking' && stage.mayOverwrite === true
  const leave = (): void => {
    if (isWorking) control.cancel()
    else closeDialog()
  }
  return (
    <Dialog
      title={t('export.title')}
      closeLabel={t('action.close')}
      description={t(`export.about.${options.format}`)}
      onClose={leave}
      footer={
        <>
          <Button onClick={leave}>{t('action.cancel')}</Button>
          {mayOverwrite && (
            <Button tone="danger" onClick={() => control.run(true)}>
              {t('export.replace')}
            </Button>
          )}
          <Button
            tone="primary"
            type="submit"
            form="export-form"
            disabled={isWorking || options.path.trim() === ''}
          >
            {isWorking ? t('export.working') : t('export.run')}
          </Button>
        </>
      }
    >
      {isWorking ? (
        <div className={styles.progress}>
          <p className={styles.path}>{options.path}</p>
          <p className={styles.quiet} aria-hidden>
            {t('export.working')}
          </p>
          <ProgressBar value={stage.done} max={stage.total} label={t('export.working')} />
        </div>
      ) : (
        <ExportFields control={control} />
      )}
    </Dialog>
  )
}

function ExportFields({ control }: { readonly control: ExportControl }) {
  const { t } = useTranslation()
  const { capabilities } = useBackend()
  const { stage, options, scopes, choose } = control
  const { format, scope, include, path, isFolder, hasMetadata, isAnswersOnly, links } = options
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    control.run(false)
  }
  return (
    <form id="export-form" className={styles.form} onSubmit={submit}>
      <label className={styles.field}>
        <span>{t('export.what')}</span>
        <Select
          label={t('export.what')}
          value={scope}
          options={scopes}
          onChange={next => choose({ scope: next })}
        />
      </label>
      <label className={styles.field}>
        <span>{t('export.format')}</span>
        <Select
          label={t('export.format')}
          value={format}
          options={exportFormats.map(value => ({ value, label: t(`export.formats.${value}`) }))}
          onChange={next => choose({ format: next })}
        />
      </label>
      <TextField
        label={isFolder ? t('export.folder') : t('export.path')}
        hint={isFolder ? t('export.folderHint') : undefined}
        error={stage.kind === 'asking' ? stage.error : undefined}
        value={path}
        onChange={event => choose({ path: event.target.value })}
        action={
          capabilities.nativeDialogs &&
          !isFolder && <Button onClick={() => control.choosePath()}>{t('action.choose')}</Button>
        }
      />
      {!scope.startsWith('note ') && (
        <Choice
          legend={t('export.include')}
          value={include}
          options={[
            { value: 'all', label: t('export.all') },
            { value: 'answered', label: t('export.answered') },
          ]}
          onChange={next => choose({ include: next })}
        />
      )}
      {format === 'folder' && (
        <Choice
          legend={t('export.links')}
          value={links}
          options={linkStyles.map(value => ({ value, label: t(`export.linkStyles.${value}`) }))}
          onChange={next => choose({ links: next })}
        />
      )}
      {format === 'markdown' && (
        <div>
          <CheckBox
            label={t('export.metadata')}
            isChecked={hasMetadata}
            onChange={next => choose({ hasMetadata: next })}
          />
          <CheckBox
            label={t('export.answersOnly')}
            isChecked={isAnswersOnly}
            onChange={next => choose({ isAnswersOnly: next })}
          />
        </div>
      )}
    </form>
  )
}
