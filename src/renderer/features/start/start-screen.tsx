import { BookOpen, Compass, FileInput, FolderOpen, X } from 'lucide-react'
import { useState, type ReactNode } from 'react'
import { useQueryClient } from '@tanstack/react-query'
import { useErrorWords } from '../../app/error-words'
import { errorCodeOf, useBackend } from '../../state/backend'
import { leavePlace } from '../../state/place'
import { useRecentNotebooks } from '../../state/queries'
import { openDialog } from '../../state/view'
import { Banner } from '../../ui/banner'
import { IconButton } from '../../ui/icon-button'
import styles from './start.module.css'
import { useTranslation } from '../../ui/use-translation'

/** What there is before a notebook is open: three ways to start, and the notebooks opened before. */
export function StartScreen() {
  const { t } = useTranslation()
  const { client } = useBackend()
  const queries = useQueryClient()
  const errorWords = useErrorWords()
  const recent = useRecentNotebooks().data ?? []
  const [error, setError] = useState<string>()
  const open = async (path: string): Promise<void> => {
    try {
      leavePlace()
      await client['notebook.open']({ path })
    } catch (caught) {
      setError(`${path}: ${errorWords(errorCodeOf(caught))}`)
    }
  }
  const forget = async (path: string): Promise<void> => {
    await client['notebook.forget']({ path })
    await queries.invalidateQueries({ queryKey: ['recent'] })
  }
  return (
    <main className={styles.screen}>
      <div className={styles.center}>
        <h1 className={styles.name}>{t('app.name')}</h1>
        <p className={styles.slogan}>{t('start.slogan')}</p>
        {error !== undefined && <Banner tone="wrong" text={error} />}
        <div className={styles.ways}>
          <Way
            icon={<BookOpen size={20} />}
            title={t('start.new')}
            text={t('start.newHint')}
            onClick={() => openDialog('new-notebook')}
          />
          <Way
            icon={<FileInput size={20} />}
            title={t('start.import')}
            text={t('start.importHint')}
            onClick={() => openDialog('new-notebook-for-import')}
          />
          <Way
            icon={<Compass size={20} />}
            title={t('start.sample')}
            text={t('start.sampleHint')}
            onClick={() => openDialog('new-notebook-sample')}
          />
          <Way
            icon={<FolderOpen size={20} />}
            title={t('start.open')}
            text={t('start.openHint')}
            onClick={() => openDialog('open-notebook')}
          />
        </div>
        {recent.length > 0 && (
          <section className={styles.recent}>
            <h2 className={styles.recentTitle}>{t('start.recent')}</h2>
            <ul>
              {recent.map(notebook => (
                <li key={notebook.path} className={styles.recentRow}>
                  <button
                    type="button"
                    className={styles.recentButton}
                    onClick={() => void open(notebook.path)}
                  >
                    <span className={styles.recentName}>{notebook.title}</span>
                    <span className={styles.recentPath}>{notebook.path}</span>
                  </button>
                  <IconButton
                    label={t('start.forget', { title: notebook.title })}
                    onClick={() => void forget(notebook.path)}
                  >
                    <X size={14} />
                  </IconButton>
                </li>
              ))}
            </ul>
          </section>
        )}
      </div>
    </main>
  )
}

function Way({
  icon,
  title,
  text,
  onClick,
}: {
  readonly icon: ReactNode
  readonly title: string
  readonly text: string
  readonly onClick: () => void
}) {
  return (
    <button type="button" className={styles.way} onClick={onClick}>
      <span className={styles.wayIcon}>{icon}</span>
      <span className={styles.wayTitle}>{title}</span>
      <span className={styles.wayText}>{text}</span>
    </button>
  )
}
