import { useQuery } from '@tanstack/react-query'
import { BookOpen, CornerLeftUp, Folder } from 'lucide-react'
import { useBackend } from '../state/backend'
import styles from './folder-browser.module.css'
import { useTranslation } from '../ui/use-translation'

/** The folders of this machine, for hosts without a native dialog. */
export function FolderBrowser({
  path,
  onChoose,
}: {
  readonly path: string
  readonly onChoose: (path: string) => void
}) {
  const { t } = useTranslation()
  const { client } = useBackend()
  const listing = useQuery({
    queryKey: ['folders', path],
    queryFn: () => client['places.list']({ path }),
    enabled: path !== '',
    placeholderData: previous => previous,
  })
  const { data } = listing
  if (data === undefined)
    return listing.isError ? <p className={styles.quiet}>{t('folder.unreadable')}</p> : null
  return (
    <ul className={styles.folders} aria-label={t('folder.label')}>
      {data.parent !== null && (
        <li>
          <button
            type="button"
            className={styles.folder}
            onClick={() => data.parent !== null && onChoose(data.parent)}
          >
            <CornerLeftUp size={15} /> {t('folder.parent')}
          </button>
        </li>
      )}
      {data.folders.map(folder => (
        <li key={folder.path}>
          <button type="button" className={styles.folder} onClick={() => onChoose(folder.path)}>
            {folder.isNotebook ? <BookOpen size={15} className={styles.notebook} /> : <Folder size={15} />}
            <span>{folder.name}</span>
            {folder.isNotebook && <span className={styles.badge}>{t('folder.notebook')}</span>}
          </button>
        </li>
      ))}
    </ul>
  )
}
