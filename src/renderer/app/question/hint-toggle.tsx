import { ChevronRight } from 'lucide-react'
import { useId, useState } from 'react'
import { BlockMarkdown } from '../../editor/inline-markdown'
import styles from './hint-toggle.module.css'
import { useTranslation } from '../../ui/use-translation'

export interface HintToggleProps {
  readonly hint: string
  /** Given where something else shows and hides it too. */
  readonly isOpen?: boolean
  readonly onToggle?: () => void
  /** The key that does it, if one does. */
  readonly shortcut?: string | undefined
}

/** A hint that is hidden until it is asked for. */
export function HintToggle({ hint, isOpen: isOpenOutside, onToggle, shortcut }: HintToggleProps) {
  const { t } = useTranslation()
  const [isOpenInside, setIsOpenInside] = useState(false)
  const isOpen = isOpenOutside ?? isOpenInside
  const id = useId()
  return (
    <div className={styles.hint}>
      <button
        type="button"
        className={styles.toggle}
        aria-expanded={isOpen}
        aria-controls={id}
        onClick={onToggle ?? (() => setIsOpenInside(!isOpen))}
      >
        <ChevronRight size={14} className={styles.arrow} data-open={isOpen} />
        {t('question.hint')} {shortcut !== undefined && <kbd>{shortcut}</kbd>}
      </button>
      <div id={id} className={styles.text} hidden={!isOpen}>
        {isOpen && <BlockMarkdown text={hint} />}
      </div>
    </div>
  )
}
