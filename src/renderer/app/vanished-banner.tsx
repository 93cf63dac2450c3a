import { useState } from 'react'
import { errorCodeOf, useBackend } from '../state/backend'
import { useVanishedNotes } from '../state/queries'
import { showToast } from '../state/view'
import { Banner } from '../ui/banner'
import { Button } from '../ui/button'
import { useErrorWords } from './error-words'
import styles from './vanished-banner.module.css'
import { useTranslation } from '../ui/use-translation'

/** Says that many notes are suddenly missing, which, and that nothing is written until the user says what happened. */
export function VanishedBanner() {
  const { t } = useTranslation()
  const { client } = useBackend()
  const errorWords = useErrorWords()
  const notes = useVanishedNotes().data ?? []
  const [isLooking, setIsLooking] = useState(false)
  const fail = (error: unknown): void => showToast(errorWords(errorCodeOf(error)))
  const lookAgain = async (): Promise<void> => {
    setIsLooking(true)
    try {
      const missing = await client['notebook.lookAgain']({})
      showToast(missing.length === 0 ? t('vanished.back') : t('vanished.missing', { count: missing.length }))
    } catch (error) {
      fail(error)
    }
    setIsLooking(false)
  }
  const text = (
    <>
      {t('vanished.text', { count: notes.length })}
      <details className={styles.which}>
        <summary>{t('vanished.which')}</summary>
        <ul className={styles.list} aria-label={t('vanished.list')}>
          {notes.map(({ path, title }) => (
            <li key={path} title={path}>
              {title}
            </li>
          ))}
        </ul>
      </details>
    </>
  )
  return (
    <Banner tone="wrong" text={text}>
      <Button onClick={() => void client['notebook.acceptVanished']({}).catch(fail)}>
        {t('vanished.accept')}
      </Button>
      <Button tone="primary" disabled={isLooking} onClick={() => void lookAgain()}>
        {t('vanished.lookAgain')}
      </Button>
    </Banner>
  )
}
