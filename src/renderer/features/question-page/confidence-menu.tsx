import type { Confidence } from '../../../shared/domain/study/study-event'
import { useBackend } from '../../state/backend'
import { ConfidenceBar } from '../../ui/confidence-bar'
import { IconButton } from '../../ui/icon-button'
import { Menu } from '../../ui/menu'
import { useTranslation } from '../../ui/use-translation'

const steps = [1, 2, 3, 4, 5] as const

/** How sure the user is of the answer, and the way to say so. */
export function ConfidenceMenu({
  questionId,
  confidence,
}: {
  readonly questionId: string
  readonly confidence: Confidence | null
}) {
  const { t } = useTranslation()
  const { client } = useBackend()
  const choose = (chosen: Confidence | null): void =>
    void client['study.setConfidence']({ id: questionId, confidence: chosen })
  const label =
    confidence === null
      ? t('confidence.unset')
      : t('confidence.label', { name: t(`confidence.${confidence}`) })
  return (
    <Menu
      align="end"
      trigger={
        <IconButton label={label}>
          <ConfidenceBar confidence={confidence ?? 0} />
        </IconButton>
      }
      groups={[
        steps.map(step => ({
          id: String(step),
          label: t(`confidence.${step}`),
          icon: <ConfidenceBar confidence={step} />,
          isChecked: step === confidence,
          onSelect: () => choose(step),
        })),
        [
          {
            id: 'clear',
            label: t('confidence.clear'),
            isDisabled: confidence === null,
            onSelect: () => choose(null),
          },
        ],
      ]}
    />
  )
}
