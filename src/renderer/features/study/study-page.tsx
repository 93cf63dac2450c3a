import type { ComponentType } from 'react'
import { useLists, useNotebook } from '../../state/queries'
import { openDialog } from '../../state/view'
import { Button } from '../../ui/button'
import { EmptyState } from '../../ui/empty-state'
import { goTo, studyPages, type StudyPageName } from '../../state/place'
import { InterviewPage } from './interview/interview-page'
import { ProgressPage } from './progress/progress-page'
import { ReviewPage } from './review/review-page'
import { TodayPage } from './today/today-page'
import styles from './study-page.module.css'
import { useTranslation } from '../../ui/use-translation'

const pages: Readonly<Record<StudyPageName, ComponentType>> = {
  today: TodayPage,
  review: ReviewPage,
  interview: InterviewPage,
  progress: ProgressPage,
}

/** Studying: what to do today, reviews, a mock interview, how far it has come. */
export function StudyPage({ page }: { readonly page: StudyPageName }) {
  const { t } = useTranslation()
  const Page = pages[page]
  const lists = useLists().data
  const hasNone =
    lists?.every(({ sections }) => sections.every(({ questions }) => questions.length === 0)) === true
  return (
    <div className={styles.study}>
      <nav className={styles.nav} aria-label={t('study.pages')}>
        {studyPages.map(name => (
          <button
            key={name}
            type="button"
            className={styles.page}
            aria-current={name === page ? 'page' : undefined}
            onClick={() => goTo({ kind: 'study', page: name })}
          >
            {t(`study.page.${name}`)}
          </button>
        ))}
      </nav>
      <div className={styles.content}>{hasNone ? <NothingToStudy /> : <Page />}</div>
    </div>
  )
}

/** A notebook without questions: nothing of it can be studied before it has some. */
function NothingToStudy() {
  const { t } = useTranslation()
  const isEditable = useNotebook().data?.readOnly === null
  return (
    <EmptyState title={t('study.nothing')} text={t('study.nothingHint')}>
      {isEditable && (
        <Button tone="primary" onClick={() => openDialog('import')}>
          {t('commands.import')}
        </Button>
      )}
    </EmptyState>
  )
}
