import type { ReactNode } from 'react'
import type { EditionPair, EditionReport } from '../../../shared/contract/list-edit-procedures'
import { Segments } from '../../ui/segments'
import styles from './exchange.module.css'
import { useTranslation } from '../../ui/use-translation'

/** What becomes of each question; of those that are unsure the user says whether they are the same. */
export function EditionReportView({
  report,
  chosen,
  onToggle,
}: {
  readonly report: EditionReport
  /** The unsure questions that are the same, by their place in the newer edition. */
  readonly chosen: ReadonlySet<number>
  readonly onToggle: (pair: EditionPair) => void
}) {
  const { t } = useTranslation()
  const { same, changed, unsure, gone } = report
  const asked = new Set(unsure.map(({ id }) => id))
  const added = report.added.filter(text => !unsure.some(({ after }) => after === text))
  const lost = gone.filter(({ id }) => !asked.has(id))
  return (
    <>
      <p role="status">{t('import.editionCounts', { count: same + changed.length, same })}</p>
      {unsure.length > 0 && (
        <section aria-label={t('import.unsure')}>
          <h3 className={styles.pairsTitle}>{t('import.unsureCount', { count: unsure.length })}</h3>
          <ul className={styles.pairs}>
            {unsure.map(pair => (
              <li key={pair.index} className={styles.pair}>
                <div>
                  <p className={styles.quiet}>{pair.before}</p>
                  <p>{pair.after}</p>
                </div>
                <Segments
                  label={t('import.unsurePair', { before: pair.before, after: pair.after })}
                  value={chosen.has(pair.index) ? 'same' : 'new'}
                  options={[
                    { value: 'same', label: t('import.isSame') },
                    { value: 'new', label: t('import.isNew') },
                  ]}
                  onChange={value => {
                    if ((value === 'same') !== chosen.has(pair.index)) onToggle(pair)
                  }}
                />
              </li>
            ))}
          </ul>
        </section>
      )}
      <Group title={t('import.changed', { count: changed.length })} count={changed.length}>
        {changed.map(({ index, before, after }) => (
          <li key={index}>
            <span className={styles.quiet}>{before}</span> → {after}
          </li>
        ))}
      </Group>
      <Group title={t('import.added', { count: added.length })} count={added.length}>
        {added.map((text, index) => (
          <li key={index}>{text}</li>
        ))}
      </Group>
      <Group title={t('import.gone', { count: lost.length })} count={lost.length}>
        {lost.map(({ id, text, isKept }) => (
          <li key={id}>
            {text} <span className={styles.quiet}>{isKept ? t('import.stays') : t('import.goes')}</span>
          </li>
        ))}
      </Group>
    </>
  )
}

function Group({
  title,
  count,
  children,
}: {
  readonly title: string
  readonly count: number
  readonly children: ReactNode
}) {
  if (count === 0) return null
  return (
    <details className={styles.group}>
      <summary>{title}</summary>
      <ul>{children}</ul>
    </details>
  )
}
