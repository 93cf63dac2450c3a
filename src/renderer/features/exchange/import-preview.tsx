import type { ImportPreview } from '../../../shared/contract/question-procedures'
import { InlineMarkdown } from '../../editor/inline-markdown'
import styles from './exchange.module.css'
import { importWarningWords } from './import-warning-words'
import { useTranslation } from '../../ui/use-translation'

/** So few questions are shown at once, without unfolding sections. */
const fewQuestions = 12

/** What an import understood: sections with their questions, and what it leaves out. */
export function ImportPreviewView({ preview }: { readonly preview: ImportPreview }) {
  const { t } = useTranslation()
  const warnings = preview.lists.flatMap(list => list.warnings)
  return (
    <>
      <div className={styles.preview}>
        {preview.lists.map((list, index) => (
          <section key={list.id} className={styles.list}>
            <h3 className={styles.listTitle}>
              <span>{list.title}</span>
              <span className={styles.counts}>
                {t('import.counts', {
                  sections: t('import.sections', { count: list.sections.length }),
                  count: list.questions,
                })}
                {list.answers > 0 && ` · ${t('import.answers', { count: list.answers })}`}
              </span>
            </h3>
            {(preview.outlines[index] ?? []).map((section, at) => (
              <details key={at} className={styles.section} open={list.questions <= fewQuestions}>
                <summary>
                  <span>{section.title}</span>
                  <span className={styles.counts}>{section.questions.length}</span>
                </summary>
                <ol>
                  {section.questions.map((question, number) => (
                    <li key={number}>
                      <InlineMarkdown text={question.text} />
                    </li>
                  ))}
                </ol>
              </details>
            ))}
          </section>
        ))}
      </div>
      {warnings.length > 0 && (
        <details className={styles.problems} open={warnings.length < 6}>
          <summary>{t('import.warnings', { count: warnings.length })}</summary>
          <ul>
            {warnings.map((warning, index) => (
              <li key={index}>{importWarningWords(t, warning)}</li>
            ))}
          </ul>
        </details>
      )}
    </>
  )
}
