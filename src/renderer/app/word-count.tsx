import { readingMinutes } from '../../shared/domain/markdown/text-size'
import { useEditorInfo } from '../state/editor-info'
import styles from './status-bar.module.css'
import { useTranslation } from '../ui/use-translation'

/** How long the open note is and how long reading it takes, or how much of it is selected; characters on hovering. */
export function WordCount() {
  const { t } = useTranslation()
  const size = useEditorInfo(info => info.size)
  const selected = useEditorInfo(info => info.selectionSize)
  if (size === undefined || size.characters === 0) return null
  const { characters, charactersWithSpaces } = selected ?? size
  return (
    <span
      className={styles.quiet}
      title={t('status.characters', { withSpaces: charactersWithSpaces, count: characters })}
    >
      {selected === undefined
        ? t('status.words', { count: size.words })
        : t('status.selectedWords', { selected: selected.words, count: size.words })}
      {' · '}
      {t('status.minutes', { count: Math.max(1, Math.round(readingMinutes(selected ?? size))) })}
    </span>
  )
}
