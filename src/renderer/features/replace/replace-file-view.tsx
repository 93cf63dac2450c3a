import type { ReplaceFile } from '../../../shared/contract/replace-procedures'
import { HighlightedText } from '../../ui/highlighted-text'
import styles from './replace-dialog.module.css'
import { useTranslation } from '../../ui/use-translation'

/** The changes in one note, which can be left out. */
export function ReplaceFileView({
  file: { path, title, count, changes },
  isChosen,
  onToggle,
}: {
  readonly file: ReplaceFile
  readonly isChosen: boolean
  readonly onToggle: () => void
}) {
  const { t } = useTranslation()
  return (
    <li className={styles.file}>
      <label className={styles.name} title={path}>
        <input type="checkbox" checked={isChosen} onChange={onToggle} />
        <span>{title}</span>
        <span className={styles.quiet}>{count}</span>
      </label>
      {isChosen && (
        <ul className={styles.changes}>
          {changes.map(({ before, after, beforeRange, afterRange }, index) => (
            <li key={index}>
              <del className={styles.before}>
                <HighlightedText text={before} ranges={[beforeRange]} />
              </del>
              <ins className={styles.after}>
                <HighlightedText text={after} ranges={[afterRange]} />
              </ins>
            </li>
          ))}
          {count > changes.length && (
            <li className={styles.quiet}>{t('replace.more', { count: count - changes.length })}</li>
          )}
        </ul>
      )}
    </li>
  )
}
