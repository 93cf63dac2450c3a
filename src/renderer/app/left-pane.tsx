import { FileInput } from 'lucide-react'
import { NoteList } from '../features/note-list/note-list'
import { QuestionTree } from '../features/question-tree/question-tree'
import { useLists } from '../state/queries'
import { openDialog, useLayout } from '../state/view'
import { Button } from '../ui/button'
import tabStyles from '../ui/tabs.module.css'
import styles from './left-pane.module.css'
import { useTranslation } from '../ui/use-translation'

const tabs = ['questions', 'notes'] as const

/** The question tree, or the list of all notes. */
export function LeftPane({ isEditable }: { readonly isEditable: boolean }) {
  const { t } = useTranslation()
  const tab = useLayout(layout => layout.leftTab)
  const lists = useLists().data
  return (
    <div className={styles.pane}>
      <div className={`${tabStyles.tabs} ${styles.tabs}`} role="tablist" aria-label={t('left.tabs')}>
        {tabs.map(name => (
          <button
            key={name}
            type="button"
            role="tab"
            aria-selected={tab === name}
            className={tabStyles.tab}
            onClick={() => useLayout.setState({ leftTab: name })}
          >
            {t(`left.${name}`)}
          </button>
        ))}
      </div>
      <div className={styles.content}>
        {tab === 'questions' ? <QuestionTree /> : <NoteList isEditable={isEditable} />}
      </div>
      {tab === 'questions' && lists?.length === 0 && isEditable && (
        <Button className={styles.import} onClick={() => openDialog('import')}>
          <FileInput size={15} /> {t('commands.import')}
        </Button>
      )}
    </div>
  )
}
