import type { ComponentType } from 'react'
import { useTranslation } from 'react-i18next'
import { goTo, studyPages, type StudyPageName } from '../../state/place'
import { InterviewPage } from './interview/interview-page'
import { ProgressPage } from './progress/progress-page'
import { ReviewPage } from './review/review-page'
import { TodayPage } from './today/today-page'
import styles from './study-page.module.css'

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
      <div className={styles.content}>
        <Page />
      </div>
    </div>
  )
}
