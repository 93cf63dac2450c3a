import { useEffect, useRef, useState, type FocusEvent } from 'react'
import { X } from 'lucide-react'
import { useView, type Toast } from '../state/view'
import { Button } from '../ui/button'
import { IconButton } from '../ui/icon-button'
import styles from './toaster.module.css'
import { useTranslation } from '../ui/use-translation'

/** A message that can be acted on stays longer: it is to be read, decided on and reached. */
const shownMs = { withAction: 20_000, without: 8000 }

/** The message that goes by itself, with its one action. */
export function Toaster() {
  const { t } = useTranslation()
  const toast = useView(view => view.toast)
  return (
    <div className={styles.place} role="status" aria-label={t('toast.label')}>
      {toast !== undefined && <Message key={toast.id} toast={toast} />}
    </div>
  )
}

/** Its time begins anew when the pointer or the focus leaves it. */
function Message({ toast: { action, text } }: { readonly toast: Toast }) {
  const { t } = useTranslation()
  const [isPointed, setIsPointed] = useState(false)
  const [isFocused, setIsFocused] = useState(false)
  const isHeld = isPointed || isFocused
  /** What had the focus before it came here; it has it again when the message goes. */
  const before = useRef<EventTarget>(null)
  const leave = (): void => {
    close()
    if (before.current instanceof HTMLElement) before.current.focus()
  }
  const hasAction = action !== undefined
  useEffect(() => {
    if (isHeld) return
    const timer = setTimeout(close, hasAction ? shownMs.withAction : shownMs.without)
    return () => clearTimeout(timer)
  }, [isHeld, hasAction])
  return (
    <div
      className={styles.toast}
      onPointerEnter={() => setIsPointed(true)}
      onPointerLeave={() => setIsPointed(false)}
      onFocus={event => {
        if (!isWithin(event)) before.current = event.relatedTarget
        setIsFocused(true)
      }}
      onBlur={event => setIsFocused(isWithin(event))}
    >
      <span>{text}</span>
      {action !== undefined && (
        <Button
          tone="quiet"
          onClick={() => {
            action.run()
            leave()
          }}
        >
          {action.label}
        </Button>
      )}
      <IconButton label={t('action.close')} onClick={leave}>
        <X size={14} />
      </IconButton>
    </div>
  )
}

function close(): void {
  useView.setState({ toast: undefined })
}

function isWithin({ currentTarget, relatedTarget }: FocusEvent): boolean {
  return relatedTarget instanceof Node && currentTarget.contains(relatedTarget)
}
