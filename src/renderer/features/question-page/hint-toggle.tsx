import { ChevronRight } from 'lucide-react'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { BlockMarkdown } from '../../editor/inline-markdown'
import styles from './hint-toggle.module.css'

/** A hint that is hidden until it is asked for. */
export function HintToggle({ hint }: { readonly hint: string }) {
  const { t } = useTranslation()
  const [isOpen, setIsOpen] = useState(false)
  const id = useId()
  return (
    <div className={styles.hint}>
      <button
        type="button"
        className={styles.toggle}
        aria-expanded={isOpen}
        aria-controls={id}
        onClick={() => setIsOpen(!isOpen)}
      >
        <ChevronRight size={14} className={styles.arrow} data-open={isOpen} />
        {t('question.hint')}
      </button>
      <div id={id} className={styles.text} hidden={!isOpen}>
        <BlockMarkdown text={hint} />
      </div>
    </div>
  )
}
