import styles from './help.module.css'
import { useTranslation } from '../../ui/use-translation'

const topics = ['write', 'link', 'find', 'study', 'files', 'safe'] as const

/** The main things that one does here, each in a few sentences. */
export function FirstSteps() {
  const { t } = useTranslation()
  return (
    <div className={styles.topics}>
      {topics.map(topic => (
        <section key={topic} className={styles.topic}>
          <h2 className={styles.title}>{t(`help.topic.${topic}.title`)}</h2>
          <p>{t(`help.topic.${topic}.text`)}</p>
        </section>
      ))}
    </div>
  )
}
