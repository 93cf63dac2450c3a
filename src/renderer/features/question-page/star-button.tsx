import { Star } from 'lucide-react'
import { useBackend } from '../../state/backend'
import { IconButton } from '../../ui/icon-button'
import { useTranslation } from '../../ui/use-translation'

/** Stars a question, or takes its star away. */
export function StarButton({
  questionId,
  isStarred,
}: {
  readonly questionId: string
  readonly isStarred: boolean
}) {
  const { t } = useTranslation()
  const { client } = useBackend()
  return (
    <IconButton
      label={t('question.star')}
      aria-pressed={isStarred}
      onClick={() => void client['study.setStar']({ id: questionId, isStarred: !isStarred })}
    >
      <Star size={15} fill={isStarred ? 'currentColor' : 'none'} />
    </IconButton>
  )
}
