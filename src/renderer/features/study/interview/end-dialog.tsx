import { Button } from '../../../ui/button'
import { Dialog } from '../../../ui/dialog'
import { useTranslation } from '../../../ui/use-translation'

/** Asks before something ends for good; to go on has the focus. */
export function EndDialog({
  title,
  text,
  endLabel,
  onEnd,
  onClose,
  onClosed,
}: {
  readonly title: string
  readonly text: string
  readonly endLabel: string
  readonly onEnd: () => void
  readonly onClose: () => void
  readonly onClosed: () => void
}) {
  const { t } = useTranslation()
  return (
    // The keys of the page below are none of the dialog's.
    <div onKeyDown={event => event.stopPropagation()}>
      <Dialog
        title={title}
        closeLabel={t('action.close')}
        onClose={onClose}
        onClosed={onClosed}
        footer={
          <>
            <Button tone="danger" onClick={onEnd}>
              {endLabel}
            </Button>
            <Button onClick={onClose}>{t('action.cancel')}</Button>
          </>
        }
      >
        <p>{text}</p>
      </Dialog>
    </div>
  )
}
