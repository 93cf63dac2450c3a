import type { ReactNode } from 'react'
import type { NoteImportReport } from '../../../shared/contract/import-procedures'
import styles from './exchange.module.css'
import { useTranslation } from '../../ui/use-translation'

/** More of one kind are counted, not listed. */
const mostListed = 300

/** What becomes of every file of a folder. */
export function NoteImportView({
  folder,
  report,
}: {
  readonly folder: string
  readonly report: NoteImportReport
}) {
  const { t } = useTranslation()
  const { lists, notes, attachments, duplicates, left, brokenLinks } = report
  const short = (path: string): string =>
    path.startsWith(folder) ? path.slice(folder.length).replace(/^[/\\]+/, '') || path : path
  const moved = ({ from, to }: { from: string; to: string }): string => `${short(from)} → ${to}`
  return (
    <div className={styles.form}>
      <p role="status">
        {t('importNotes.counts', {
          count: notes.length,
          files: t('importNotes.fileCount', { count: attachments.length }),
          same: duplicates.length,
          left: left.length,
        })}
      </p>
      {report.studyEvents > 0 && <p>{t('importNotes.study', { count: report.studyEvents })}</p>}
      <Group title={t('importNotes.lists', { count: lists.length })} lines={lists} />
      <Group title={t('importNotes.notes', { count: notes.length })} lines={notes.map(moved)} />
      <Group title={t('importNotes.files', { count: attachments.length })} lines={attachments.map(moved)} />
      <Group title={t('importNotes.same', { count: duplicates.length })} lines={duplicates.map(moved)} />
      <Group
        title={t('importNotes.left', { count: left.length })}
        lines={left.map(({ path, reason }) => `${short(path)}: ${t(`importNotes.reasons.${reason}`)}`)}
      />
      <Group
        title={t('importNotes.broken', { count: brokenLinks.length })}
        lines={brokenLinks.map(({ path, target }) => `${short(path)}: ${target}`)}
      />
    </div>
  )
}

function Group({ title, lines }: { readonly title: string; readonly lines: readonly string[] }): ReactNode {
  const { t } = useTranslation()
  if (lines.length === 0) return null
  const hidden = lines.length - mostListed
  return (
    <details className={styles.group}>
      <summary>{title}</summary>
      <ul>
        {lines.slice(0, mostListed).map((line, index) => (
          <li key={index}>{line}</li>
        ))}
        {hidden > 0 && <li>{t('importNotes.more', { count: hidden })}</li>}
      </ul>
    </details>
  )
}
