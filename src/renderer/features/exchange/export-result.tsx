import type { ExportReport } from '../../../shared/contract/exchange-procedures'
import type { ExportFormat } from '../../../shared/domain/export/export-formats'
import { useBackend } from '../../state/backend'
import { closeDialog } from '../../state/view'
import { Button } from '../../ui/button'
import { Dialog } from '../../ui/dialog'
import styles from './exchange.module.css'
import { useTranslation } from '../../ui/use-translation'

/** What was written, and what is broken in it. */
export function ExportResult({
  report,
  format,
}: {
  readonly report: ExportReport
  readonly format: ExportFormat
}) {
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
      <p role="status">
        {report.questions > 0 && t('export.done', { count: report.questions, answered: report.answered })}{' '}
        {report.notes > 0 && t('export.doneNotes', { count: report.notes })}
      </p>
      <p className={styles.path}>{first}</p>
      {report.written.length > 1 && (
        <p className={styles.quiet}>{t('export.files', { count: report.written.length - 1 })}</p>
      )}
      {format === 'anki' && report.written.length > 1 && <p>{t('export.ankiMedia')}</p>}
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
