import { Fragment } from 'react'
import type { StudyProgress } from '../../../../shared/contract/study-procedures'
import { useListName } from '../../../state/queries'
import { ConfidenceBar } from '../../../ui/confidence-bar'
import styles from './progress.module.css'
import { useTranslation } from '../../../ui/use-translation'

/** Coverage, confidence and recall by section. */
export function SectionTable({ sections }: { readonly sections: StudyProgress['sections'] }) {
  const { t, i18n } = useTranslation()
  const listName = useListName()
  const one = new Intl.NumberFormat(i18n.language, { minimumFractionDigits: 1, maximumFractionDigits: 1 })
  const percent = new Intl.NumberFormat(i18n.language, { style: 'percent' })
  return (
    <section className={styles.card} aria-label={t('progress.sections')}>
      <h2 className={styles.title}>{t('progress.sections')}</h2>
      <div className={styles.sections} tabIndex={0} role="group" aria-label={t('progress.sections')}>
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col">{t('progress.section')}</th>
              <th scope="col">{t('progress.answered')}</th>
              <th scope="col">{t('progress.confidence')}</th>
              <th scope="col" title={t('progress.recallHint')}>
                {t('progress.recall')}
              </th>
              <th scope="col">{t('progress.due')}</th>
            </tr>
          </thead>
          <tbody>
            {sections.map((section, at) => (
              <Fragment key={`${section.listId} ${section.number}`}>
                {section.listId !== sections[at - 1]?.listId && listName(section.listId) !== undefined && (
                  <tr>
                    <th colSpan={5} scope="rowgroup" className={styles.listName}>
                      {listName(section.listId)}
                    </th>
                  </tr>
                )}
                <tr>
                  <th scope="row">
                    <span className={styles.number}>{section.number}</span> {section.title}
                  </th>
                  <td>
                    <Coverage {...section} />
                    {section.answered}/{section.questions}
                  </td>
                  <td>
                    {section.confidence === null ? (
                      <span className={styles.none}>–</span>
                    ) : (
                      <>
                        <ConfidenceBar confidence={Math.round(section.confidence)} />{' '}
                        {one.format(section.confidence)}
                      </>
                    )}
                  </td>
                  <td>
                    {section.recall === null ? (
                      <span className={styles.none}>–</span>
                    ) : (
                      percent.format(section.recall)
                    )}
                  </td>
                  <td>{section.due === 0 ? <span className={styles.none}>–</span> : section.due}</td>
                </tr>
              </Fragment>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  )
}

/** Answered questions and drafts of all, as one bar; the numbers stand beside it. */
function Coverage({
  questions,
  answered,
  drafts,
}: {
  readonly questions: number
  readonly answered: number
  readonly drafts: number
}) {
  const width = (count: number): number => (100 * count) / Math.max(1, questions)
  return (
    <svg className={styles.coverage} viewBox="0 0 100 6" preserveAspectRatio="none" aria-hidden>
      <rect className={styles.coverageAll} width="100" height="6" />
      <rect className={styles.coverageDraft} width={width(answered + drafts)} height="6" />
      <rect className={styles.coverageDone} width={width(answered)} height="6" />
    </svg>
  )
}
