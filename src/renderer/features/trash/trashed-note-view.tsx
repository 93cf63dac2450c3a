import { detectLanguage } from '../../../shared/domain/import/detect-language'
import type { TrashedNote } from '../../../shared/contract/trash-procedures'
import { useErrorWords } from '../../app/error-words'
import { errorCodeOf } from '../../state/backend'
import { useTrashedText } from '../../state/trash'
import styles from './trash.module.css'
import { useTranslation } from '../../ui/use-translation'

/** The beginning of a longer text is enough to know it by. */
const mostCharacters = 50_000

/** The text of a note in the trash, as its Markdown. */
export function TrashedNoteView({ note: { trashPath, title } }: { readonly note: TrashedNote }) {
  const { t } = useTranslation()
  const errorWords = useErrorWords()
  const { data, error } = useTrashedText(trashPath)
  if (error !== null) {
    return (
      <p className={styles.unreadable} role="alert">
        {errorWords(errorCodeOf(error))}
      </p>
    )
  }
  const text = data?.text.slice(0, mostCharacters) ?? ''
  return (
    <pre className={styles.text} tabIndex={0} aria-label={title} lang={detectLanguage([text])}>
      {data !== undefined && text.trim() === '' ? t('trash.emptyNote') : text}
    </pre>
  )
}
