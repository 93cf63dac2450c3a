import { Bookmark, History } from 'lucide-react'
import styles from './search-box.module.css'
import { useSearchMemory } from './search-store'
import { useTranslation } from '../../ui/use-translation'

const examples = ['phrase', 'without', 'either', 'filter', 'status', 'regex'] as const

/** What the empty box shows: kept and recent searches, and the language by examples. */
export function SearchHelp({ onChoose }: { readonly onChoose: (text: string) => void }) {
  const { t } = useTranslation()
  const { history, saved } = useSearchMemory()
  const recent = history.filter(text => !saved.includes(text)).slice(0, 6)
  return (
    <div className={styles.help}>
      {saved.length > 0 && (
        <Searches title={t('search.saved')} texts={saved} icon={<Bookmark size={14} />} onChoose={onChoose} />
      )}
      {recent.length > 0 && (
        <Searches
          title={t('search.recent')}
          texts={recent}
          icon={<History size={14} />}
          onChoose={onChoose}
        />
      )}
      <h2 className={styles.helpTitle}>{t('search.help.title')}</h2>
      <ul className={styles.examples}>
        {examples.map(name => (
          <li key={name}>
            <button type="button" onClick={() => onChoose(t(`search.help.${name}.example`))}>
              <code>{t(`search.help.${name}.example`)}</code>
              <span>{t(`search.help.${name}.meaning`)}</span>
            </button>
          </li>
        ))}
      </ul>
    </div>
  )
}

function Searches({
  title,
  texts,
  icon,
  onChoose,
}: {
  readonly title: string
  readonly texts: readonly string[]
  readonly icon: React.ReactNode
  readonly onChoose: (text: string) => void
}) {
  return (
    <section aria-label={title}>
      <h2 className={styles.helpTitle}>{title}</h2>
      <ul className={styles.searches}>
        {texts.map(text => (
          <li key={text}>
            <button type="button" onClick={() => onChoose(text)}>
              {icon}
              <span>{text}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}
