import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { X } from 'lucide-react'
import { useView } from '../state/view'
import { Button } from '../ui/button'
import { IconButton } from '../ui/icon-button'
import styles from './toaster.module.css'

const shownMs = 8000

/** The message that goes by itself, with its one action. */
export function Toaster() {
  const { t } = useTranslation()
  const toast = useView(view => view.toast)
  const close = (): void => useView.setState({ toast: undefined })
  useEffect(() => {
    if (toast === undefined) return
    const timer = setTimeout(() => useView.setState({ toast: undefined }), shownMs)
    return () => clearTimeout(timer)
  }, [toast])
  return (
    <div className={styles.place} role="status" aria-label={t('toast.label')}>
      {toast !== undefined && (
        <div className={styles.toast} key={toast.id}>
          <span>{toast.text}</span>
          {toast.action !== undefined && (
            <Button
              tone="quiet"
              onClick={() => {
                toast.action?.run()
                close()
              }}
            >
              {toast.action.label}
            </Button>
          )}
          <IconButton label={t('action.close')} onClick={close}>
            <X size={14} />
          </IconButton>
        </div>
      )}
    </div>
  )
}
